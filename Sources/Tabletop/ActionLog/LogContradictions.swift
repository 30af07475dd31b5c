internal import Scenarios

/// Rows that contradict or repeat each other.
struct LogContradictions {
    let session: Session
    let file: String
    let entries: [ActionLog.Entry]

    func diagnostics() -> [Diagnostic] { repeated() + options() + wholes() }

    /// The same thing said twice about the same teams.
    private func repeated() -> [Diagnostic] {
        var first: [Key: ActionLog.Entry] = [:]
        return entries.filter { !$0.isEmpty }.compactMap { entry in
            let key = Key(subject: entry.subject, teams: Set(entry.teams), evaluator: entry.evaluator)
            guard let before = first[key] else {
                first[key] = entry
                return nil
            }
            if before.done == entry.done, before.rating == entry.rating {
                return diagnostic(
                    as: .warning, .duplicateEntry,
                    "the row repeats line \(before.line); it counts once, both notes are kept",
                    for: entry, fix: "delete one of them")
            }
            return diagnostic(
                as: .error, .contradiction,
                "the row contradicts line \(before.line): \(words(before)) there, \(words(entry)) here",
                for: entry, fix: "keep the one that holds")
        }
    }

    private struct Key: Hashable {
        var subject: ActionLog.Subject
        var teams: Set<String>
        var evaluator: String
    }

    private func words(_ entry: ActionLog.Entry) -> String {
        let done = entry.done?.words ?? "open"
        return entry.rating.map { "\(done), rated \($0.rawValue)" } ?? done
    }

    /// A decision is taken once.
    private func options() -> [Diagnostic] {
        var taken: [[String]: (option: String, line: Int)] = [:]
        return entries.compactMap { entry in
            guard case .option(let decision, let option) = entry.subject, entry.done == .done else { return nil }
            let key = [decision, entry.evaluator]
            guard let before = taken[key] else {
                taken[key] = (option, entry.line)
                return nil
            }
            guard before.option != option else { return nil }
            return diagnostic(
                as: .error, .contradiction,
                "two options of the decision \(decision.quoted) are taken: \(before.option.quoted) in line \(before.line), \(option.quoted) here",
                for: entry, fix: "write \"no\" for one of them; take the one that held in the end")
        }
    }

    /// An inject answered as a whole with "no", and one of its actions with "yes".
    private func wholes() -> [Diagnostic] {
        var refused: [[String]: Int] = [:]
        for entry in entries {
            if case .inject(let id) = entry.subject, entry.done == .notDone {
                refused[[id, entry.evaluator]] = entry.line
            }
        }
        return entries.compactMap { entry in
            guard case .action(let inject, _) = entry.subject, entry.done == .done,
                let line = refused[[inject, entry.evaluator]]
            else {
                return nil
            }
            return diagnostic(
                as: .error, .contradiction,
                "done here, but line \(line) says that nothing was done about \(inject.quoted)",
                for: entry,
                fix: "leave \"done\" blank in line \(line), or write \"no\" here")
        }
    }

    private func diagnostic(
        as severity: Diagnostic.Severity, _ rule: Rule, _ message: String, for entry: ActionLog.Entry, fix: String
    ) -> Diagnostic {
        Diagnostic(
            severity: severity, rule: rule.rawValue, file: file, line: entry.line, column: 1, message: message, fix: fix
        )
    }
}
