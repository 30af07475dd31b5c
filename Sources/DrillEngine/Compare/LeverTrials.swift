internal import DrillResults
internal import Scenarios

/// Changes of one company, and what is known of each: on few trials of every story, or on all.
struct LeverTrials {
    let stories: LeverStories
    /// By scenario, an objective whose trials are listed on the few; nil: none is.
    let goals: [Int?]
    private(set) var changes: [LeverChange] = []
    /// By scenario, with all changes.
    private var passes: [StoryPass?] = []
    private var few: [StoryTallies?] = []
    /// Changes that have been run on all trials, by position: stories by scenario.
    private var full: [Int: [LeverStory]] = [:]

    init(_ stories: LeverStories, listing goals: [Int?] = []) {
        self.stories = stories
        self.goals = goals
    }

    /// Runs further changes on few trials.
    ///
    /// - Returns: Their positions.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    mutating func add(_ more: [LeverChange]) async throws -> Range<Int> {
        let own = stories.loaded.scenarios.map { _ in more }
        let added =
            passes.isEmpty
            ? try await stories.passes(own)
            : try await stories.adding(own, to: passes.map { $0?.picking([]) })
        let counted = try await stories.tallies(
            added, on: .few, reading: goals.map { $0.map(PassReading.listing) ?? .outcomes })
        if passes.isEmpty {
            (passes, few) = (added, counted)
        } else {
            for scenario in passes.indices {
                guard let pass = added[scenario], let tallies = counted[scenario] else { continue }
                passes[scenario]?.append(pass)
                few[scenario]?.append(tallies)
            }
        }
        changes += more
        return (changes.count - more.count)..<changes.count
    }

    /// Runs some changes, by position, on the trials that are left: one pass over them.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    mutating func finish(_ places: [Int]) async throws {
        let open = places.filter { full[$0] == nil }
        guard !open.isEmpty else { return }
        let chosen = passes.map { $0?.picking(open) }
        let rest = try await stories.tallies(chosen, on: .rest)
        var found = open.map { _ in [LeverStory]() }
        for scenario in chosen.indices {
            guard let pass = chosen[scenario], var tallies = few[scenario]?.picking(open), let rest = rest[scenario]
            else { continue }
            tallies.merge(rest)
            for (place, story) in pass.stories(tallies).enumerated() { found[place].append(story) }
        }
        for (place, own) in zip(open, found) { full[place] = own }
    }

    /// A change's stories that apply, in the exercise's order, on as many trials as it was run on.
    func stories(of place: Int) -> [LeverStory] { full[place] ?? sighted(place) }

    /// The same on few trials.
    func sighted(_ place: Int) -> [LeverStory] {
        zip(passes, few).compactMap { pass, tallies in
            guard let pass, let tallies else { return nil }
            return pass.picking([place]).stories(tallies.picking([place])).first
        }
    }

    /// What a change does in one story on few trials; nil where the scenario does not apply.
    func sight(_ place: Int, in scenario: Int) -> LeverSight? {
        guard let pass = passes[scenario], let tallies = few[scenario] else { return nil }
        return LeverSight(
            matters: pass.variants[place] != nil, differing: tallies.changes[place].differing,
            reaching: tallies.changes[place].reaching)
    }
}

/// What a change does in one story on few trials.
struct LeverSight: Equatable {
    /// Whether the story's graph is another.
    var matters: Bool
    /// Trials that differ in what is reached or lost.
    var differing: Int
    /// As `StoryTallies.reaching`.
    var reaching: [UInt32]
}
