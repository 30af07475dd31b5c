import ArgumentParser
import DrillResults
import Scenarios

/// `--fail-if`, from its text to its answer.
struct ConditionCheck: Sendable {
    let text: String
    let condition: FailCondition

    /// Throws the usage error with the column of a mistake.
    init(_ text: String) throws {
        self.text = text
        do {
            condition = try ConditionParser.parse(text)
        } catch {
            throw ValidationError(error.text(expression: text))
        }
        guard let constant = condition.constant else { return }
        let message = constant ? "this always holds, whatever comes out" : "this can never hold, whatever comes out"
        throw ValidationError(ConditionError(column: 1, message: message).text(expression: text))
    }

    /// Throws `CommandFailure` (wrong usage) for an objective that no scenario has.
    func checkObjectives(of scenarios: [Scenario]) throws(CommandFailure) {
        var known: [String] = []
        for objective in scenarios.flatMap(\.objectives) where !known.contains(objective.id) {
            known.append(objective.id)
        }
        for (name, column) in condition.objectives where !known.contains(name) {
            let proposal = Suggestion.question(name, among: known) ?? "there are: \(known.joined(separator: ", "))"
            let message = "no scenario of this exercise has an objective \"\(name)\"; \(proposal)"
            throw CommandFailure(.wrongUsage, ConditionError(column: column, message: message).text(expression: text))
        }
    }

    /// Whether it holds for the result, and the probabilities it looked at: "probability(personal-data) is 71 %".
    func holds(for result: RunResult) -> (Bool, String) {
        var worst: [String: Probability] = [:]
        for objective in result.companies.flatMap(\.stories).flatMap(\.objectives)
        where objective.reached.value >= worst[objective.id]?.value ?? 0 {
            worst[objective.id] = objective.reached
        }
        var values: [String: Double] = [:]
        var seen: [String] = []
        for (name, _) in condition.objectives where values[name] == nil {
            values[name] = worst[name]?.value ?? 0
            seen.append(
                "probability(\(name)) is \(worst[name].map(Wording.probability) ?? "0, for no scenario applies")")
        }
        return (condition.holds(values), seen.joined(separator: ", "))
    }
}
