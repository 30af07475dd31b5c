internal import DrillResults
internal import Scenarios

/// One company's plan, from its levers to the figures.
struct PlanMaker: Sendable {
    let company: CompanyTrials
    /// All levers.
    let changes: [CompanyLever]
    let limit: ImprovementPlan.Limit
    let objective: String?
    let mostSets: Int

    /// Nil where no story with a goal applies.
    ///
    /// - Parameter known: The goals, where they are known already; else they are worked out on all trials.
    func plan(
        goals known: [PlanGoal]? = nil, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> ImprovementPlan? {
        let goals = if let known { known } else { try await self.goals() }
        guard !goals.isEmpty else { return nil }
        let levers = changes.compactMap { PlanLever($0, limit: limit) }
        let aim = PlanAim(limit: limit, levers: levers)
        var search = PlanEvaluator(company: company, goals: goals, levers: levers, trials: .few)
        let affordable = levers.indices.filter { levers[$0].weight <= aim.most }
        try await search.evaluate([LeverSet()] + affordable.map { LeverSet([$0]) })
        let reach = try await PlanReach(company: company, levers: levers).run(affordable, singles: search)
        let pool = affordable.filter { reach[$0].contains(true) }
        search.reach = reach
        var choice = PlanChoice(
            search: search,
            full: PlanEvaluator(company: company, goals: goals, levers: levers, trials: .rest), aim: aim, pool: pool,
            mostSets: mostSets, progress: progress)
        try await choice.choose()
        progress(RunProgress(share: 0.95))
        return try await PlanWriter(
            choice: choice, goals: goals, changes: changes, affordable: affordable
        ).plan()
    }

    /// Of each story that applies its goal as of today, or the objective asked for.
    private func goals() async throws -> [PlanGoal] {
        try await company.run([Asked([.none], of: company, upTo: .rest)])
        return company.loaded.scenarios.indices.compactMap { place -> PlanGoal? in
            guard let story = company[place].story(StoryChange.none.name) else { return nil }
            let info = ScenarioInfo(company.loaded.scenarios[place])
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
