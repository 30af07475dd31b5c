internal import Scenarios
internal import Tabletop

/// The action log, ready to be filled in; `drillctl record` reads it.
struct ActionSheet {
    let session: Session

    var paper: Paper {
        Paper(
            name: "actions", title: "Action log", subtitle: session.facilitatorsSubtitle, audience: .evaluators,
            blocks: [],
            sheet: Sheet(
                [
                    "time", "team", "inject", "done", "rating", "note", "after", "strength", "evaluator", "within",
                    "what",
                ], rows),
            isSheetOnly: true)
    }

    private var rows: [[String]] {
        var rows: [[String]] = []
        for event in session.events {
            let inject = event.inject
            rows.append(row("", inject.id, "", "Inject \(event.number), read out at: \(inject.title)"))
            for action in inject.expect {
                let within = action.within.map { Session.span($0.hours(in: .hours)) } ?? ""
                rows.append(
                    row(session.teams(inject.to), "\(inject.id)/\(action.id)", within, "Action: \(action.text)"))
            }
            for decision in event.decisions {
                for option in decision.options {
                    rows.append(
                        row(
                            session.teams(decision.by), "\(decision.id)/\(option.id)", "",
                            "Decided? \(decision.question) - \(option.text)"))
                }
            }
        }
        return rows
            + session.scenario.evaluation.map { criterion in
                row("", "evaluation/\(criterion.id)", "", "Rating P/S/M/U: \(criterion.capability)")
            }
    }

    private func row(_ team: String, _ inject: String, _ within: String, _ what: String) -> [String] {
        ["", team, inject, "", "", "", "", "", "", within, what]
    }
}
