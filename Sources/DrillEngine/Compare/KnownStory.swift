internal import DrillResults
internal import Scenarios

/// What is known of one company in one story: as things stand and with changes, stretch by stretch.
struct KnownStory: Sendable {
    /// What has been found out about a change.
    private struct Change: Sendable {
        /// Nil where the graph is today's.
        var told: Told?
        var tallies: [Stretch: ChangeTally] = [:]
        /// The stretches on which it is known, and on which what is lost is.
        var reached: Set<Stretch> = []
        var outcomes: Set<Stretch> = []
    }

    /// What a changed graph says without any trial.
    private struct Told: Sendable {
        /// Ids of objectives that apply with and without it, by position.
        var objectives: [String?]
        /// Ids of the steps on which it acts.
        var steps: [String]
        var twoWay: String?
    }

    let scenario: Scenario
    let organization: String
    /// Nil until somebody has asked.
    private(set) var applies: Bool?
    /// Whether an objective can be lost, by position.
    private(set) var objectives: [Bool] = []
    private var today: [Stretch: StoryTallies] = [:]
    private var changes: [StoryChange.Name: Change] = [:]
    /// Changes that are others in this story, since what they hold is not asked for.
    private var aliases: [StoryChange.Name: StoryChange.Name] = [:]

    init(scenario: Scenario, organization: String) {
        (self.scenario, self.organization) = (scenario, organization)
    }

    private func name(_ name: StoryChange.Name) -> StoryChange.Name { aliases[name] ?? name }

    /// Whether nothing need be simulated to know a change.
    func knows(_ change: StoryChange.Name, on stretch: Stretch, outcomes: Bool) -> Bool {
        if applies == false { return true }
        guard let today = today[stretch], let known = changes[name(change)] else { return false }
        if outcomes, today.outcomes == nil { return false }
        return known.told == nil || (outcomes ? known.outcomes : known.reached).contains(stretch)
    }

    /// Takes note of a compiled story.
    ///
    /// - Returns: What of it must be simulated; nil where nothing must.
    mutating func meet(_ story: ChangedStory?, on stretch: Stretch) -> ChangedStory? {
        applies = story != nil
        guard let story else { return nil }
        objectives = story.base.members[story.member].objectives.map { $0 != nil }
        var open: [Int] = []
        var names: Set<StoryChange.Name> = []
        for (place, asked) in story.asked.enumerated() {
            if let variant = story.variants[place], variant.holdsNothing, asked.change.name.end != nil {
                var plain = asked.change.name
                plain.end = nil
                aliases[asked.change.name] = plain
            }
            let name = name(asked.change.name)
            if knows(name, on: stretch, outcomes: asked.tellsOutcomes) || !names.insert(name).inserted { continue }
            let told = told(story, place)
            if changes[name] == nil {
                changes[name] = Change(told: told)
            } else if asked.tellsOutcomes {
                changes[name]?.told = told
            }
            open.append(place)
        }
        return open.isEmpty ? nil : story.picking(open)
    }

    private func told(_ story: ChangedStory, _ place: Int) -> Told? {
        story.variants[place].map {
            Told(
                objectives: story.objectives(place), steps: story.asked[place].tellsOutcomes ? $0.steps : [],
                twoWay: story.asked[place].change.twoWay)
        }
    }

    /// Keeps what was counted on a stretch.
    mutating func keep(_ story: ChangedStory, _ tallies: StoryTallies, on stretch: Stretch) {
        for (place, asked) in story.asked.enumerated() {
            let name = name(asked.change.name)
            changes[name]?.tallies[stretch] = tallies.changes[place]
            changes[name]?.reached.insert(stretch)
            if asked.tellsOutcomes { changes[name]?.outcomes.insert(stretch) }
        }
        if today[stretch]?.outcomes == nil {
            var own = tallies
            own.changes = []
            today[stretch] = own
        }
    }
}

// MARK: - Reading

extension KnownStory {
    /// What a change does, on as many trials as it was run on, those up to a stretch at most; nil where the scenario does
    /// not apply.
    func story(_ change: StoryChange.Name, upTo last: Stretch = .rest) -> LeverStory? {
        let stretches = last.upTo.filter { knows(change, on: $0, outcomes: true) }
        guard applies == true, let known = changes[name(change)] else { return nil }
        let worlds = today[.few]?.outcomes?.trials.count ?? 0
        var base = OutcomeTally(objectives: objectives.count, worlds: worlds)
        var own = ChangeTally.Outcomes(difference: DifferenceTally(objectives: objectives.count, worlds: worlds))
        for stretch in stretches {
            if let outcomes = today[stretch]?.outcomes { base.merge(outcomes) }
            if let outcomes = known.tallies[stretch]?.outcomes { own.merge(outcomes) }
        }
        let ids = known.told?.objectives ?? zip(scenario.objectives, objectives).map { $1 ? $0.id : nil }
        return LeverStory(
            comparison: own.difference.comparison(
                beside: base, scenario: scenario.id, organization: organization, objectives: ids),
            cannotMatter: known.told == nil,
            prevented: ids.indices.filter { ids[$0] != nil }.map(own.difference.prevented),
            steps: known.told?.steps ?? [],
            tripwires: own.lost.reduce(into: [:]) { reasons, lost in
                reasons[scenario.objectives[lost.key].id] = lost.value.reason(scenario, twoWay: known.told?.twoWay)
            })
    }

    /// Whether the graph is another with a change that is known.
    func matters(_ change: StoryChange.Name) -> Bool { changes[name(change)]?.told != nil }

    /// Trials of the few that differ with a change in what is reached or lost.
    func differing(_ change: StoryChange.Name) -> Int { changes[name(change)]?.tallies[.few]?.differing ?? 0 }

    /// The trials that reach an objective with a change; nil where it cannot be reached, or the change is not known.
    func reached(
        _ objective: Int, with change: StoryChange.Name = StoryChange.Name(), upTo last: Stretch
    ) -> ReachedTrials? {
        let known = changes[name(change)]
        guard applies == true, objectives[objective], known != nil || change == StoryChange.Name() else { return nil }
        var trials = ReachedTrials()
        for stretch in last.upTo {
            guard let own = today[stretch] else { continue }
            trials.worlds += own.worlds
            trials.active += own.active
            let moved = known?.tallies[stretch]?.moved[objective]
            trials.reached += own.reached[objective].enumerated().map { $1 ^ (moved?[$0] ?? 0) }
        }
        return trials
    }
}
