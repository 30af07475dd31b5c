internal import DrillResults

/// What people did in the exercise, and what became of the last plan.
struct ManagerActions {
    let company: CompanyReport

    private static let most = 3
    private static let order: [ActionStatus.State] = [.reopened, .open, .neverRetested, .closed]

    var markup: Markup {
        let (people, plan) = (people, plan)
        if people == .empty { return plan }
        return "<div class=\"twin\">\n\(people)\(plan)</div>\n"
    }

    private var people: Markup {
        guard let people = company.context?.people else { return .empty }
        let ratings = people.ratings.prefix(Self.most).map { entry -> Markup in
            "<li>\(entry.title.shortened(to: 40)): <strong>\(RatingWords.short(entry.rating))</strong></li>"
        }
        return """
            <section id="people" aria-labelledby="people-title">
            <h2 id="people-title">How people acted</h2>
            <p>\(played(people))f \(people.expected) expected actions <strong>\(people.inTime) in time</strong>, \(people.late) late, \
            \(people.undated) done, nobody said when, \(people.partly > 0 ? "\(people.partly) partly done, " : .empty)\
            \(people.postponed > 0 ? "\(people.postponed) put off, " : .empty)<strong>\(people.notDone) not done</strong>, \(people.notAgreed > 0 ? "\(people.notAgreed) not agreed, " : .empty)\
            \(people.notEvaluated) not evaluated.</p>
            <ul class="plain">\(ratings)</ul>
            </section>

            """
    }

    /// "At the tabletop “The portal nobody patched”, o".
    private func played(_ people: PeopleSummary) -> String {
        switch people.sessions.count {
        case 0: "O"
        case 1: "At the tabletop “\(people.sessions[0].shortened(to: 60))”, o"
        case let count: "At \(Wording.count(count)) tabletops, o"
        }
    }

    private var plan: Markup {
        guard company.analysis != nil else { return .empty }
        return """
            <section id="last-plan" aria-labelledby="last-plan-title">
            <h2 id="last-plan-title">Last plan</h2>
            \(company.analysis?.actions.map(list) ?? "<p class=\"absent\">No actions of earlier runs are registered.</p>\n")\
            </section>

            """
    }

    private func list(_ report: ActionReport) -> Markup {
        let actions = Self.order.flatMap { state in
            report.actions.filter { $0.state == state }.sorted { $0.isOverdue && !$1.isOverdue }
        }
        let counts = Self.order.reversed().compactMap { state -> String? in
            let count = actions.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(ActionWords.state(state))"
        }
        let more = actions.count - Self.most
        return """
            <p><strong>\(counts.isEmpty ? "No actions." : counts.joined(separator: ", ") + ".")</strong></p>
            <ul class="plain">\(actions.prefix(Self.most).map(item))\(more > 0 ? "<li>and \(more) more</li>" : .empty)</ul>

            """
    }

    private func item(_ action: ActionStatus) -> Markup {
        """
        <li>\(action.title.shortened(to: 40)): <strong>\(ActionWords.state(action.state))</strong>\
        \(action.isOverdue ? ", overdue" : .empty)\(action.owner.map { " (\($0.shortened(to: 14)))" } ?? .empty)</li>
        """
    }
}

/// Words for ratings as HSEEP has them.
enum RatingWords {
    static func short(_ rating: String?) -> String {
        switch rating {
        case "P": "P, without challenges"
        case "S": "S, some challenges"
        case "M": "M, major challenges"
        case "U": "U, unable"
        default: rating ?? "not evaluated"
        }
    }
}

/// Words for states of actions.
enum ActionWords {
    static func state(_ state: ActionStatus.State) -> String {
        switch state {
        case .open: "open"
        case .closed: "closed"
        case .reopened: "reopened"
        case .neverRetested: "never re-tested"
        }
    }
}
