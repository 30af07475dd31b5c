internal import DrillResults
internal import Scenarios

/// A story's objective that a plan brings down.
struct PlanGoal: Sendable, Equatable {
    /// By position: a scenario may stand twice in an exercise, with other parameters.
    var scenario: Int
    /// The objective, by position in the scenario.
    var objective: Int
    var reference: ObjectiveReference
}

/// What a set of levers does.
struct SetOutcome: Sendable {
    /// The trials that reach a goal today, and with the set.
    struct Goal: Sendable {
        var before: ReachedTrials
        var after: ReachedTrials
    }

    /// In the order of the goals.
    var goals: [Goal]
    /// Trials of the few that differ in what is reached or lost, over all stories.
    var differing: Int

    /// Trials that reach a goal, by goal.
    let counts: [Int]
}

/// Sets of levers, each judged against today's state on the same random numbers.
struct PlanEvaluator: Sendable {
    let company: CompanyTrials
    let goals: [PlanGoal]
    let levers: [PlanLever]
    /// The trials on which sets are judged: those up to a stretch.
    let stretch: Stretch
    /// By lever, whether a scenario's graph depends on it, by scenario; nil: on every lever. Sets that differ only in
    /// what a story does not depend on are one in it.
    var reach: [[Bool]]?
    private var known: [LeverSet: SetOutcome] = [:]

    init(company: CompanyTrials, goals: [PlanGoal], levers: [PlanLever], trials stretch: Stretch) {
        self.company = company
        self.goals = goals
        self.levers = levers
        self.stretch = stretch
    }

    var trials: Int { company.settings.trials(upTo: stretch) }
    /// Sets judged so far.
    var evaluated: Int { known.count }
    /// All sets judged so far, in no order.
    var sets: [LeverSet] { Array(known.keys) }

    /// Simulates those sets that have not been yet.
    mutating func evaluate(_ sets: some Sequence<LeverSet>) async throws {
        var fresh: [LeverSet] = []
        var seen: Set<LeverSet> = []
        for set in sets where known[set] == nil && seen.insert(set).inserted { fresh.append(set) }
        // A story without a goal has nothing to say.
        let changes = company.loaded.scenarios.indices.map { scenario in
            goals.contains { $0.scenario == scenario } ? fresh.map { change($0, scenario) } : []
        }
        try await company.run([Asked(changes: changes, trials: stretch, tellsOutcomes: false)])
        for set in fresh { known[set] = outcome(set) }
    }

    /// Whether the set has been judged.
    func has(_ set: LeverSet) -> Bool { known[set] != nil }

    /// What an evaluated set does.
    subscript(set: LeverSet) -> SetOutcome {
        guard let outcome = known[set] else { preconditionFailure("the set has not been evaluated") }
        return outcome
    }

    /// Whether a story's graph is another with an evaluated set.
    func matters(_ set: LeverSet, scenario: Int) -> Bool { company[scenario].matters(change(set, scenario).name) }

    /// What of a set a story depends on, as one change.
    private func change(_ set: LeverSet, _ scenario: Int) -> StoryChange {
        guard let reach else { return set.change(levers) }
        return LeverSet(set.members.filter { reach[$0][scenario] }).change(levers)
    }

    private func outcome(_ set: LeverSet) -> SetOutcome {
        var goals: [SetOutcome.Goal] = []
        var differing = 0
        for goal in self.goals {
            let (story, change) = (company[goal.scenario], change(set, goal.scenario).name)
            differing += story.differing(change)
            guard let before = story.reached(goal.objective, upTo: stretch),
                let after = story.reached(goal.objective, with: change, upTo: stretch)
            else { continue }
            goals.append(SetOutcome.Goal(before: before, after: after))
        }
        return SetOutcome(goals: goals, differing: differing, counts: goals.map(\.after.count))
    }
}
