internal import DrillResults
internal import Scenarios

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
    /// By lever, whether a scenario's graph depends on it, by scenario; nil: on every lever. Sets that differ only in
    /// what a story does not depend on are simulated once in it.
    var reach: [[Bool]]?
    private var known: [LeverSet: SetOutcome] = [:]
    /// By scenario; nil where it does not apply.
    private var simulated: [[LeverSet: LeverStory?]]

    init(stories: LeverStories, goals: [PlanGoal], levers: [PlanLever]) {
        self.stories = stories
        self.goals = goals
        self.levers = levers
        simulated = stories.loaded.scenarios.map { _ in [:] }
    }

    var trials: Int { stories.settings.trials }
    /// Sets judged so far.
    var evaluated: Int { known.count }
    /// All sets judged so far, in no order.
    var sets: [LeverSet] { Array(known.keys) }

    /// Simulates those sets that have not been yet.
    mutating func evaluate(_ sets: some Sequence<LeverSet>) async throws {
        var fresh: [LeverSet] = []
        var seen: Set<LeverSet> = []
        for set in sets where known[set] == nil && seen.insert(set).inserted { fresh.append(set) }
        let open = simulated.indices.map { scenario -> [LeverSet] in
            var asked: Set<LeverSet> = []
            return fresh.map { part(of: $0, scenario) }.filter { part in
                simulated[scenario][part] == nil && asked.insert(part).inserted
            }
        }
        if open.contains(where: { !$0.isEmpty }) {
            let found = try await stories.run(byScenario: open.map { parts in parts.map { $0.change(levers) } })
            for scenario in open.indices {
                for (part, story) in zip(open[scenario], found[scenario]) {
                    simulated[scenario].updateValue(story, forKey: part)
                }
            }
        }
        for set in fresh { known[set] = outcome(set) }
    }

    /// Whether the set has been simulated.
    func has(_ set: LeverSet) -> Bool { known[set] != nil }

    /// What an evaluated set does.
    subscript(set: LeverSet) -> SetOutcome {
        guard let outcome = known[set] else { preconditionFailure("the set has not been evaluated") }
        return outcome
    }

    /// Whether a story's graph is another with an evaluated set.
    func matters(_ set: LeverSet, scenario: Int) -> Bool { story(set, scenario).map { !$0.cannotMatter } ?? false }

    private func part(of set: LeverSet, _ scenario: Int) -> LeverSet {
        guard let reach else { return set }
        return LeverSet(set.members.filter { reach[$0][scenario] })
    }

    private func story(_ set: LeverSet, _ scenario: Int) -> LeverStory? {
        simulated[scenario][part(of: set, scenario)] ?? nil
    }

    private func outcome(_ set: LeverSet) -> SetOutcome {
        SetOutcome(
            goals: goals.compactMap { goal in
                story(set, goal.scenario)?.comparison.objectives.first { $0.id == goal.reference.objective }
            },
            changedTrials: simulated.indices.reduce(0) { sum, scenario in
                sum + (story(set, scenario).map { $0.comparison.trials - $0.comparison.unchangedTrials } ?? 0)
            })
    }
}
