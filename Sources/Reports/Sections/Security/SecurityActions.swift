internal import DrillResults

/// What became of earlier actions, and how people acted.
struct SecurityActions {
    let company: CompanyReport

    var section: PageSection? {
        let (actions, people) = (company.analysis?.actions.map(register) ?? .empty, people)
        if actions == .empty, people == .empty { return nil }
        return PageSection("actions", title: "Actions of earlier plans", content: "\(actions)\(people)")
    }

    private func register(_ report: ActionReport) -> Markup {
        let warnings = report.warnings.map { warning -> Markup in "<li>\(warning)</li>\n" }
        return """
            <p>\(against(report.previousRun))</p>
            \(warnings.isEmpty ? .empty : "<ul class=\"remarks\" aria-label=\"Warnings\">\(warnings)</ul>\n")\
            \(report.actions.isEmpty ? "<p>No actions are registered.</p>\n" : table(report.actions))
            """
    }

    private func against(_ run: String?) -> Markup {
        guard let run else { return "No earlier run to check against." }
        return "Checked against run <code>\(String(run.prefix(12)))</code>."
    }

    private func table(_ actions: [ActionStatus]) -> Markup {
        Table(
            caption: "Register", style: "actions",
            columns: [
                .init("Action", .name), .init("State", .text), .init("Owner", .text), .init("Due", .text),
                .init("What the state rests on", .text),
            ],
            rows: actions.map { action in
                [
                    "\(action.title) <small>\(action.id)</small>",
                    "<strong>\(ActionWords.state(action.state))</strong>\(action.isOverdue ? " <small>overdue</small>" : .empty)",
                    "\(action.owner ?? "nobody named")", .figure(action.due ?? "no date"), "\(action.why)",
                ]
            }
        ).markup
    }

    private var people: Markup {
        guard let people = company.context?.people else { return .empty }
        let outcomes: [(String, Int)] = [
            ("In time", people.inTime), ("Late", people.late), ("Done, no time noted", people.undated),
            ("Partly done", people.partly), ("Put off", people.postponed), ("Not done", people.notDone),
            ("Not agreed", people.notAgreed), ("Not evaluated", people.notEvaluated),
        ].filter { $0.1 > 0 || !["Partly done", "Put off", "Not agreed"].contains($0.0) }
        let ratings = Table(
            caption: "Ratings of teams, never of persons", style: "small",
            columns: [.init("Line of the evaluation guide", .name), .init("Rating", .text)],
            rows: people.ratings.map { ["\($0.title)", "\(RatingWords.short($0.rating))"] })
        return """
            <h3>How people acted</h3>
            \(Table(
                caption: "Expected actions: \(people.expected)", style: "small",
                columns: [.init("Outcome", .name), .init("Actions", .number)],
                rows: outcomes.map { ["\($0.0)", "\($0.1)"] }).markup)\
            \(people.ratings.isEmpty ? .empty : ratings.markup)
            """
    }
}
