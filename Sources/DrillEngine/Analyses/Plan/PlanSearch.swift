internal import DrillResults

/// Looks for the best set of levers. Gains do not add up and nothing is submodular (on two parallel routes each lever
/// alone gains nothing), so no bound is claimed.
///
/// A set that has been simulated names the trials that it leaves lost. Of another set is expected that it leaves what
/// all its simulated parts leave: so thousands of sets are compared without simulating them, and the most hopeful are
/// simulated, until none that is left is expected to be better. What parts do together and not apart shows in pairs, which
/// are tried first, and in the neighbours of the best set, which are tried last.
struct PlanSearch {
    private(set) var evaluator: PlanEvaluator
    let aim: PlanAim
    /// Levers that may be taken, by position.
    let pool: [Int]
    /// Sets that may be simulated.
    let mostSets: Int
    let progress: @Sendable (RunProgress) -> Void

    /// Pairs that did more together than apart when nothing else was done.
    private var couples: [LeverSet] = []

    /// Levers tried in twos.
    private static let widest = 12
    /// Best sets whose neighbours are tried.
    private static let leaders = 4
    /// Hopeful sets that are simulated at once.
    private static let round = 6

    init(
        _ evaluator: PlanEvaluator, aim: PlanAim, pool: [Int], mostSets: Int,
        progress: @escaping @Sendable (RunProgress) -> Void
    ) {
        self.evaluator = evaluator
        self.aim = aim
        self.pool = pool
        self.mostSets = mostSets
        self.progress = progress
    }

    /// Simulates until nothing better is expected, or as many sets as may be.
    mutating func run() async throws {
        try await evaluate([LeverSet()] + pool.map { LeverSet([$0]) })
        try await findCouples()
        var best = rank(LeverSet())
        while !isSpent {
            try await followHopes()
            let ranked = evaluator.sets.filter(aim.fits).map(rank).sorted()
            guard let found = ranked.first, found < best else { break }
            best = found
            // Of sets that few trials hardly tell apart, the second may lead further.
            try await evaluate(ranked.prefix(Self.leaders).flatMap { neighbours(of: $0.set) })
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
            progress(.sets(evaluator.evaluated, left: rest.count))
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
        couples = tried(pairs).filter { pair in
            let alone = pair.members.reduce(0) { $0 + max(0, today - rank(LeverSet([$1])).distance) }
            return today - rank(pair).distance > alone
        }
    }

    /// Half of them by what they gain alone, per weight; the others by how many trials they change without gaining: on
    /// parallel routes each delays, and only together they prevent.
    private func mostPromising(_ count: Int) -> [Int] {
        let today = rank(LeverSet()).distance
        let singles = tried(pool.map { LeverSet([$0]) }).map { set in
            Single(
                lever: set.members[0], gain: today - rank(set).distance, changed: evaluator[set].differing,
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

    // MARK: Hopes

    /// Simulates what is expected to be best, until the expectation holds.
    private mutating func followHopes() async throws {
        while !isSpent {
            let best = evaluator.sets.filter(aim.fits).map(rank).min()
            let open = PlanHopes(evaluator, aim: aim, pool: pool, couples: couples).ranked().filter { hope in
                !evaluator.has(hope.set) && (best.map { hope < $0 } ?? true)
            }
            if open.isEmpty { return }
            try await evaluate(open.prefix(Self.round).map(\.set))
        }
    }

    /// One lever, or a couple, more, and one less.
    private func neighbours(of set: LeverSet) -> [LeverSet] {
        pool.filter { !set.contains($0) }.map { set.adding($0, among: aim.levers) }
            + couples.map { $0.members.reduce(set) { $0.adding($1, among: aim.levers) } } + set.members.map(set.without)
    }
}

extension RunProgress {
    /// How far a plan has come: sets tried, those that are known to be still to try, and as many as usually come after.
    static func sets(_ done: Int, left: Int) -> RunProgress {
        RunProgress(share: 0.8 * Double(done) / Double(done + left + 40))
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
