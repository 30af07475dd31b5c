internal import DrillResults

// Scores, findings, response, what nobody knows, money, actions.

extension ExportRun {
    /// A score and what it is of.
    private struct ScoreFact {
        var of: String
        var family = ""
        var scenario = ""
        var objective = ""
        var score: Score
    }

    private var scoreFacts: [OfCompany<ScoreFact>] {
        analysed { company -> [ScoreFact] in
            guard let card = company.scores else { return [] }
            let worst = card.worst
            var facts = [
                ScoreFact(of: "overall", scenario: worst.scenario, objective: worst.objective, score: card.overall),
                ScoreFact(of: "prevention", score: card.prevention),
            ]
            if let response = card.response { facts.append(ScoreFact(of: "response", score: response)) }
            facts += card.families.map { ScoreFact(of: "family", family: $0.family, score: $0.score) }
            for entry in card.objectives {
                let scores: [(String, Score?)] = [
                    ("objective", entry.overall), ("objective-prevention", entry.prevention),
                    ("objective-response", entry.response),
                ]
                for case (let of, let score?) in scores {
                    facts.append(
                        ScoreFact(of: of, scenario: entry.scenario, objective: entry.objective, score: score))
                }
            }
            return facts
        }
    }

    private func scoreHead<Fact>(_ score: @escaping (Fact) -> ScoreFact) -> [ExportColumn<Fact>] {
        [
            .init(
                "of", "overall, prevention, response, family, objective, objective-prevention or objective-response"
            ) { score($0).of },
            .init("family", "of controls, where the score is a family's") { score($0).family },
            .init("scenario", "id of the scenario, where the score is one objective's") { score($0).scenario },
            .init("objective", "id of the objective; beside overall: the worst") { score($0).objective },
        ]
    }

    /// Company × score.
    var scores: ExportTable {
        ExportTable(
            "scores",
            about:
                "One row for each score, 0 (worst) to 100. Scores of different sets of scenarios are not comparable.",
            facts: scoreFacts,
            columns: head(), scoreHead { $0.part },
            [
                .init("score", "0 to 100") { $0.part.score.value },
                .init("low", "5 %, chance and not knowing together") { $0.part.score.range.low },
                .init("high", "95 %") { $0.part.score.range.high },
                .init("formula", "with the numbers put in") { $0.part.score.formula },
            ])
    }

    /// Company × score × term of its formula.
    var scoreTerms: ExportTable {
        typealias Fact = OfCompany<(fact: ScoreFact, number: Int, term: ScoreTerm)>
        let facts: [Fact] = scoreFacts.flatMap { score in
            score.part.score.terms.enumerated().map {
                OfCompany(company: score.company, part: (score.part, $0 + 1, $1))
            }
        }
        return ExportTable(
            "score-terms", about: "One row for each number in a score's formula.", facts: facts,
            columns: head(), scoreHead { $0.part.fact },
            [
                .init("position", "in the formula, from 1") { $0.part.number },
                .init("term", "what the number is") { $0.part.term.name },
                .init("value", "the number") { $0.part.term.value },
                .init("count", "trials counted, where it is a share of trials") { $0.part.term.count },
                .init("trials", "trials in all") { $0.part.term.trials },
            ])
    }

    /// Company × scenario × step.
    var steps: ExportTable {
        typealias Fact = OfCompany<(scenario: String, step: StepNotice)>
        let facts: [Fact] = analysed { company in
            company.findings.flatMap { story in story.steps.map { (story.scenario, $0) } }
        }
        let step: [ExportColumn<StepNotice>] = [
            .init("step", "id of the step") { $0.step }, .init("title", "the step") { $0.title },
            .init("technique", "ATT&CK technique id or VERIS action") { $0.technique ?? "" },
            .init("verdict", "blind, late or seen") { $0.verdict.rawValue },
            .init("trials", "trials in all") { $0.trials },
            .init("completed", "trials in which the step is done") { $0.completed },
            .init("alerted", "of these, with an alert of it") { $0.alerted },
            .init("lost", "trials with the step in which the goal is lost") { $0.lost },
            .init("lost_alerted", "of these, with an alert of the step") { $0.lostAlerted },
            .init("lost_alerted_before", "of these, with one before the loss") { $0.lostAlertedBefore },
            .init("why", "what could raise an alert and does not; empty: it is seen") { $0.why ?? "" },
        ]
        return ExportTable(
            "findings", about: "One row for each step that is done in some trial: whether anybody notices it in time.",
            facts: facts,
            columns: head(), [scenarioColumn { $0.part.scenario }], step.map { $0.of { $0.part.step } })
    }

    /// Company × scenario × step that nothing prevents.
    var noticeOnly: ExportTable {
        typealias Fact = OfCompany<(scenario: String, step: NoticeOnlyStep)>
        let facts: [Fact] = analysed { company in
            company.findings.flatMap { story in story.noticeOnly.map { (story.scenario, $0) } }
        }
        return ExportTable(
            "notice-only",
            about: "One row for each step that no control makes less likely: noticing is all that is left.",
            facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.scenario }, .init("step", "id of the step") { $0.part.step.step },
                .init("title", "the step") { $0.part.step.title },
                .init("technique", "ATT&CK technique id or VERIS action") { $0.part.step.technique ?? "" },
                .init(
                    "noticed", "share of the trials with the step that have an alert of it; empty: it never comes about"
                ) {
                    $0.part.step.noticed
                },
                .init("reason", "why nothing prevents it") { $0.part.step.reason },
            ])
    }

    /// Company × scenario × asset.
    var encryption: ExportTable {
        typealias Fact = OfCompany<(scenario: String, gap: EncryptionGap)>
        let facts: [Fact] = analysed { company in
            company.findings.flatMap { story in story.encryptionGaps.map { (story.scenario, $0) } }
        }
        return ExportTable(
            "exposed-despite-encryption",
            about: "One row for each asset whose data leaves readable although it is encrypted.",
            facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.scenario }, .init("asset", "name of the asset") { $0.part.gap.asset },
                .init("department", "name of its department") { $0.part.gap.department },
                .init("level", "how it is encrypted") { $0.part.gap.level },
                .init("records", "that it holds") { $0.part.gap.records },
                .init("count", "trials in which its data leaves readable") { $0.part.gap.count },
                .init("trials", "trials in all") { $0.part.gap.trials },
                .init("why", "why encryption does not help") { $0.part.gap.why },
            ])
    }

    /// Company × scenario × supplier.
    var suppliers: ExportTable {
        typealias Fact = OfCompany<(scenario: String, route: SupplierRoute)>
        let facts: [Fact] = analysed { company in
            company.findings.flatMap { story in (story.suppliers ?? []).map { (story.scenario, $0) } }
        }
        return ExportTable(
            "suppliers", about: "One row for each supplier over whose link a scenario can come in.", facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.scenario }, objectiveColumn { $0.part.route.objective },
                .init("supplier", "its name") { $0.part.route.supplier },
                .init("links", "kinds of link, apart by spaces") { $0.part.route.links.joined(separator: " ") },
                .init("steps", "titles of the steps that come in over them") {
                    $0.part.route.steps.joined(separator: "; ")
                },
                .init("lost", "trials that lose the objective") { $0.part.route.lost },
                .init("lost_through", "of these, trials in which the attack had come over the link by then") {
                    $0.part.route.lostThrough
                },
                .init(
                    "guards",
                    "controls on the link and in the way of its steps, and how they stand; empty: the catalog has none"
                ) {
                    $0.part.route.guards.joined(separator: "; ")
                },
            ])
    }

    /// Company × scenario × objective.
    var typical: ExportTable {
        typealias Fact = OfCompany<(scenario: String, typical: TypicalTrial)>
        let facts: [Fact] = analysed { company in
            company.findings.flatMap { story in (story.typical ?? []).map { (story.scenario, $0) } }
        }
        return ExportTable(
            "typical-trials",
            about: "One row for each objective that is reached: a trial that reaches it at the median time.",
            facts: facts, columns: head(),
            [
                scenarioColumn { $0.part.scenario }, objectiveColumn { $0.part.typical.objective },
                .init("trial", "its number, for drillctl replay") { $0.part.typical.trial },
                .init("hours", "when it reaches the objective") { $0.part.typical.hours },
            ])
    }

    /// Company × scenario × clock.
    var speeds: ExportTable {
        ExportTable(
            "speeds", about: "One row for each scenario and clock of the response, against its target.",
            facts: analysed { $0.speeds },
            columns: head(),
            [
                scenarioColumn { $0.part.scenario },
                .init(
                    "clock",
                    "notice: first step to first alert; contain: alert to last containment; restore: first outage to last repair; notify: alert to the end of the response chain"
                ) { $0.part.kind.rawValue },
                .init("target_hours", "empty: nobody has set one") { $0.part.targetHours },
                .init("target_source", "stated, or where an assumed target comes from") { $0.part.targetSource ?? "" },
                .init("probability", "share of the trials with the clock started in which it stops") {
                    $0.part.time.probability
                },
            ], ExportColumn.hours.map { $0.of { $0.part.time } },
            [
                .init("within", "share of those trials that meet the target") { $0.part.within?.value },
                .init("within_count", "trials that meet it") { $0.part.within?.count },
                .init("trials", "trials with the clock started") { $0.part.within?.trials },
            ])
    }

    /// Company × hand-off.
    var handOffs: ExportTable {
        ExportTable(
            "hand-offs", about: "One row for each hand-off of a response chain, in its order.",
            facts: analysed { $0.handOffs },
            columns: head(),
            [
                .init("hand_off", "id of the hand-off") { $0.part.id },
                .init("department", "name of the department") { $0.part.department },
                .init("mean_hours", "with the wait for working hours, over noticed trials") { $0.part.meanHours },
                .init("p50_hours", "half of them take at most so long") { $0.part.p50 },
                .init("p90_hours", "nine tenths") { $0.part.p90 },
                .init("share", "of the chain's mean") { $0.part.share },
                .init("today", "as the company states it") { $0.part.today },
            ])
    }

    /// Company × unknown.
    var drivers: ExportTable {
        typealias Fact = OfCompany<(report: NotKnowingReport, driver: Driver)>
        let facts: [Fact] = analysed { company in
            company.notKnowing.map { report in report.drivers.map { (report, $0) } } ?? []
        }
        return ExportTable(
            "drivers", about: "One row for each unknown that moves a company's worst outcome, widest first.",
            facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.report.outcome.scenario },
                objectiveColumn { $0.part.report.outcome.objective },
                .init("today", "the outcome's probability with all unknowns drawn") { $0.part.report.today },
                .init("driver", "id of the unknown") { $0.part.driver.id },
                .init("kind", "unknown-answer, catalog-figure or scenario-figure") { $0.part.driver.kind.rawValue },
                .init("title", "what is not known") { $0.part.driver.title },
                .init("low", "the outcome's probability at the better end") { $0.part.driver.low },
                .init("low_end", "what that end is") { $0.part.driver.lowWords },
                .init("high", "at the worse end") { $0.part.driver.high },
                .init("high_end", "what that end is") { $0.part.driver.highWords },
                .init("changes_first", "id of the lever that would then rank first; empty: the same") {
                    $0.part.driver.changesFirst?.text ?? ""
                },
                .init("advice", "how to find out") { $0.part.driver.advice },
            ])
    }

    /// Company × preset.
    var presets: ExportTable {
        typealias Fact = OfCompany<(report: NotKnowingReport, preset: PresetOutcome)>
        let facts: [Fact] = analysed { company in
            company.notKnowing.map { report in report.presets.map { (report, $0) } } ?? []
        }
        return ExportTable(
            "presets", about: "One row for each preset of the catalog: a company's worst outcome with it.",
            facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.report.outcome.scenario },
                objectiveColumn { $0.part.report.outcome.objective },
                .init("preset", "pessimistic, default or optimistic") { $0.part.preset.preset },
            ], ExportColumn.counts.map { $0.of { $0.part.preset.reached } },
            ExportColumn.bounds.map { $0.of { $0.part.preset.reached } })
    }

    /// Company × action.
    var actions: ExportTable {
        ExportTable(
            "actions", about: "One row for each action that earlier runs led to.",
            facts: analysed { $0.actions?.actions ?? [] },
            columns: head(),
            [
                .init("action", "id of the action") { $0.part.id },
                .init("lever", "id of its lever") { $0.part.leverID?.text ?? "" },
                .init("title", "what is to be done") { $0.part.title },
                .init("owner", "team or role; empty: nobody") { $0.part.owner ?? "" },
                .init("due", "ISO 8601 date; empty: none") { $0.part.due ?? "" },
                .init("state", "open, closed, reopened or never-retested") { $0.part.state.rawValue },
                .init("overdue", "yes: past its date") { $0.part.isOverdue ? "yes" : "no" },
                .init("why", "what the state rests on") { $0.part.why },
            ])
    }
}
