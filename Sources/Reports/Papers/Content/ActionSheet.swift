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
            rows.append(
                row(
                    team: "", reference: inject.id, within: "",
                    what: "Inject \(event.number), read out at: \(inject.title)"))
            for action in inject.expect {
                let within = action.within.map { Session.span($0.hours(in: .hours)) } ?? ""
                rows.append(
                    row(
                        team: session.teams(inject.to), reference: "\(inject.id)/\(action.id)", within: within,
                        what: "Action: \(action.text)"))
            }
            for decision in event.decisions {
                for option in decision.options {
                    rows.append(
                        row(
                            team: session.teams(decision.by), reference: "\(decision.id)/\(option.id)", within: "",
                            what: "Decided? \(decision.question) - \(option.text)"))
                }
            }
        }
        return rows
            + session.scenario.evaluation.map { criterion in
                row(
                    team: "", reference: "evaluation/\(criterion.id)", within: "",
                    what: "Rating P/S/M/U: \(criterion.capability)")
            }
    }

    private func row(team: String, reference inject: String, within: String, what: String) -> [String] {
        ["", team, inject, "", "", "", "", "", "", within, what]
    }
}
