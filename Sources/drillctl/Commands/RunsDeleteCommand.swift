import ArgumentParser
import DrillEngine
import DrillStore

/// Takes a run out of the store.
struct RunsDeleteCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a stored run, and the documents that no other run has read.",
        usage: "drillctl runs delete <run> [options]",
        discussion: """
            What was deleted is overwritten in the database. The report's folder stays as it is.

            EXAMPLES
              drillctl runs delete 3
              drillctl runs delete last
            """)

    @Argument(help: .init("\"last\", a number as listed, or the first digits of an id.", valueName: "run"))
    var reference: String

    @Option(help: "How to write the answer.")
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let deleted = try store.openToRead(reference, in: context).delete(reference)
        switch format {
        case .json:
            let body = DeletedRun(deleted: RunList.Entry(deleted))
            try context.output.write(
                JSONOutput(modelVersion: Drill.modelVersion, marking: deleted.marking, body: body).text())
        case .text:
            try context.output.writeLine(
                "deleted run \(deleted.sequence) of \(deleted.exerciseID.printable), stored \(deleted.created)")
        }
    }
}

/// The answer as JSON.
private struct DeletedRun: Encodable {
    var deleted: RunList.Entry
}
