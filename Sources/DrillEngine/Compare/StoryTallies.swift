/// What a story's trials add up to as things stand, and with each change; stretches add up in any order.
struct StoryTallies: Sendable {
    private(set) var base: OutcomeTally
    /// By batch in the order of the pass, the trials that reach the goal that is listed.
    private(set) var reaching: [UInt32] = []
    /// In the order of the changes.
    var changes: [ChangeTally]

    init(objectives: Int, changes: Int, worlds: Int) {
        base = OutcomeTally(objectives: objectives, worlds: worlds)
        let none = ChangeTally(difference: DifferenceTally(objectives: objectives, worlds: worlds))
        self.changes = Array(repeating: none, count: changes)
    }

    /// Counts a batch as things stand.
    mutating func add(_ outcomes: BatchOutcomes, active: UInt32, world: Int) {
        base.add(outcomes, active: active, world: world)
    }

    /// Lists a batch's trials that reach the goal as things stand; with a change they are taken to be the same until it is
    /// told otherwise.
    mutating func list(_ goal: UInt32) {
        reaching.append(goal)
        for place in changes.indices { changes[place].reaching.append(goal) }
    }

    /// Other changes on the same trials, after the own.
    mutating func append(_ other: StoryTallies) { changes += other.changes }

    /// With some of the changes only, by position.
    func picking(_ places: [Int]) -> StoryTallies {
        var tallies = self
        tallies.changes = places.map { changes[$0] }
        return tallies
    }

    mutating func merge(_ other: StoryTallies) {
        base.merge(other.base)
        reaching += other.reaching
        for place in changes.indices { changes[place].merge(other.changes[place]) }
    }
}

/// How one change's trials differ from today's.
struct ChangeTally: Sendable {
    var difference: DifferenceTally
    /// By objective, what became of alerts in the trials that reach it only with the change.
    var lost: [Int: LostAlerts] = [:]
    /// As `StoryTallies.reaching`, with the change.
    var reaching: [UInt32] = []
    /// Trials that differ at any place that is read.
    var differing = 0

    mutating func merge(_ other: ChangeTally) {
        difference.merge(other.difference)
        lost.merge(other.lost) { one, two in
            var sum = one
            sum.merge(two)
            return sum
        }
        reaching += other.reaching
        differing += other.differing
    }
}
