internal import DrillResults

/// Finds the set: on few trials, then among the best on all of them.
struct PlanChoice {
    /// On few trials, and on all; the same number where there are few.
    var search: PlanEvaluator
    var full: PlanEvaluator
    let aim: PlanAim
    /// Levers that may be taken and on which some step depends, by position.
    let pool: [Int]
    let mostSets: Int
    let progress: @Sendable (RunProgress) -> Void

    private(set) var chosen = LeverSet()
    private(set) var isExact = false

    /// Sets that are compared on all trials.
    private static let finalists = 5

    init(
        search: PlanEvaluator, full: PlanEvaluator, aim: PlanAim, pool: [Int], mostSets: Int,
        progress: @escaping @Sendable (RunProgress) -> Void
    ) {
        self.search = search
        self.full = full
        self.aim = aim
        self.pool = pool
        self.mostSets = mostSets
        self.progress = progress
    }

    mutating func choose() async throws {
        if case .target = aim.limit {
            try await heuristic()
            try await exactTarget()
        } else if let sets = listing(upTo: aim.most) {
            try await evaluate(sets)
            isExact = true
            try await compare(best(sets, slack: 0))
        } else {
            try await heuristic()
        }
        try await polish()
    }

    private func listing(upTo weight: Double) -> [LeverSet]? {
        guard pool.count <= PlanAnalysis.mostExactLevers else { return nil }
        return PlanEnumeration.sets(of: pool, among: aim.levers, upTo: weight, most: mostSets)
    }

    private mutating func heuristic() async throws {
        var greedy = PlanSearch(search, aim: aim, pool: pool, mostSets: mostSets, progress: progress)
        try await greedy.run()
        search = greedy.evaluator
        let sets = search.sets.filter(aim.fits)
        try await compare(best(sets, slack: 0) + (slack > 0 ? best(sets, slack: slack) : []))
        try await complete()
    }

    /// Every set lighter than the one that was found, lightest first, until one reaches the target on all trials.
    private mutating func exactTarget() async throws {
        let found = aim.rank(chosen, full)
        let isReached = aim.isReached(found)
        guard let sets = listing(upTo: isReached ? found.weight : .infinity) else { return }
        try await evaluate(sets)
        isExact = true
        // Near enough on few trials to be there on all.
        let hopeful = sets.filter { aim.rank($0, search, slack: -slack).distance == 0 }
        for (place, set) in hopeful.enumerated() {
            progress(RunProgress(share: 0.8 + 0.15 * Double(place) / Double(hopeful.count)))
            if isReached, set.weight(aim.levers) > found.weight { return }
            try await compare([set])
            if aim.isReached(aim.rank(set, full)) { return }
        }
        if !isReached { try await compare(best(sets, slack: 0)) }
    }

    /// Two standard errors of the target's share on few trials; 0 where the search has all trials.
    private var slack: Double {
        guard case .target(let share) = aim.limit, search.trials < full.trials else { return 0 }
        return 2 * (max(share, 0.01) * (1 - share) / Double(search.trials)).squareRoot()
    }

    private mutating func evaluate(_ sets: [LeverSet]) async throws {
        var rest = sets[...]
        while !rest.isEmpty {
            try Task.checkCancellation()
            try await search.evaluate(rest.prefix(64))
            rest = rest.dropFirst(64)
            progress(.sets(search.evaluated, left: rest.count))
        }
    }

    private func best(_ sets: [LeverSet], slack: Double) -> [LeverSet] {
        sets.map { aim.rank($0, search, slack: slack) }.sorted().prefix(Self.finalists).map(\.set)
    }

    /// Takes one of the sets where it is better than the one chosen so far, on all trials.
    ///
    /// What would be asked next of the first of them is simulated in the same pass.
    private mutating func compare(_ sets: [LeverSet]) async throws {
        let next = sets.first.map { path(to: $0) + idle(in: $0) } ?? []
        try await full.evaluate([chosen] + sets + next)
        for set in sets where aim.rank(set, full) < aim.rank(chosen, full) { chosen = set }
    }

    /// A target that was reached on few trials and is missed on all: adds levers while that brings it nearer.
    private mutating func complete() async throws {
        guard case .target = aim.limit else { return }
        while !aim.isReached(aim.rank(chosen, full)) {
            let before = chosen
            let more = pool.filter { !before.contains($0) }.map { before.adding($0, among: aim.levers) }
            try await evaluate(more)
            try await compare(best(more, slack: slack))
            if chosen == before { return }
        }
    }

    /// Leaves out levers that bring nothing on all trials, among those that bring nothing on few.
    private mutating func polish() async throws {
        while true {
            let before = chosen
            try await evaluate([before] + before.members.map(before.without))
            try await compare(idle(in: before))
            if chosen == before { return }
        }
    }

    /// The set without one of the levers that bring nothing on few trials.
    private func idle(in set: LeverSet) -> [LeverSet] {
        guard search.has(set) else { return [] }
        let today = aim.rank(set, search).distance
        return set.members.map(set.without).filter { search.has($0) && aim.rank($0, search).distance <= today }
    }

    /// What stands after each step of a set, from nothing on.
    private func path(to set: LeverSet) -> [LeverSet] {
        let order = order(of: set)
        return (0...order.count).map { LeverSet(order.prefix($0)) }
    }

    /// The members of the chosen set, best first: by what each is expected to bring beside those before it, per weight.
    func order() -> [Int] { order(of: chosen) }

    private func order(of set: LeverSet) -> [Int] {
        PlanHopes(search, aim: aim, pool: pool, couples: []).order(of: set)
    }

    /// Simulates what stands after each step, on all trials.
    mutating func follow(_ order: [Int]) async throws {
        try await full.evaluate((0...order.count).map { LeverSet(order.prefix($0)) })
    }
}
