internal import DrillResults

// What was simulated.

extension ExportRun {
    /// Company × scenario × objective.
    var outcomes: ExportTable {
        typealias Fact = OfCompany<(name: String, scenario: String, objective: ObjectiveResult)>
        let facts: [Fact] = simulated { company in
            company.stories.flatMap { story in story.objectives.map { (company.name, story.scenario, $0) } }
        }
        return ExportTable(
            "outcomes",
            about: "One row for each company, scenario and objective: how often the attack gets there, and when.",
            facts: facts,
            columns: head(),
            [
                .init("company_name", "name of the company") { $0.part.name },
                scenarioColumn { $0.part.scenario },
                .init("scenario_title", "the scenario's title") { scenario($0.part.scenario)?.title ?? "" },
                objectiveColumn { $0.part.objective.id },
                .init("objective_title", "the objective's title") {
                    objective($0.part.objective.id, of: $0.part.scenario)?.title ?? ""
                },
                .init("severity", "critical, major or minor") {
                    objective($0.part.objective.id, of: $0.part.scenario)?.severity.rawValue ?? ""
                },
            ], ExportColumn.counts.map { $0.of { $0.part.objective.reached } },
            ExportColumn.bounds.map { $0.of { $0.part.objective.reached } },
            ExportColumn.hours.map { $0.of { $0.part.objective.time } })
    }

    /// Company × scenario × milestone.
    var times: ExportTable {
        typealias Fact = OfCompany<(scenario: String, milestone: String, time: TimeSummary)>
        let facts: [Fact] = simulated { company in
            company.stories.flatMap { story in
                [
                    ("compromised", story.compromised), ("noticed", story.noticed), ("dwell", story.dwell),
                    ("contained", story.contained), ("first-back", story.firstServiceBack),
                    ("repaired", story.repaired),
                ].compactMap { milestone, time in time.map { (story.scenario, milestone, $0) } }
            }
        }
        return ExportTable(
            "times", about: "One row for each company, scenario and milestone: when it comes.", facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.scenario },
                .init(
                    "milestone",
                    "compromised: first step done; noticed: first alert; dwell: from the one to the other; contained: last department; first-back: first critical service; repaired: last asset"
                ) { $0.part.milestone },
                .init("probability", "share of trials in which it comes") { $0.part.time.probability },
            ], ExportColumn.hours.map { $0.of { $0.part.time } })
    }

    /// Company × scenario × step × what it is aimed at.
    var choices: ExportTable {
        typealias Fact = OfCompany<(scenario: String, choice: ReachByChoice, option: ReachByChoice.Option)>
        let facts: [Fact] = simulated { company in
            company.stories.flatMap { story in
                (story.choices ?? []).flatMap { choice in choice.options.map { (story.scenario, choice, $0) } }
            }
        }
        return ExportTable(
            "choices",
            about:
                "One row for each company, scenario, step that is aimed at some of several, and what it is aimed at: how "
                + "often the goal is reached then.", facts: facts, columns: head(),
            [
                scenarioColumn { $0.part.scenario },
                .init("step", "id of the step that is aimed") { $0.part.choice.step },
                .init("aimed_at", "the asset, or the supplier in the company's words") { $0.part.option.name },
                objectiveColumn { $0.part.choice.objective },
            ], ExportColumn.counts.map { $0.of { $0.part.option.reached } },
            ExportColumn.bounds.map { $0.of { $0.part.option.reached } })
    }

    /// Company × scenario × quantity.
    var amounts: ExportTable {
        typealias Fact = OfCompany<(scenario: String, quantity: String, amount: Amount)>
        let facts: [Fact] = simulated { company in
            company.stories.flatMap { story in
                [
                    ("records-exposed", story.recordsExposed), ("records-altered", story.recordsAltered),
                    ("downtime-hours", story.downtimeHours), ("supplier-downtime-hours", story.supplierDowntimeHours),
                ].map { (story.scenario, $0, $1) }
            }
        }
        return ExportTable(
            "amounts", about: "One row for each company, scenario and quantity: how much of it a tried attack costs.",
            facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.scenario },
                .init("quantity", "records, or hours of downtime summed over assets") { $0.part.quantity },
                .init("probability", "share of trials with any") { $0.part.amount.probability },
                .init("mean", "mean over all trials") { $0.part.amount.mean },
                .init("p50", "half of the trials have at most so much") { $0.part.amount.p50 },
                .init("p90", "nine tenths of the trials") { $0.part.amount.p90 },
                .init("p95", "19 of 20 trials") { $0.part.amount.p95 },
            ])
    }

    /// Company × scenario × channel.
    var noticedBy: ExportTable {
        typealias Fact = OfCompany<(scenario: String, channel: String, share: Double)>
        let facts: [Fact] = simulated { company in
            company.stories.flatMap { story in
                story.noticedBy.sorted { $0.key < $1.key }.map { (story.scenario, $0.key, $0.value) }
            }
        }
        return ExportTable(
            "noticed-by", about: "One row for each company, scenario and channel: who notices first.", facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.scenario },
                .init("channel", "monitoring, people, outsider or announcement") { $0.part.channel },
                .init("share", "of the trials that are noticed") { $0.part.share },
            ])
    }

    /// Company × scenario × path × step.
    var paths: ExportTable {
        typealias Fact = OfCompany<(scenario: String, path: Int, share: Double, position: Int, step: String)>
        let facts: [Fact] = simulated { company in
            company.stories.flatMap { story in
                story.paths.enumerated().flatMap { number, path in
                    path.steps.enumerated().map { (story.scenario, number + 1, path.share, $0 + 1, $1) }
                }
            }
        }
        return ExportTable(
            "paths", about: "One row for each step of the most frequent ways to the worst objective.", facts: facts,
            columns: head(),
            [
                scenarioColumn { $0.part.scenario },
                .init("path", "1: the most frequent") { $0.part.path },
                .init("share", "of the traced trials that reach the objective") { $0.part.share },
                .init("position", "of the step on the path, from 1") { $0.part.position },
                .init("step", "the step, and where it is done") { $0.part.step },
            ])
    }

    /// Company × answer.
    var toConfirm: ExportTable {
        ExportTable(
            "to-confirm", about: "One row for each answer of a company that is unknown or was assumed.",
            facts: simulated { $0.toConfirm },
            columns: head(), [.init("answer", "control, and what was taken for it") { $0.part }])
    }

    /// Company × scenario without a result.
    var notApplicable: ExportTable {
        ExportTable(
            "not-applicable", about: "One row for each scenario that says nothing about a company.",
            facts: simulated { $0.notApplicable },
            columns: head(), [scenarioColumn { $0.part.scenario }, .init("reason", "why not") { $0.part.reason }])
    }
}
