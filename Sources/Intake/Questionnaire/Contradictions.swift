internal import Scenarios
internal import Texts

/// Answers that cannot both be true.
package struct Contradiction: Sendable, Equatable {
    /// The two questions.
    package var first: String
    /// The other question.
    package var second: String
    /// What does not go together, without a full stop.
    package var message: String
}

/// Finds answers that cannot both be true.
package enum Contradictions {
    /// All pairs of answers that contradict each other, in the order of the questionnaire.
    package static func all(in answers: Answers) -> [Contradiction] {
        var found: [Contradiction] = []
        for rule in rules {
            guard let one = answers.chosen(rule.first.question), rule.first.answers.contains(one),
                let other = answers.chosen(rule.second.question), rule.second.answers.contains(other)
            else { continue }
            found.append(
                Contradiction(
                    first: rule.first.question, second: rule.second.question, message: rule.message(one, other)))
        }
        return found + numbers(answers)
    }

    static func diagnostics(_ answers: Answers, places: [String: SheetCell], path: String) -> [Diagnostic] {
        all(in: answers).compactMap { contradiction in
            guard let one = places[contradiction.first], let other = places[contradiction.second] else { return nil }
            let (earlier, later) = one.line <= other.line ? (one, other) : (other, one)
            return Diagnostic(
                severity: .error, rule: AnswerSheet.Rule.contradiction.rawValue, file: path, line: later.line,
                column: later.column,
                message: "lines \(earlier.line) and \(later.line) contradict each other: \(contradiction.message)",
                fix: "correct one of them, or write \"unknown\"")
        }
    }

    // MARK: Rules

    private struct Rule {
        var first: (question: String, answers: [String])
        var second: (question: String, answers: [String])
        var message: @Sendable (String, String) -> String
    }

    private static var rules: [Rule] {
        [
            Rule(
                first: ("backup", ["no backups"]),
                second: ("restore-test", ["years ago", "within a year", "within three months", "last month"]),
                message: { "there are no backups, yet a restore was tested (\($1))" }),
            Rule(
                first: ("backup", ["offline and rehearsed"]), second: ("restore-test", ["never"]),
                message: { _, _ in "a restore has been rehearsed, yet none was ever tested" }),
            Rule(
                first: ("alarms", ["nobody looks"]),
                second: ("watch-hours", ["early to late", "a service firm at night", "round the clock"]),
                message: { "nobody looks at alarms, yet somebody does so \($1)" }),
            Rule(
                first: ("alarms", ["nobody looks"]), second: ("watchers", ["own security team"]),
                message: { _, _ in "nobody looks at alarms, yet a security team of your own watches" }),
            Rule(
                first: ("alarms", ["detection everywhere"]),
                second: ("watch-hours", ["office hours", "early to late"]),
                message: {
                    "alarms are hunted for round the clock, yet watched \($1 == "office hours" ? "in " : "")\($1)"
                }),
            Rule(
                first: ("stored-data", ["not encrypted"]), second: ("keys", ["key service", "hardware module"]),
                message: { "nothing is encrypted, yet keys lie in a \($1)" }),
            Rule(
                first: ("own-software", ["no"]), second: ("own-build", ["two people", "nobody alone"]),
                message: { _, _ in "you build no software, yet your build is guarded" }),
            Rule(
                first: ("vendors", ["none"]),
                second: ("vendor-access", ["shared account", "named people", "opened for a task"]),
                message: { "no other firm signs in, yet they come in by \"\($1)\"" }),
        ]
    }

    private static func numbers(_ answers: Answers) -> [Contradiction] {
        guard case .count(let headcount) = answers["headcount"] else { return [] }
        var found: [Contradiction] = []
        // Three shifts, holidays and illness: nobody keeps a seat warm day and night with fewer.
        if headcount < 8, answers.chosen("watch-hours") == "round the clock",
            answers.chosen("watchers") == "own security team"
        {
            found.append(
                Contradiction(
                    first: "headcount", second: "watch-hours",
                    message: "with \(headcount) people nobody can watch round the clock with a team of your own"))
        }
        if case .count(let records) = answers["records"], records / headcount > 10_000_000 {
            found.append(
                Contradiction(
                    first: "headcount", second: "records",
                    message: "\(records) people on record are more than ten million for each of \(headcount) employees")
            )
        }
        return found
    }
}
