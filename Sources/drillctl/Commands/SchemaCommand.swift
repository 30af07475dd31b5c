import ArgumentParser
import Scenarios

/// The JSON Schema of one kind of document.
struct SchemaCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind of document.",
        discussion: """
            JSON Schema draft 2020-12, from the same source as the checks. Name it in a document's "$schema", and editors \
            complete and check as you type.

            EXAMPLES
              drillctl schema organization
              drillctl schema attack-graph > attack-graph.schema.json
            """)

    @Argument(help: .init("Which kind of document.", valueName: "kind"))
    var kind: KindArgument

    func run(in context: Context) async throws {
        try context.output.write(JSONSchema.text(for: kind.kind))
    }
}

/// A kind of document as written on the command line.
struct KindArgument: ExpressibleByArgument {
    let kind: DocumentKind

    init?(argument: String) {
        guard let kind = DocumentKind(rawValue: argument) else { return nil }
        self.kind = kind
    }

    static let allValueStrings = DocumentKind.allCases.map(\.rawValue)
}
