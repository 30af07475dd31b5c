/// Sums of a quantity before and after a change, by world; integers, so that merging is exact in any order.
struct PairedSum: Sendable, Equatable {
    /// One world's sums, in units of 2^−8; squares in units of 2^−16.
    struct World: Sendable, Equatable {
        var trials: UInt64 = 0
        var before: Int128 = 0
        var after: Int128 = 0
        var squaredDifferences: UInt128 = 0
    }

    private(set) var worlds: [World]

    init(worlds: Int) { self.worlds = Array(repeating: World(), count: worlds) }

    /// Counts one trial; values are 0 or above, and count up to 2^48.
    mutating func add(_ before: Double, _ after: Double, world: Int) {
        let first = Self.fixed(before)
        let second = Self.fixed(after)
        worlds[world].trials += 1
        worlds[world].before += Int128(first)
        worlds[world].after += Int128(second)
        guard first != second else { return }
        let distance = UInt128((second - first).magnitude)
        worlds[world].squaredDifferences += distance * distance
    }

    mutating func merge(_ other: PairedSum) {
        for index in worlds.indices {
            worlds[index].trials += other.worlds[index].trials
            worlds[index].before += other.worlds[index].before
            worlds[index].after += other.worlds[index].after
            worlds[index].squaredDifferences += other.worlds[index].squaredDifferences
        }
    }

    private static func fixed(_ value: Double) -> Int64 { Int64((min(max(value, 0), 0x1p48) * 256).rounded()) }

    /// What the worlds say, for `Uncertainty.difference`.
    var moments: [PairedMoments] {
        worlds.map {
            PairedMoments(
                trials: Double($0.trials), before: Double($0.before) / 256, after: Double($0.after) / 256,
                squaredDifferences: Double($0.squaredDifferences) / 65536)
        }
    }
}

/// Sums over one world's trials.
package struct PairedMoments: Sendable, Equatable {
    package var trials: Double
    package var before: Double
    package var after: Double
    /// Sum of (after − before)².
    package var squaredDifferences: Double

    package init(trials: Double, before: Double, after: Double, squaredDifferences: Double) {
        self.trials = trials
        self.before = before
        self.after = after
        self.squaredDifferences = squaredDifferences
    }
}
