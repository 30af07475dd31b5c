internal import DrillResults

/// What makes one set better than another.
struct PlanAim: Sendable {
    let limit: ImprovementPlan.Limit
    let levers: [PlanLever]

    /// Whether a set keeps within the limit.
    func fits(_ set: LeverSet) -> Bool { set.weight(levers) <= most }

    /// Most that a set may weigh.
    var most: Double {
        switch limit {
        case .effort(let days): days
        case .cost(let money, _): money
        case .target: .infinity
        }
    }

    /// How far a set is from what is wanted, in trials: trials that reach a goal, summed over the goals; under a target
    /// only those beyond it.
    func distance(_ counts: [Int], trials: Int, slack: Double = 0) -> Int {
        guard case .target(let probability) = limit else { return counts.reduce(0, +) }
        let allowed = Int(max(0, probability - slack) * Double(trials) + 1e-9)
        return counts.reduce(0) { $0 + max(0, $1 - allowed) }
    }

    /// Smaller is better: nearer to what is wanted, then lighter, then with fewer trials that reach a goal, then fewer
    /// levers; the last part only makes the order the same everywhere.
    struct Rank: Comparable {
        var distance: Int
        var weight: Double
        var reached: Int
        var set: LeverSet

        static func < (a: Rank, b: Rank) -> Bool {
            (a.distance, a.weight, a.reached, a.set.members.count)
                != (b.distance, b.weight, b.reached, b.set.members.count)
                ? (a.distance, a.weight, a.reached, a.set.members.count)
                    < (b.distance, b.weight, b.reached, b.set.members.count)
                : a.set < b.set
        }
    }

    /// - Parameter slack: taken off a target, so that what is judged on few trials also holds on many.
    func rank(_ set: LeverSet, _ evaluator: PlanEvaluator, slack: Double = 0) -> Rank {
        let counts = evaluator[set].counts
        return Rank(
            distance: distance(counts, trials: evaluator.trials, slack: slack), weight: set.weight(levers),
            reached: counts.reduce(0, +), set: set)
    }
}
