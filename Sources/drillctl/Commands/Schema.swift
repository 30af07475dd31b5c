import ArgumentParser
import Scenarios

/// The JSON Schema of one kind of document.
struct Schema: DrillCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of a kind of document.",
        discussion: """
            JSON Schema draft 2020-12, from the same source as the checks. Name it in a document's "$schema", and editors \
            complete and check as you type.

            EXAMPLES
              drillctl schema organization
              drillctl schema attack-graph > attack-graph.schema.json
            """)

    @Argument(help: .init("Which kind of document.", valueName: "kind"))
    var kind: DocumentKind

    func run(in context: Context) async throws {
        try context.output.write(JSONSchema.text(of: kind))
    }
}

extension DocumentKind: @retroactive ExpressibleByArgument {}
