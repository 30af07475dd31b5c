import ArgumentParser
import DrillResults

/// Groups the commands of the action register.
struct ActionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions",
        abstract: "Keep the action register: who fixes what by when, and whether a run found it done.",
        discussion: """
            Actions are kept beside the runs. Each has a company, what to do, an owner (a team or role, never a person) \
            and a due date; most have a lever, so that runs can tell whether it was raised. An action is closed when the \
            documents say at least its target and a scenario of the run asks for it.

            EXAMPLES
              drillctl actions list
              drillctl actions add --run last --organization harbor-credit --lever mfa/fido2 --owner "IT operations"
              drillctl actions set A-3 --done
              drillctl actions import improvement-plan.csv --organization harbor-credit
            """,
        subcommands: [
            ActionsListCommand.self, ActionsAddCommand.self, ActionsSetCommand.self, ActionsImportCommand.self,
            ActionsDeleteCommand.self,
        ])
}

/// Owners and dates on the command line.
enum ActionOptions {
    /// Throws the usage error.
    static func check(owner: String?, due: String?) throws {
        if let owner, let problem = ActionField.problem(owner: owner) { throw ValidationError("--owner: \(problem).") }
        if let due, let problem = ActionField.problem(due: due) { throw ValidationError("--due: \(problem).") }
    }

    /// The action's number; throws the usage error.
    static func number(_ text: String) throws -> Int {
        guard let number = RegisteredAction.number(in: text) else {
            throw ValidationError("\"\(text.printable)\" names no action; write it like A-3.")
        }
        return number
    }
}
