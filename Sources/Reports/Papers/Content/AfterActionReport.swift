internal import DrillResults
internal import Scenarios
internal import Tabletop

/// The after-action report and improvement plan: the human part beside the simulated one.
struct AfterActionReport {
    let session: Session
    let evaluation: Evaluation

    var paper: Paper {
        let parts: [[Block]] = [
            overview, glance, strengths, capabilities, decisions, timeline, improvised, simulated, plan, reading,
        ]
        return Paper(
            name: "after-action-report", title: "After-action report and improvement plan (AAR/IP)",
            subtitle: session.facilitatorsSubtitle, audience: .organization, blocks: parts.flatMap(\.self))
    }

    private var overview: [Block] {
        let teams = evaluation.actions.flatMap(\.teams) + evaluation.criteria.flatMap(\.teams)
        var named: [String] = []
        for team in teams where !named.contains(team) { named.append(team) }
        return [
            .heading(1, "Overview"),
            .table(
                PaperTable(
                    [.init("", 3), .init("", 10)],
                    words: [
                        [.strong("Exercise"), "\(session.exercise.title): tabletop"],
                        [.strong("Organization"), Words(session.organization.name)],
                        [
                            .strong("Story"),
                            Words(
                                [session.scenario.title, session.scenario.summary].compactMap(\.self).joined(
                                    separator: ". ")),
                        ],
                        [.strong("Teams noted"), Words(named.isEmpty ? "none" : named.joined(separator: ", "))],
                        [.strong("Date, place"), ""],
                    ])),
            .note(
                "Teams are rated, never persons. Notes stand here word for word as typed; whoever passes this on takes out names that slipped in."
            ),
        ]
    }

    private var glance: [Block] {
        let all = evaluation.actions.count
        let rows: [[Words]] = evaluation.counts.map { [Words($0.outcome.explained), .strong("\($0.count)")] }
        return [
            .heading(1, "At a glance"),
            .paragraph("\(Wording.count(all, "expected action")); each stands in exactly one line:"),
            .table(PaperTable([.init("Outcome", 10), .init("Actions", 2)], words: rows)),
            .table(
                PaperTable(
                    [.init("Capability", 5), .init("Rating", 8)],
                    words: zip(session.scenario.evaluation, evaluation.criteria).map { criterion, result in
                        [.strong(criterion.capability), Words(EvaluationGuide.rating(result))]
                    })),
        ]
    }

    private var capabilities: [Block] {
        var blocks: [Block] = [.heading(1, "Capability by capability")]
        for (criterion, result) in zip(session.scenario.evaluation, evaluation.criteria) {
            blocks += [
                .heading(2, criterion.capability), .paragraph(Words(criterion.text)),
                .paragraph("\(strong: "Rating:") \(EvaluationGuide.rating(result))"),
            ]
            let counts = ActionResult.Outcome.allCases.compactMap { outcome in
                result.outcomes[outcome.rawValue].map { "\($0) \(outcome.words)" }
            }
            if !counts.isEmpty { blocks.append(.paragraph("Its expected actions: \(counts.joined(separator: "; ")).")) }
            if let number = planned(result.notes) {
                blocks.append(.paragraph("Observed: see the improvement plan, no. \(number)."))
            } else {
                blocks += result.notes.map { .paragraph("Observed: \(EvaluationGuide.note($0))") }
            }
        }
        return blocks
    }

    /// The line of the improvement plan in which these notes stand; a note stands in the report once.
    private func planned(_ notes: [Note]) -> Int? {
        guard !notes.isEmpty else { return nil }
        return evaluation.improvements.firstIndex { $0.findings == notes }.map { $0 + 1 }
    }

    private func details(_ result: ActionResult) -> [Words] {
        guard let number = planned(result.notes) else { return ResultWording.details(result, notes: result.notes) }
        return ResultWording.details(result, notes: []) + [.quiet("see the improvement plan, no. \(number)")]
    }

    private var strengths: [Block] {
        guard !evaluation.strengths.isEmpty else { return [] }
        return [
            .heading(1, "Strengths"),
            .list(evaluation.strengths.map { Words(EvaluationGuide.note($0)) }, isNumbered: false),
        ]
    }

    private var improvised: [Block] {
        guard !evaluation.improvised.isEmpty else { return [] }
        return [
            .heading(1, "Injects made up in the room"),
            .table(
                PaperTable(
                    [.init("Inject", 5), .init("When", 2), .init("Who", 4), .init("What came of it", 6)],
                    evaluation.improvised.map { item in
                        let done = item.done.map { $0 ? "done" : "not done" } ?? Rating.notEvaluated
                        let rated = item.rating.map { ", rated \($0.rawValue)" } ?? ""
                        return [
                            [.strong(item.title)], [Words(item.time)], [Words(item.teams.joined(separator: ", "))],
                            ["\(done)\(rated)"] + item.notes.map { .quiet(EvaluationGuide.note($0)) },
                        ]
                    })),
        ]
    }

    private var decisions: [Block] {
        guard !evaluation.decisions.isEmpty else { return [] }
        let wording = EffectWording(session: session)
        var blocks: [Block] = [.heading(1, "Decisions, and what they would have changed")]
        for result in evaluation.decisions {
            guard let decision = session.scenario.decisions.first(where: { $0.id == result.decision }) else { continue }
            let text = { (id: String?) in
                if let option = decision.options.first(where: { $0.id == id }) { return option.text }
                switch id {
                case DecisionResult.other: return "another way, as noted"
                case DecisionResult.postponed: return "put off"
                default: return ""
                }
            }
            let notes: [Block] = result.notes.map { .paragraph("Noted: \(EvaluationGuide.note($0))") }
            blocks.append(.heading(2, decision.question))
            if !result.accounts.isEmpty {
                blocks.append(
                    .paragraph(
                        "\(strong: "Evaluators disagree:") \(EvaluationGuide.accounts(result.accounts, option: { text($0) }))."
                    ))
            }
            guard let taken = result.taken else {
                let why = result.accounts.isEmpty ? "not noted, so not evaluated" : "not agreed, so not evaluated"
                blocks.append(
                    .paragraph(
                        "\(strong: "Taken:") \(why). Without people it is: “\(text(result.usual))”."
                    ))
                blocks += notes
                continue
            }
            let who = result.teams.isEmpty ? "" : " by \(result.teams.joined(separator: ", "))"
            blocks.append(
                .paragraph(
                    "\(strong: "Taken:") “\(text(taken))”\(result.time.map { " at \($0)" } ?? "")\(who). Without people it is: “\(text(result.usual))”."
                ))
            if taken == result.usual {
                blocks.append(
                    .paragraph("This is the usual option, so it changes nothing by itself."))
            } else if let effect = result.effect {
                blocks.append(
                    .paragraph(
                        "By simulation, against the usual option\(session.path == nil ? "" : ", with the decisions before it as they were taken"):"
                    ))
                blocks.append(.list(wording.lines(effect), isNumbered: false))
            }
            if let line = regret(result, text) { blocks.append(.paragraph(line)) }
            blocks += notes
        }
        if let joint = session.path?.joint {
            blocks += [
                .heading(2, "All decisions together"),
                .paragraph("As they were taken, against the usual option of each, by simulation:"),
                .list(wording.lines(joint), isNumbered: false),
            ]
        }
        return blocks + [.paragraph(.quiet(EffectWording.reading.text))]
    }

    /// Decision regret, in words.
    private func regret(_ result: DecisionResult, _ text: (String?) -> String) -> Words? {
        guard let regret = result.regret, let objective = result.objective, let best = result.best,
            let taken = result.taken,
            let chosen = result.probabilities[taken], let lowest = result.probabilities[best]
        else { return nil }
        let title = EffectWording(session: session).title(objective)
        guard regret > 0 else {
            return "\(strong: "Decision regret:") none by simulation: no option reaches “\(title)” less often."
        }
        let words = { (share: Double) in Wording.probability(share, trials: session.forecast.trials) }
        return
            "\(strong: "Decision regret:") the best option by simulation is “\(text(best))”: with it the attack reaches “\(title)” in \(words(lowest)) of trials, with the one that was taken in \(words(chosen))."
    }

    private var timeline: [Block] {
        var rows: [[[Words]]] = []
        for event in session.events {
            let inject = event.inject
            var head: [Words] = [.strong("\(event.number). \(inject.title)")]
            if let time = evaluation.injectTimes[inject.id] { head.append("read out at \(time)") }
            if let simulated = session.simulated(event) { head.append(.quiet("By simulation: \(simulated)")) }
            head += (evaluation.injectNotes[inject.id] ?? []).map { .quiet(EvaluationGuide.note($0)) }
            for (index, action) in inject.expect.enumerated() {
                guard let result = evaluation.result(inject.id, action.id) else { continue }
                rows.append([
                    index == 0 ? head : [], [Words(action.text)], [Words(session.within(action))],
                    [.strong(result.words)],
                    details(result),
                ])
            }
            if inject.expect.isEmpty { rows.append([head, ["No action expected"], [], [], []]) }
        }
        return [
            .heading(1, "What was expected, what was done"),
            .table(
                PaperTable(
                    [
                        .init("Inject", 5), .init("Expected action", 6), .init("How soon", 3), .init("Outcome", 3),
                        .init("Who, rating, when, note", 8),
                    ],
                    rows)),
        ]
    }

    private var simulated: [Block] {
        [
            .heading(1, "The simulated part"),
            .paragraph(
                "If this attack is tried on \(session.organization.name), with the usual option of every decision and nobody in the room:"
            ),
            .list(session.withoutPeople, isNumbered: false),
        ] + session.basis
    }

    private var plan: [Block] {
        let rows = evaluation.improvements.enumerated().map { index, item -> [[Words]] in
            [
                ["\(index + 1)"],
                [.strong(item.capability.isEmpty ? "-" : item.capability), .quiet(item.reason.words)],
                [item.fellShort, .quiet("Expected: \(item.expected)")], [Words(item.owners.joined(separator: ", "))],
                [], [], [],
            ]
        }
        return [
            .heading(1, "Improvement plan"),
            .paragraph(
                "Proposed from what was rated U or M, not done, put off, or done in part or late. What was not evaluated is not here. The owners confirm, write the corrective action, and set the dates."
            ),
            rows.isEmpty
                ? .paragraph("Nothing was rated U or M, nothing noted as not done, put off, done in part or late.")
                : .table(
                    PaperTable(
                        [
                            .init("No.", 3), .init("Capability, and why", 8), .init("What fell short", 14),
                            .init("Owner", 7), .init("Corrective action", 12), .init("Start", 4), .init("Due", 4),
                        ], rows, rowLines: 3)),
        ]
    }

    private var reading: [Block] {
        [.heading(1, "How to read the ratings")] + Block.ratings
    }

    /// The improvement plan as a sheet of its own.
    var planSheet: Paper {
        Paper(
            name: "improvement-plan", title: "Improvement plan", subtitle: session.facilitatorsSubtitle,
            audience: .organization,
            blocks: [],
            sheet: Sheet(
                [
                    "number", "capability", "what fell short", "expected", "why", "owner", "corrective action", "start",
                    "due",
                ],
                evaluation.improvements.enumerated().map { index, item in
                    [
                        "\(index + 1)", item.capability, item.findings.map(\.text).joined(separator: "; "),
                        item.expected,
                        item.reason.words,
                        item.owners.joined(separator: "; "), "", "", "",
                    ]
                }), isSheetOnly: true)
    }
}

extension Improvement {
    /// In the evaluators' words.
    var fellShort: Words {
        findings.isEmpty
            ? .quiet("nobody noted it; the owners say")
            : Words(findings.map(EvaluationGuide.note).joined(separator: " "))
    }
}

extension Improvement.Reason {
    var words: String {
        switch self {
        case .unable: "rated U"
        case .majorChallenges: "rated M"
        case .notDone: "expected action not done"
        case .postponed: "expected action put off"
        case .partly: "expected action partly done"
        case .late: "expected action done late"
        }
    }
}
