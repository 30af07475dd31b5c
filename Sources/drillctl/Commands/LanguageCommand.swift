import ArgumentParser
import Scenarios

/// docs/dsl.md, for `scripts/generate`.
struct LanguageCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "language", abstract: "Print the reference of the documents' language as Markdown.",
        shouldDisplay: false)

    func run(in context: Context) async throws { try context.output.write(LanguageReference.markdown()) }
}
