internal import DrillResults
internal import Scenarios

/// One company's plan, from its levers to the figures.
struct PlanMaker: Sendable {
    /// With all trials.
    let stories: LeverStories
    /// All levers.
    let changes: [CompanyLever]
    let limit: ImprovementPlan.Limit
    let objective: String?
    let mostSets: Int

    /// Nil where no story with a goal applies.
    ///
    /// - Parameters:
    ///   - known: The goals, where they are known already; else they are worked out on all trials.
    ///   - sighted: The company's changes first, in their order, each on few trials, with the known goals listed.
    func plan(
        goals known: [PlanGoal]? = nil, sighted: LeverTrials? = nil, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> ImprovementPlan? {
        let goals = if let known { known } else { try await self.goals() }
        guard !goals.isEmpty else { return nil }
        let places = changes.indices.filter { PlanLever(changes[$0], limit: limit) != nil }
        let levers = places.compactMap { PlanLever(changes[$0], limit: limit) }
        let aim = PlanAim(limit: limit, levers: levers)
        var search = PlanEvaluator(stories: stories, goals: goals, levers: levers, stretch: .few)
        if let sighted { search.know(sighted, levers: places) }
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
        progress(RunProgress(share: 0.95))
        return try await PlanWriter(
            choice: choice, goals: goals, changes: changes, affordable: affordable
        ).plan()
    }

    /// Of each story that applies its goal as of today, or the objective asked for.
    private func goals() async throws -> [PlanGoal] {
        let today = try await stories.run([LeverChange.none])[0]
        return stories.loaded.scenarios.indices.compactMap { place -> PlanGoal? in
            guard let story = today[place] else { return nil }
            let info = ScenarioInfo(stories.loaded.scenarios[place])
            let found: ObjectiveComparison? =
                if let objective {
                    story.comparison.objectives.first { $0.id == objective }
                } else {
                    story.comparison.goal(in: info)
                }
            return found.flatMap { PlanGoal($0.id, of: info, at: place) }
        }
    }
}

extension PlanGoal {
    /// Nil where the scenario has no such objective.
    init?(_ objective: String, of scenario: ScenarioInfo, at place: Int) {
        guard let number = scenario.objectives.firstIndex(where: { $0.id == objective }) else { return nil }
        self.init(
            scenario: place, objective: number,
            reference: ObjectiveReference(scenario: scenario.id, objective: objective))
    }
}

extension PlanLever {
    /// Nil where nobody has said what the lever takes in what the limit counts.
    init?(_ own: CompanyLever, limit: ImprovementPlan.Limit) {
        let effort = own.lever.effort
        switch limit {
        case .effort, .target:
            guard let effort else { return nil }
            self.init(own: own, effort: effort, cost: nil, weight: effort.likely)
        case .cost(_, let currency):
            guard let cost = own.cost, cost.currency == currency else { return nil }
            self.init(own: own, effort: effort, cost: cost.likely, weight: cost.likely)
        }
    }
}
