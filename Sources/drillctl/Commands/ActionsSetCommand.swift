import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore

/// Changes an action.
struct ActionsSetCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change an action's owner or date, or say that it is done.",
        usage: "drillctl actions set <action> [options]",
        discussion: """
            Said to be done is not closed: that takes a run whose documents say so and whose scenarios ask for it.

            EXAMPLES
              drillctl actions set A-3 --owner "IT operations" --due 2027-01-31
              drillctl actions set A-3 --done
            """)

    @Argument(help: .init("The action, such as A-3.", valueName: "action"))
    var action: String

    @ArgumentParser.Flag(inversion: .prefixedNo, help: "Whether it is said to be done.")
    var done: Bool?

    @ArgumentParser.Option(help: .init("A team or role.", valueName: "team"))
    var owner: String?

    @ArgumentParser.Option(help: .init("By when, such as 2027-01-31.", valueName: "date"))
    var due: String?

    @ArgumentParser.Option(help: .init("How to write the answer.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        _ = try ActionOptions.number(action)
        try ActionOptions.check(owner: owner, due: due)
        if done == nil, owner == nil, due == nil {
            throw ValidationError("Say what to change: --done, --no-done, --owner, --due.")
        }
    }

    func run(in context: Context) async throws {
        let number = try ActionOptions.number(action)
        guard let register = try store.openIfPresent(in: context) else { throw StoreError.noAction(id: "A-\(number)") }
        let changed = try register.changeAction(number) { action in
            action.isDone = done ?? action.isDone
            action.owner = owner ?? action.owner
            action.due = due ?? action.due
        }
        switch format {
        case .json:
            try context.output.write(
                JSONOutput(
                    modelVersion: Drill.modelVersion,
                    marking: MarkedWords.strictest(try register.list().map(\.marking)),
                    body: RegisterJSON(register: [changed])
                ).text())
        case .text:
            let owner = changed.owner ?? "no owner"
            let due = changed.due.map { "due \($0)" } ?? "no date"
            try context.output.writeLine(
                "\(changed.id): \(changed.title.printable) (\(owner.printable), \(due)\(changed.isDone ? ", said to be done" : ""))"
            )
        }
    }
}
