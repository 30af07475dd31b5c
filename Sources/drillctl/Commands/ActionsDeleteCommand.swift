import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore

/// Takes an action out of the register.
struct ActionsDeleteCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete an action; its number is never given again.",
        usage: "drillctl actions delete <action> [options]",
        discussion: """
            EXAMPLES
              drillctl actions delete A-3
            """)

    @Argument(help: .init("The action, such as A-3.", valueName: "action"))
    var action: String

    @ArgumentParser.Option(help: .init("How to write the answer.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws { _ = try ActionOptions.number(action) }

    func run(in context: Context) async throws {
        let number = try ActionOptions.number(action)
        guard let register = try store.openIfPresent(in: context) else { throw StoreError.noAction(id: "A-\(number)") }
        let deleted = try register.deleteAction(number)
        switch format {
        case .json:
            try context.output.write(
                JSONOutput(
                    modelVersion: Drill.modelVersion,
                    marking: MarkedWords.strictest(try register.list().map(\.marking)),
                    body: RegisterJSON(register: [deleted])
                ).text())
        case .text:
            try context.output.writeLine("deleted \(deleted.id): \(deleted.title.printable)")
        }
    }
}
