internal import DrillResults

/// A story's objective that a plan brings down.
struct PlanGoal: Sendable, Equatable {
    /// By position: a scenario may stand twice in an exercise, with other parameters.
    var scenario: Int
    var reference: ObjectiveReference
}

/// What a set of levers does.
struct SetOutcome: Sendable {
    /// In the order of the goals.
    var goals: [ObjectiveComparison]
    /// No step of any story depends on it.
    var cannotMatter: Bool
    /// Trials that differ in what is reached or lost, over all stories.
    var changedTrials: Int

    /// Trials that reach a goal, by goal.
    var counts: [Int] { goals.map(\.after.count) }
}

/// Sets of levers, each simulated once against today's state on the same random numbers.
struct PlanEvaluator: Sendable {
    let stories: LeverStories
    let goals: [PlanGoal]
    let levers: [PlanLever]
    private var known: [LeverSet: SetOutcome] = [:]

    init(stories: LeverStories, goals: [PlanGoal], levers: [PlanLever]) {
        self.stories = stories
        self.goals = goals
        self.levers = levers
    }

    var trials: Int { stories.settings.trials }
    /// Sets simulated so far.
    var evaluated: Int { known.count }
    /// All sets simulated so far, in no order.
    var sets: [LeverSet] { Array(known.keys) }

    /// Simulates those sets that have not been yet.
    mutating func evaluate(_ sets: some Sequence<LeverSet>) async throws {
        var fresh: [LeverSet] = []
        var seen: Set<LeverSet> = []
        for set in sets where known[set] == nil && seen.insert(set).inserted { fresh.append(set) }
        guard !fresh.isEmpty else { return }
        let found = try await stories.run(fresh.map { $0.change(levers) })
        for (set, stories) in zip(fresh, found) { known[set] = outcome(stories) }
    }

    /// Whether the set has been simulated.
    func has(_ set: LeverSet) -> Bool { known[set] != nil }

    /// What an evaluated set does.
    subscript(set: LeverSet) -> SetOutcome {
        guard let outcome = known[set] else { preconditionFailure("the set has not been evaluated") }
        return outcome
    }

    private func outcome(_ stories: [LeverStory?]) -> SetOutcome {
        SetOutcome(
            goals: goals.compactMap { goal in
                stories[goal.scenario]?.comparison.objectives.first { $0.id == goal.reference.objective }
            },
            cannotMatter: stories.allSatisfy { $0?.cannotMatter ?? true },
            changedTrials: stories.reduce(0) { sum, story in
                sum + (story.map { $0.comparison.trials - $0.comparison.unchangedTrials } ?? 0)
            })
    }
}
