/// In which order to sum the variables of a network out, and what that costs; found greedily, the same at every run.
struct EliminationOrder {
    /// Variables, the first summed out first.
    var order: [Int] = []
    /// Entries of all product tables together.
    var work = 0.0
    /// Entries of the results of all steps together.
    var entries = 0.0
    /// Entries of the results that wait for a later step at the same time, at their most.
    var peak = 0.0

    /// What cannot be done.
    static let hopeless = EliminationOrder(work: .infinity, entries: .infinity, peak: .infinity)

    /// What a greedy step looks at.
    enum Rule: CaseIterable {
        /// Fewest new neighbour pairs.
        case fill
        /// Smallest product table.
        case weight
        /// Fewest new pairs, weighed by table size.
        case weightedFill
    }

    /// Always the variable that scores least next; ties broken at random from the seed. Gives up (infinite work) as soon
    /// as the work passes the bound, or the search takes more looks than are left: in an entangled graph looking for an
    /// order can cost more than any answer.
    static func greedy(
        cardinalities: [Int], scopes: [[Int]], _ rule: Rule, seed: Int, giveUpAbove bound: Double, looksLeft: inout Int
    ) -> EliminationOrder {
        var graph = InteractionGraph(cardinalities: cardinalities, scopes: scopes, seed: seed, looksLeft: looksLeft)
        defer { looksLeft = graph.looksLeft }
        return graph.eliminate(rule, giveUpAbove: bound)
    }
}

/// Marsaglia's 64-bit generator: for ties only, so that searches repeat exactly.
struct Xorshift {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state >> 11
    }
}

/// Which variables still meet in a table: rows of bits.
private struct InteractionGraph {
    private let count: Int
    private let words: Int
    private var rows: [UInt64]
    private let logSizes: [Double]
    private var random: Xorshift
    /// Words of rows that may still be looked at.
    private(set) var looksLeft: Int

    init(cardinalities: [Int], scopes: [[Int]], seed: Int, looksLeft: Int) {
        self.looksLeft = looksLeft
        count = cardinalities.count
        words = (count + 63) / 64
        rows = Array(repeating: 0, count: count * words)
        logSizes = cardinalities.map { DeterministicMath.log(Double($0)) }
        random = Xorshift(seed: seed)
        for scope in scopes {
            for (place, a) in scope.enumerated() {
                for b in scope[(place + 1)...] where a != b { connect(a, b) }
            }
        }
    }

    private mutating func connect(_ a: Int, _ b: Int) {
        rows[a * words + b / 64] |= 1 << UInt64(b % 64)
        rows[b * words + a / 64] |= 1 << UInt64(a % 64)
    }

    private func neighbours(_ a: Int) -> [Int] {
        var result: [Int] = []
        for word in 0..<words {
            var bits = rows[a * words + word]
            while bits != 0 {
                result.append(word * 64 + bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
        return result
    }

    mutating func eliminate(_ rule: EliminationOrder.Rule, giveUpAbove bound: Double) -> EliminationOrder {
        var result = EliminationOrder()
        var scores: [Double] = []
        for variable in 0..<count { scores.append(score(variable, rule)) }
        var remaining = Array(0..<count)
        var kept: [(size: Double, scope: [Int])] = []
        while !remaining.isEmpty {
            let place = leastScore(remaining, scores)
            let variable = remaining.remove(at: place)
            let around = neighbours(variable)
            let logKept = around.reduce(0) { $0 + logSizes[$1] }
            result.order.append(variable)
            result.work += DeterministicMath.exp(logKept + logSizes[variable])
            kept.append((DeterministicMath.exp(logKept), around))
            result.entries += kept[kept.count - 1].size
            if result.work >= bound || looksLeft < 0 { return .hopeless }
            remove(variable, around)
            for touched in touched(around) { scores[touched] = score(touched, rule) }
        }
        result.peak = peak(kept, order: result.order)
        return result
    }

    /// Each result waits until the first variable of its scope is summed out.
    private func peak(_ kept: [(size: Double, scope: [Int])], order: [Int]) -> Double {
        var step = Array(repeating: 0, count: count)
        for (time, variable) in order.enumerated() { step[variable] = time }
        var released = Array(repeating: 0.0, count: count + 1)
        var (held, most) = (0.0, 0.0)
        for (time, result) in kept.enumerated() {
            released[result.scope.reduce(count) { min($0, step[$1]) }] += result.size
            held += result.size
            most = max(most, held)
            held -= released[time]
        }
        return most
    }

    private mutating func leastScore(_ remaining: [Int], _ scores: [Double]) -> Int {
        var chosen = 0
        var ties: UInt64 = 1
        for place in remaining.indices.dropFirst() {
            let (value, least) = (scores[remaining[place]], scores[remaining[chosen]])
            if value < least {
                (chosen, ties) = (place, 1)
            } else if value == least {
                ties += 1
                if random.next() % ties == 0 { chosen = place }
            }
        }
        return chosen
    }

    /// Connects the neighbours with each other and takes the variable out.
    private mutating func remove(_ variable: Int, _ around: [Int]) {
        for a in around {
            for word in 0..<words { rows[a * words + word] |= rows[variable * words + word] }
            rows[a * words + a / 64] &= ~(1 << UInt64(a % 64))
            rows[a * words + variable / 64] &= ~(1 << UInt64(variable % 64))
        }
    }

    /// The variables whose score may have changed: the neighbours and theirs.
    private func touched(_ around: [Int]) -> [Int] {
        var seen = Array(repeating: UInt64(0), count: words)
        for a in around {
            seen[a / 64] |= 1 << UInt64(a % 64)
            for word in 0..<words { seen[word] |= rows[a * words + word] }
        }
        return (0..<count).filter { seen[$0 / 64] & 1 << UInt64($0 % 64) != 0 }
    }

    private mutating func score(_ variable: Int, _ rule: EliminationOrder.Rule) -> Double {
        if looksLeft < 0 { return 0 }
        let around = neighbours(variable)
        looksLeft -= words * (around.count + 1)
        if rule == .weight { return around.reduce(logSizes[variable]) { $0 + logSizes[$1] } }
        if rule == .fill {
            // Each is counted as missing from itself.
            return Double(around.reduce(-around.count) { $0 + missing(of: variable, in: $1) })
        }
        var fill = 0.0
        for a in around {
            for word in 0..<words {
                var missing = rows[variable * words + word] & ~rows[a * words + word]
                while missing != 0 {
                    fill += logSizes[word * 64 + missing.trailingZeroBitCount] * logSizes[a]
                    missing &= missing - 1
                }
            }
            // Each is counted as missing from itself.
            fill -= logSizes[a] * logSizes[a]
        }
        return fill
    }

    /// How many of a variable's neighbours are none of another's.
    private func missing(of variable: Int, in other: Int) -> Int {
        var count = 0
        for word in 0..<words {
            count &+= (rows[variable * words + word] & ~rows[other * words + word]).nonzeroBitCount
        }
        return count
    }
}
