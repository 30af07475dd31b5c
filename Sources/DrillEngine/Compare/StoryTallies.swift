/// What a story's trials add up to on a stretch, as things stand and with each change; parts of the stretch add up in any
/// order.
struct StoryTallies: Sendable {
    /// As things stand; nil where nobody asks for what is lost.
    private(set) var outcomes: OutcomeTally?
    /// By batch, its world, and the trials that belong to the stretch.
    let worlds: [Int]
    private(set) var active: [UInt32]
    /// Trials that reach an objective as things stand.
    private(set) var reached: TrialBits
    /// In the order of the changes.
    var changes: [ChangeTally]

    /// - Parameter tellsOutcomes: By change, whether it is asked for what is lost.
    init(objectives: Int, tellsOutcomes: [Bool], isAskedForOutcomes: Bool, plan: TrialPlan, worlds: Int) {
        outcomes = isAskedForOutcomes ? OutcomeTally(objectives: objectives, worlds: worlds) : nil
        self.worlds = plan.worlds
        active = Array(repeating: 0, count: plan.worlds.count)
        reached = TrialBits(objectives: objectives, batches: plan.worlds.count)
        let none = ChangeTally(moved: reached)
        let outcomes = ChangeTally.Outcomes(difference: DifferenceTally(objectives: objectives, worlds: worlds))
        changes = tellsOutcomes.map { tells in
            var tally = none
            tally.outcomes = tells ? outcomes : nil
            return tally
        }
    }

    /// Counts a batch as things stand.
    mutating func add(_ read: BatchOutcomes, active: UInt32, world: Int) {
        outcomes?.add(read, active: active, world: world)
    }

    /// Lists a batch: which trials there are, and which of them reach an objective.
    mutating func list(_ batch: Int, active: UInt32, reached bits: (Int) -> UInt32, objectives: Int) {
        self.active[batch] = active
        for number in 0..<objectives { reached.set(number, bits(number), batch: batch) }
    }

    mutating func merge(_ other: StoryTallies) {
        if let more = other.outcomes { outcomes?.merge(more) }
        for batch in active.indices { active[batch] |= other.active[batch] }
        reached.merge(other.reached)
        for place in changes.indices { changes[place].merge(other.changes[place]) }
    }
}

/// How one change's trials differ from today's.
struct ChangeTally: Sendable {
    /// What is lost more or less, and why.
    struct Outcomes: Sendable {
        var difference: DifferenceTally
        /// By objective, what is lost in the trials that reach it only with the change.
        var lost: [Int: Losses] = [:]
    }

    /// Trials that reach an objective either with the change or without, not both.
    var moved: TrialBits
    /// Trials that differ at any place that is read.
    var differing = 0
    /// Nil where nobody asks.
    var outcomes: Outcomes?

    mutating func merge(_ other: ChangeTally) {
        moved.merge(other.moved)
        differing += other.differing
        if let more = other.outcomes { outcomes?.merge(more) }
    }
}

extension ChangeTally.Outcomes {
    mutating func merge(_ other: Self) {
        difference.merge(other.difference)
        lost.merge(other.lost) { one, two in
            var sum = one
            sum.merge(two)
            return sum
        }
    }
}
