import DrillResults
import DrillStore

/// The action register as people read it in a terminal. At most 100 columns.
struct ActionsText {
    /// The run whose documents were looked at.
    var run: RunEntry?
    /// Company names by id.
    var names: [String: String]
    var style: Style
    var warnings: [String]

    func text(_ lines: [(RegisteredAction, ActionStatus)]) -> String {
        var text = ""
        if let run {
            text += style(.warning, "\(Wording.exercise)   \(run.marking)") + "\n"
            text += style(.heading, "Actions") + ", as run \(run.sequence) of \(run.created) finds them\n"
        }
        var seen: [String] = []
        for (action, _) in lines where !seen.contains(action.organization) { seen.append(action.organization) }
        for organization in seen {
            text += "\n" + style(.heading, (names[organization] ?? organization).printable) + "\n"
            for (action, status) in lines where action.organization == organization {
                text += block(action, status)
            }
        }
        if !warnings.isEmpty {
            text += "\n" + style(.warning, "Since the run before, not the companies alone have changed:") + "\n"
            text += warnings.flatMap { $0.printable.wrapped(toWidth: RunText.width - 2) }.map { "  \($0)\n" }.joined()
        }
        return text + "\n" + counts(lines.map(\.1)) + "\n"
    }

    private func block(_ action: RegisteredAction, _ status: ActionStatus) -> String {
        let word = Self.words(status.state) + (status.isOverdue ? ", overdue" : "")
        let head = "  \(action.id.padded(toWidth: 6, .leading))"
        let state = word.padded(toWidth: 24, .leading)
        let title = action.title.printable.wrapped(toWidth: RunText.width - 32)
        var lines = [head + style(emphasis(status), state) + (title.first ?? "")]
        lines += title.dropFirst().map { String(repeating: " ", count: 32) + $0 }
        let owner = action.owner.map(\.printable) ?? "no owner"
        let due = action.due.map { "due \($0)" } ?? "no date"
        let about = "\(owner), \(due). \(status.why.printable)"
        lines += about.wrapped(toWidth: RunText.width - 32).map {
            String(repeating: " ", count: 32) + style(.aside, $0)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func emphasis(_ status: ActionStatus) -> Style.Emphasis? {
        if status.isOverdue { return .bad }
        return switch status.state {
        case .open: nil
        case .closed: .good
        case .reopened: .bad
        case .neverRetested: .warning
        }
    }

    static func words(_ state: ActionStatus.State) -> String {
        switch state {
        case .open: "open"
        case .closed: "closed"
        case .reopened: "reopened"
        case .neverRetested: "never retested"
        }
    }

    private func counts(_ statuses: [ActionStatus]) -> String {
        let parts = ActionStatus.State.allCases.compactMap { state -> String? in
            let count = statuses.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(Self.words(state))"
        }
        let overdue = statuses.count(where: \.isOverdue)
        return parts.joined(separator: ", ") + (overdue > 0 ? "; \(overdue) overdue" : "")
    }
}
