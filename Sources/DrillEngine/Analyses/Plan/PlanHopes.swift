internal import DrillResults

/// What sets of levers are expected to do, by what their simulated parts do.
///
/// Expected to be lost are the trials that every simulated part of a set leaves lost. It is more hopeful than nothing and
/// less than the truth may be: what parts do only together is not in it.
struct PlanHopes {
    private let aim: PlanAim
    private let pool: [Int]
    private let couples: [LeverSet]
    private let trials: Int
    /// Words of each goal's list.
    private let words: [Int]
    /// What is lost today, goal after goal.
    private let today: [UInt32]
    /// By lever: sets that have been simulated and hold it, with what they leave lost.
    private let known: [Int: [Part]]

    private struct Part {
        var others: [Int]
        var lost: [UInt32]
    }

    /// A set that is being put together.
    private struct Draft {
        var set = LeverSet()
        var lost: [UInt32]
    }

    /// - Parameter evaluator: on few trials, which it lists; the empty set has been simulated.
    init(_ evaluator: PlanEvaluator, aim: PlanAim, pool: [Int], couples: [LeverSet]) {
        self.aim = aim
        self.pool = pool
        self.couples = couples
        trials = evaluator.trials
        words = evaluator[LeverSet()].goals.map(\.after.reached.count)
        today = Array(evaluator[LeverSet()].goals.map(\.after.reached).joined())
        var known: [Int: [Part]] = [:]
        for set in evaluator.sets where !set.isEmpty {
            let lost = Array(evaluator[set].goals.map(\.after.reached).joined())
            for lever in set.members {
                known[lever, default: []].append(Part(others: set.members.filter { $0 != lever }, lost: lost))
            }
        }
        self.known = known
    }

    /// Sets that fit, best first: those that a search meets which takes what helps most, by weight and by itself, and then
    /// exchanges one for one or two.
    func ranked() -> [PlanAim.Rank] {
        var met: [LeverSet: PlanAim.Rank] = [:]
        for perWeight in [true, false] {
            let start = greedy(perWeight: perWeight, &met)
            improve(start, &met)
        }
        return met.values.sorted()
    }

    /// A set's members, best first: by what each is expected to bring beside those before it, per weight.
    func order(of set: LeverSet) -> [Int] {
        var draft = Draft(lost: today)
        var order: [Int] = []
        while order.count < set.members.count {
            let lost = rank(draft).reached
            let next = set.members.filter { !draft.set.contains($0) }.map { lever in
                (lever: lever, draft: adding(lever, to: draft))
            }
            func rate(_ step: (lever: Int, draft: Draft)) -> Double {
                Double(lost - rank(step.draft).reached) / max(aim.levers[step.lever].weight, 1e-9)
            }
            let best = next.min { one, other in
                let weights = (aim.levers[one.lever].weight, aim.levers[other.lever].weight)
                return (-rate(one), weights.0, one.lever) < (-rate(other), weights.1, other.lever)
            }
            guard let best else { break }
            order.append(best.lever)
            draft = best.draft
        }
        return order
    }

    // MARK: - Search

    private func greedy(perWeight: Bool, _ met: inout [LeverSet: PlanAim.Rank]) -> Draft {
        var draft = Draft(lost: today)
        while true {
            let before = rank(draft)
            if aim.isReached(before) { return draft }
            var best: (draft: Draft, rank: PlanAim.Rank, rate: Double)?
            for next in moves(from: draft) {
                let rank = rank(next)
                met[next.set] = rank
                let gain = Double(before.distance - rank.distance)
                guard gain > 0 else { continue }
                let rate = perWeight ? gain / max(rank.weight - before.weight, 1e-9) : gain
                if best.map({ rate > $0.rate || (rate == $0.rate && rank < $0.rank) }) ?? true {
                    best = (next, rank, rate)
                }
            }
            guard let best else { return draft }
            draft = best.draft
        }
    }

    /// Takes one out, or none, and puts one, or a couple, in, while that is expected to be better.
    private func improve(_ start: Draft, _ met: inout [LeverSet: PlanAim.Rank]) {
        var draft = start
        while true {
            let before = rank(draft)
            var best: (draft: Draft, rank: PlanAim.Rank) = (draft, before)
            let less = draft.set.members.map { self.draft(draft.set.without($0)) }
            for next in less + ([draft] + less).flatMap(moves) {
                let rank = rank(next)
                met[next.set] = rank
                if rank < best.rank { best = (next, rank) }
            }
            if best.rank == before { return }
            draft = best.draft
        }
    }

    /// One lever more, or a couple, where it fits.
    private func moves(from draft: Draft) -> [Draft] {
        (pool.map { [$0] } + couples.map(\.members)).compactMap { levers in
            let set = levers.reduce(draft.set) { $0.adding($1, among: aim.levers) }
            guard set != draft.set, aim.fits(set) else { return nil }
            // Where one takes another's place, what that did is gone.
            let isMore = draft.set.members.allSatisfy(set.contains)
            return isMore ? levers.reduce(draft) { adding($1, to: $0) } : self.draft(set)
        }
    }

    // MARK: - Expectation

    private func draft(_ set: LeverSet) -> Draft { set.members.reduce(Draft(lost: today)) { adding($1, to: $0) } }

    /// With a lever that excludes none of those that there are.
    private func adding(_ lever: Int, to draft: Draft) -> Draft {
        if draft.set.contains(lever) { return draft }
        var next = Draft(set: LeverSet(draft.set.members + [lever]), lost: draft.lost)
        for part in known[lever] ?? [] where part.others.allSatisfy(draft.set.contains) {
            for word in next.lost.indices { next.lost[word] &= part.lost[word] }
        }
        return next
    }

    private func rank(_ draft: Draft) -> PlanAim.Rank {
        var counts: [Int] = []
        var start = 0
        for count in words {
            counts.append(draft.lost[start..<start + count].reduce(0) { $0 + $1.nonzeroBitCount })
            start += count
        }
        return PlanAim.Rank(
            distance: aim.distance(counts, trials: trials), weight: draft.set.weight(aim.levers),
            reached: counts.reduce(0, +), set: draft.set)
    }
}
