internal import DrillResults
internal import Scenarios

/// One company's plan, from its levers to the figures.
struct PlanMaker: Sendable {
    /// With all trials.
    let stories: LeverStories
    /// All levers.
    let changes: [LeverChange]
    let limit: ImprovementPlan.Limit
    let objective: String?
    let mostSets: Int

    /// Nil where no story with a goal applies.
    func plan(progress: @escaping @Sendable (Int) -> Void) async throws -> ImprovementPlan? {
        let goals = try await self.goals()
        guard !goals.isEmpty else { return nil }
        let levers = changes.compactMap { PlanLever($0, limit: limit) }
        let aim = PlanAim(limit: limit, levers: levers)
        var search = PlanEvaluator(stories: stories, goals: goals, levers: levers, stretch: .few)
        let affordable = levers.indices.filter { levers[$0].weight <= aim.most }
        try await search.evaluate([LeverSet()] + affordable.map { LeverSet([$0]) })
        let reach = try await PlanReach(stories: stories, levers: levers).run(affordable, singles: search)
        let pool = affordable.filter { reach[$0].contains(true) }
        search.reach = reach
        var choice = PlanChoice(
            search: search,
            full: PlanEvaluator(stories: stories, goals: goals, levers: levers, stretch: .all), aim: aim, pool: pool,
            mostSets: mostSets, progress: progress)
        try await choice.choose()
        return try await PlanWriter(
            choice: choice, goals: goals, changes: changes, affordable: affordable
        ).plan()
    }

    /// Of each story that applies its goal as of today, or the objective asked for.
    private func goals() async throws -> [PlanGoal] {
        let today = try await stories.run([LeverSet().change([])])[0]
        return stories.loaded.scenarios.indices.compactMap { place -> PlanGoal? in
            guard let story = today[place] else { return nil }
            let info = ScenarioInfo(stories.loaded.scenarios[place])
            let found: ObjectiveComparison? =
                if let objective {
                    story.comparison.objectives.first { $0.id == objective }
                } else {
                    story.comparison.goal(in: info)
                }
            return found.flatMap { found in
                info.objectives.firstIndex { $0.id == found.id }.map {
                    PlanGoal(
                        scenario: place, objective: $0,
                        reference: ObjectiveReference(scenario: info.id, objective: found.id))
                }
            }
        }
    }
}

extension PlanLever {
    /// Nil where nobody has said what the lever takes in what the limit counts.
    init?(_ change: LeverChange, limit: ImprovementPlan.Limit) {
        let effort = change.lever.effort
        switch limit {
        case .effort, .target:
            guard let effort else { return nil }
            self.init(change: change, effort: effort, cost: nil, weight: effort.likely)
        case .cost(_, let currency):
            guard let cost = change.cost, cost.currency == currency else { return nil }
            self.init(change: change, effort: effort, cost: cost.likely, weight: cost.likely)
        }
    }
}
