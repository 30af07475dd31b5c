internal import DrillResults

/// Which trials reach an objective, by batch.
struct ReachedTrials: Sendable, Equatable {
    var worlds: [Int] = []
    /// A bit for each trial that was simulated.
    var active: [UInt32] = []
    /// A bit for each that reaches it.
    var reached: [UInt32] = []

    /// How many were simulated, and reach it.
    var trials: Int { active.reduce(0) { $0 + $1.nonzeroBitCount } }
    var count: Int { reached.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// How many of them do not reach it in the other trials.
    func less(_ other: ReachedTrials) -> Int {
        zip(reached, other.reached).reduce(0) { $0 + ($1.0 & ~$1.1).nonzeroBitCount }
    }

    var probability: Probability {
        let moments = moments(beside: self)
        return Uncertainty.probability(
            reached: moments.map { UInt64($0.after) }, trials: moments.map { UInt64($0.trials) })
    }

    /// By world, these trials, after, beside others of the same plan, before.
    func moments(beside before: ReachedTrials) -> [PairedMoments] {
        let none = PairedMoments(trials: 0, before: 0, after: 0, squaredDifferences: 0)
        var moments = Array(repeating: none, count: (worlds.max() ?? -1) + 1)
        for batch in worlds.indices {
            let world = worlds[batch]
            moments[world].trials += Double(active[batch].nonzeroBitCount)
            moments[world].before += Double(before.reached[batch].nonzeroBitCount)
            moments[world].after += Double(reached[batch].nonzeroBitCount)
            moments[world].squaredDifferences += Double((reached[batch] ^ before.reached[batch]).nonzeroBitCount)
        }
        return moments
    }
}
