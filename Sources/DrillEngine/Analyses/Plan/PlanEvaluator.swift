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
    /// In the order of the goals; none on few trials.
    var goals: [ObjectiveComparison]
    /// Trials that reach a goal, by goal.
    var counts: [Int]
    /// The same trials by name, by goal, where they are listed; see ``StoryTallies/reaching``.
    var trials: [[UInt32]]
    /// Trials that differ in what is reached or lost, over all stories.
    var differing: Int
}

/// Sets of levers, each simulated once against today's state on the same random numbers.
struct PlanEvaluator: Sendable {
    let stories: LeverStories
    let goals: [PlanGoal]
    let levers: [PlanLever]
    /// The trials on which sets are judged; on the few, trials that reach a goal are listed.
    let stretch: Stretch
    /// By lever, whether a scenario's graph depends on it, by scenario; nil: on every lever. Sets that differ only in
    /// what a story does not depend on are simulated once in it.
    var reach: [[Bool]]?
    private var known: [LeverSet: SetOutcome] = [:]
    /// By scenario; nil where it does not apply.
    private var simulated: [[LeverSet: Part?]]

    /// What a set does in one story.
    private struct Part: Sendable {
        /// Whether the story's graph is another.
        var matters: Bool
        /// On all trials.
        var story: LeverStory?
        /// Trials that differ in what is reached or lost.
        var differing: Int
        /// On few trials: those that reach the goal.
        var trials: [UInt32]
    }

    init(stories: LeverStories, goals: [PlanGoal], levers: [PlanLever], stretch: Stretch) {
        self.stories = stories
        self.goals = goals
        self.levers = levers
        self.stretch = stretch
        simulated = stories.loaded.scenarios.map { _ in [:] }
    }

    var trials: Int { stories.settings.trials(of: stretch) }
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
            // A story without a goal has nothing to say.
            guard goals.contains(where: { $0.scenario == scenario }) else { return [] }
            var asked: Set<LeverSet> = []
            return fresh.map { part(of: $0, scenario) }.filter { part in
                simulated[scenario][part] == nil && asked.insert(part).inserted
            }
        }
        if open.contains(where: { !$0.isEmpty }) { try await simulate(open) }
        for set in fresh { known[set] = outcome(set) }
    }

    private mutating func simulate(_ open: [[LeverSet]]) async throws {
        let changes = open.map { parts in parts.map { $0.change(levers) } }
        let passes = zip(try await stories.passes(changes), open).map { pass, parts in parts.isEmpty ? nil : pass }
        let readings = simulated.indices.map { scenario -> PassReading in
            let goal = goals.first { $0.scenario == scenario }?.objective
            return stretch == .few ? goal.map(PassReading.only) ?? .outcomes : .outcomes
        }
        let tallies = try await stories.tallies(passes, on: stretch, reading: readings)
        for scenario in open.indices {
            guard let pass = passes[scenario], let tallies = tallies[scenario] else {
                for part in open[scenario] { simulated[scenario].updateValue(nil, forKey: part) }
                continue
            }
            let found = stretch == .few ? [] : pass.stories(tallies)
            for (place, part) in open[scenario].enumerated() {
                let tally = tallies.changes[place]
                simulated[scenario][part] = Part(
                    matters: pass.variants[place] != nil, story: found.isEmpty ? nil : found[place],
                    differing: tally.differing, trials: tally.reaching)
            }
        }
    }

    /// Takes over what is known of today and of each lever alone on few trials.
    ///
    /// - Parameter levers: By lever, the change's position.
    mutating func know(_ trials: LeverTrials, levers places: [Int]) {
        for scenario in simulated.indices where goals.contains(where: { $0.scenario == scenario }) {
            for (lever, place) in places.enumerated() {
                guard let sight = trials.sight(place, in: scenario) else { continue }
                simulated[scenario][LeverSet([lever])] = Part(
                    matters: sight.matters, story: nil, differing: sight.differing, trials: sight.reaching)
            }
        }
    }

    /// Whether the set has been simulated.
    func has(_ set: LeverSet) -> Bool { known[set] != nil }

    /// What an evaluated set does.
    subscript(set: LeverSet) -> SetOutcome {
        guard let outcome = known[set] else { preconditionFailure("the set has not been evaluated") }
        return outcome
    }

    /// Whether a story's graph is another with an evaluated set.
    func matters(_ set: LeverSet, scenario: Int) -> Bool {
        story(set, scenario)?.matters ?? false
    }

    private func part(of set: LeverSet, _ scenario: Int) -> LeverSet {
        guard let reach else { return set }
        return LeverSet(set.members.filter { reach[$0][scenario] })
    }

    private func story(_ set: LeverSet, _ scenario: Int) -> Part? {
        simulated[scenario][part(of: set, scenario)] ?? nil
    }

    private func outcome(_ set: LeverSet) -> SetOutcome {
        let parts = goals.compactMap { goal in story(set, goal.scenario).map { (goal, $0) } }
        let found = parts.compactMap { goal, part in
            part.story?.comparison.objectives.first { $0.id == goal.reference.objective }
        }
        return SetOutcome(
            goals: found,
            counts: parts.enumerated().map { place, part in
                stretch == .few ? part.1.trials.reduce(0) { $0 + $1.nonzeroBitCount } : found[place].after.count
            },
            trials: parts.map(\.1.trials), differing: parts.reduce(0) { $0 + $1.1.differing })
    }
}
