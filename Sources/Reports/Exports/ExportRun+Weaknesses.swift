internal import DrillResults

// What to fix, and what would not help.

extension ExportRun {
    /// Company × weakness × scenario.
    var weaknesses: ExportTable {
        typealias Fact = OfCompany<(rank: Int, weakness: Weakness, story: WeaknessStory)>
        let facts: [Fact] = analysed { company in
            company.weaknesses.weaknesses.enumerated().flatMap { place, weakness in
                weakness.stories.map { (place + 1, weakness, $0) }
            }
        }
        let story: [ExportColumn<WeaknessStory>] = [
            scenarioColumn { $0.scenario }, objectiveColumn { $0.goal.id },
            .init("trials", "trials compared") { $0.goal.before.trials },
            .init("before", "share of trials that reach the objective today") { $0.goal.before.value },
            .init("after", "the same with the lever alone") { $0.goal.after.value },
            .init("difference", "after less before, on the same random numbers") { $0.goal.difference.value },
            .init("low", "5 % of the difference, chance and not knowing together") { $0.goal.difference.range.low },
            .init("high", "95 % of the difference") { $0.goal.difference.range.high },
            .init("prevented", "trials that reach it only without the lever") { $0.goal.prevented },
            .init("caused", "trials that reach it only with the lever") { $0.goal.caused },
            .init("rrw", "risk reduction worth: before / after; empty: after is 0") { $0.rrw },
            .init("rrw_low", "5 % of it") { $0.rrwRange?.low },
            .init("rrw_high", "95 % of it; empty: so few trials set no bound") { $0.rrwRange?.high },
            .init("birnbaum", "Birnbaum importance of the control; empty for the response") { $0.birnbaum },
            .init("raw", "risk achievement worth of the control; empty for the response") { $0.raw },
            .init("raw_low", "5 % of it") { $0.rawRange?.low },
            .init("raw_high", "95 % of it") { $0.rawRange?.high },
            .init("records_difference", "records exposed per trial, after less before") { $0.recordsExposed.value },
            .init("downtime_difference", "hours of downtime per trial, after less before") { $0.downtimeHours.value },
            .init("steps", "ids of the steps on which it acts, apart by spaces") { $0.steps.joined(separator: " ") },
        ]
        return ExportTable(
            "weaknesses", about: "One row for each lever that helps and each scenario in which it changes something.",
            facts: facts,
            columns: head(),
            [
                .init("rank", "among the company's levers, 1: helps most") { $0.part.rank },
                .init("gain", "by how much it lowers the goals' probabilities, summed over scenarios") {
                    $0.part.weakness.gain
                },
            ], ExportColumn.lever.map { $0.of { $0.part.weakness.lever } }, story.map { $0.of { $0.part.story } })
    }

    /// Company × pair.
    var pairs: ExportTable {
        ExportTable(
            "pairs", about: "One row for each pair of levers that does more together than the two apart.",
            facts: analysed { $0.weaknesses.pairs },
            columns: head(),
            [
                .init("first", "id of a lever") { $0.part.first.id.text },
                .init("first_title", "what is raised") { $0.part.first.title },
                .init("second", "id of the other") { $0.part.second.id.text },
                .init("second_title", "what is raised") { $0.part.second.title },
                .init("gain", "of the two together, as in weaknesses.csv") { $0.part.gain },
                .init("first_gain", "of the first alone") { $0.part.firstGain },
                .init("second_gain", "of the second alone") { $0.part.secondGain },
                .init("surplus", "gain less the other two") { $0.part.surplus },
            ])
    }

    /// Company × lever that may be first.
    var ranking: ExportTable {
        typealias Fact = OfCompany<(lever: LeverID, share: Double, isFirst: Bool)>
        let facts: [Fact] = analysed { company -> [(lever: LeverID, share: Double, isFirst: Bool)] in
            guard let firmness = company.weaknesses.firmness else { return [] }
            return [(firmness.first, firmness.share, true)] + firmness.rivals.map { ($0.lever, $0.share, false) }
        }
        return ExportTable(
            "ranking", about: "One row for each lever that is a company's first in some world: how firm the order is.",
            facts: facts,
            columns: head(),
            [
                .init("lever", "id of the lever") { $0.part.lever.text },
                .init("first_in", "share of the worlds in which it is first") { $0.part.share },
                .init("is_first", "yes: it is first over all worlds") { $0.part.isFirst ? "yes" : "no" },
            ])
    }

    /// Company × lever.
    var withoutEffect: ExportTable {
        ExportTable(
            "levers-without-effect",
            about: "One row for each lever that changes nothing in any scenario of the exercise.",
            facts: analysed { $0.weaknesses.withoutEffect }, columns: head(),
            ExportColumn.lever.map { $0.of { $0.part } })
    }

    /// Company × lever × scenario × objective.
    var tripwires: ExportTable {
        ExportTable(
            "tripwires",
            about: "One row for each lever with which some trials go worse, and the objective that they reach.",
            facts: analysed { $0.weaknesses.tripwires },
            columns: head(), ExportColumn.lever.map { $0.of { $0.part.lever } },
            [
                scenarioColumn { $0.part.scenario }, objectiveColumn { $0.part.objective },
                .init("caused", "trials that reach it only with the lever") { $0.part.caused },
                .init("prevented", "trials that reach it only without the lever") { $0.part.prevented },
                .init("trials", "trials compared") { $0.part.trials },
                .init("lost", "what is lost in most of those that it causes") { $0.part.reason.kind.rawValue },
            ])
    }

    /// Company × step of the plan × goal.
    var plan: ExportTable {
        typealias Fact = OfCompany<(number: Int, step: PlanStep, goal: ObjectiveReference, after: Double)>
        let facts: [Fact] = analysed {
            company -> [(number: Int, step: PlanStep, goal: ObjectiveReference, after: Double)] in
            guard let plan = company.plan else { return [] }
            return plan.steps.enumerated().flatMap { number, step in
                zip(plan.goals, step.after).map { (number + 1, step, $0, $1) }
            }
        }
        return ExportTable(
            "plan", about: "One row for each step of a company's plan and each goal: what is left after it.",
            facts: facts,
            columns: head(), [.init("step", "in the order to do them in, from 1") { $0.part.number }],
            ExportColumn.lever.map { $0.of { $0.part.step.lever } },
            [
                .init("cost", "money; empty: not stated") { $0.part.step.cost },
                scenarioColumn { $0.part.goal.scenario }, objectiveColumn { $0.part.goal.objective },
                .init("after", "share of trials that reach it with this step and all before it") { $0.part.after },
            ])
    }

    /// Company × goal of the plan.
    var planOutcomes: ExportTable {
        ExportTable(
            "plan-outcomes", about: "One row for each goal of a company's plan: before and after the whole of it.",
            facts: analysed { $0.plan?.outcomes ?? [] },
            columns: head(),
            [
                scenarioColumn { $0.part.goal.scenario }, objectiveColumn { $0.part.goal.objective },
                .init("trials", "trials compared") { $0.part.before.trials },
                .init("before", "share of trials that reach it today") { $0.part.before.value },
                .init("after", "the same with the whole plan") { $0.part.after.value },
                .init("difference", "after less before, on the same random numbers") { $0.part.difference.value },
                .init("low", "5 % of the difference") { $0.part.difference.range.low },
                .init("high", "95 % of the difference") { $0.part.difference.range.high },
            ])
    }
}
