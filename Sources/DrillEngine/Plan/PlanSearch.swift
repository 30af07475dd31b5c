internal import DrillResults

/// Looks for the best set of levers: greedy over singles and pairs, by gain per weight and by gain, then swaps until
/// nothing improves. Gains do not add up and nothing is submodular (on two parallel routes each lever alone gains
/// nothing), so no bound is claimed.
struct PlanSearch {
    private(set) var evaluator: PlanEvaluator
    let aim: PlanAim
    /// Levers that may be taken, by position.
    let pool: [Int]
    /// Sets that may be simulated.
    let mostSets: Int
    /// Called with the number of sets simulated so far.
    let progress: @Sendable (Int) -> Void

    /// Pairs that did more together than apart when nothing else was done, best first.
    private var couples: [LeverSet] = []

    /// Levers tried in twos in the first round, and later ones.
    private static let widest = 40
    private static let wide = 10

    init(
        _ evaluator: PlanEvaluator, aim: PlanAim, pool: [Int], mostSets: Int,
        progress: @escaping @Sendable (Int) -> Void
    ) {
        self.evaluator = evaluator
        self.aim = aim
        self.pool = pool
        self.mostSets = mostSets
        self.progress = progress
    }

    /// Best of all sets that were simulated.
    mutating func run() async throws {
        try await evaluate([LeverSet()] + pool.map { LeverSet([$0]) })
        try await findCouples()
        for perWeight in [true, false] {
            let start = try await greedy(perWeight: perWeight)
            try await swap(start)
        }
    }

    private var isSpent: Bool { evaluator.evaluated >= mostSets }

    private mutating func evaluate(_ sets: [LeverSet]) async throws {
        // In pieces, so that progress is told and a cancelled task ends soon.
        var rest = sets.filter(aim.fits)[...]
        while !rest.isEmpty, !isSpent {
            try Task.checkCancellation()
            try await evaluator.evaluate(rest.prefix(64))
            rest = rest.dropFirst(64)
            progress(evaluator.evaluated)
        }
    }

    /// Those that were simulated: some may not, once the most sets have been.
    private func tried(_ sets: [LeverSet]) -> [LeverSet] {
        sets.filter { aim.fits($0) && evaluator.has($0) }
    }

    private func rank(_ set: LeverSet) -> PlanAim.Rank { aim.rank(set, evaluator) }

    // MARK: Pairs

    /// Tries pairs while nothing else is done.
    private mutating func findCouples() async throws {
        let promising = mostPromising(Self.widest)
        let pairs = promising.indices.flatMap { first in
            promising[(first + 1)...].compactMap { second -> LeverSet? in
                let pair = LeverSet([promising[first]]).adding(second, among: aim.levers)
                return pair.members.count == 2 ? pair : nil
            }
        }
        // Half of the sets are kept for what comes after.
        let fitting = pairs.filter(aim.fits)
        try await evaluate(Array(fitting.prefix(max(0, mostSets / 2 - evaluator.evaluated))))
        let today = rank(LeverSet()).distance
        func surplus(_ pair: LeverSet) -> Int {
            let alone = pair.members.reduce(0) { $0 + max(0, today - rank(LeverSet([$1])).distance) }
            return today - rank(pair).distance - alone
        }
        couples = tried(pairs).map { ($0, surplus($0)) }.filter { $0.1 > 0 }
            .sorted { ($1.1, $0.0.members[0], $0.0.members[1]) < ($0.1, $1.0.members[0], $1.0.members[1]) }
            .prefix(Self.wide * 2).map(\.0)
    }

    /// Half of them by what they gain alone, per weight; the others by how many trials they change without gaining: on
    /// parallel routes each delays, and only together they prevent.
    private func mostPromising(_ count: Int) -> [Int] {
        let today = rank(LeverSet()).distance
        let singles = tried(pool.map { LeverSet([$0]) }).map { set in
            Single(
                lever: set.members[0], gain: today - rank(set).distance, changed: evaluator[set].changedTrials,
                weight: set.weight(aim.levers))
        }
        let gaining = singles.filter { $0.gain > 0 }.sorted {
            ($1.perWeight, $0.lever) < ($0.perWeight, $1.lever)
        }
        let others = singles.filter { $0.gain <= 0 }.sorted {
            ($1.changed, $0.weight, $0.lever) < ($0.changed, $1.weight, $1.lever)
        }
        let half = max(count / 2, count - others.count)
        let chosen = gaining.prefix(half).map(\.lever)
        return (chosen + others.prefix(count - chosen.count).map(\.lever)).sorted()
    }

    // MARK: Greedy

    private mutating func greedy(perWeight: Bool) async throws -> LeverSet {
        var set = LeverSet()
        while !isSpent {
            let today = rank(set)
            if aim.isReached(today) { break }
            let moves = try await additions(to: set)
            let steps = moves.map { ($0, today.distance - rank($0).distance, $0.weight(aim.levers) - today.weight) }
                .filter { $0.1 > 0 }
            let best = steps.min { a, b in
                let (one, other) =
                    perWeight
                    ? (Double(a.1) / max(a.2, 1e-9), Double(b.1) / max(b.2, 1e-9)) : (Double(a.1), Double(b.1))
                return one == other ? rank(a.0) < rank(b.0) : one > other
            }
            guard let best else { break }
            set = best.0
        }
        return set
    }

    /// The set with one more lever, or two.
    private mutating func additions(to set: LeverSet) async throws -> [LeverSet] {
        let singles = pool.filter { !set.contains($0) }.map { set.adding($0, among: aim.levers) }
        try await evaluate(singles)
        let pairs = twos(onto: set, singles: tried(singles))
        try await evaluate(pairs)
        return tried(singles) + tried(pairs)
    }

    /// Two more levers: the couples, and the best singles of this round in twos.
    private func twos(onto set: LeverSet, singles: [LeverSet]) -> [LeverSet] {
        let best = singles.sorted { rank($0) < rank($1) }.prefix(Self.wide).compactMap { single in
            single.members.first { !set.contains($0) }
        }
        let pairs = best.indices.flatMap { first in
            best[(first + 1)...].map { LeverSet([best[first], $0]) }
        }
        return (couples + pairs).map { pair in
            pair.members.reduce(set) { $0.adding($1, among: aim.levers) }
        }
    }

    // MARK: Swaps

    /// Takes one lever out, or none, and puts one or two in, while that improves.
    private mutating func swap(_ start: LeverSet) async throws {
        var set = start
        while !isSpent {
            var moves = try await additions(to: set)
            for lever in set.members where !isSpent {
                let less = set.without(lever)
                try await evaluate([less])
                moves += tried([less])
                moves += try await additions(to: less)
            }
            guard let best = moves.min(by: { rank($0) < rank($1) }), rank(best) < rank(set) else { return }
            set = best
        }
    }
}

extension PlanAim {
    /// Whether nothing is left to gain: under a target, all goals are there.
    func isReached(_ rank: Rank) -> Bool { rank.distance == 0 }
}

/// A lever alone, against today.
private struct Single {
    var lever: Int
    var gain: Int
    var changed: Int
    var weight: Double

    var perWeight: Double { Double(gain) / max(weight, 1e-9) }
}
