/// Sums of a quantity by world; integers in units of 2^−8, so that merging is exact in any order.
struct WorldSums: Sendable, Equatable {
    private(set) var counts: [UInt64]
    private(set) var sums: [Int128]

    init(worlds: Int) {
        counts = Array(repeating: 0, count: worlds)
        sums = Array(repeating: 0, count: worlds)
    }

    mutating func add(_ value: Double, world: Int) {
        counts[world] += 1
        sums[world] += Int128(FixedSum.units(value))
    }

    mutating func merge(_ other: WorldSums) {
        for world in counts.indices {
            counts[world] += other.counts[world]
            sums[world] += other.sums[world]
        }
    }
}

/// Sums of paired differences by world; squares in units of 2^−16.
struct DifferenceSums: Sendable, Equatable {
    private(set) var sums: [Int128]
    private(set) var squares: [UInt128]

    init(worlds: Int) {
        sums = Array(repeating: 0, count: worlds)
        squares = Array(repeating: 0, count: worlds)
    }

    mutating func add(_ before: Double, _ after: Double, world: Int) {
        let difference = FixedSum.units(after) - FixedSum.units(before)
        guard difference != 0 else { return }
        sums[world] += Int128(difference)
        let distance = UInt128(difference.magnitude)
        squares[world] += distance * distance
    }

    mutating func merge(_ other: DifferenceSums) {
        for world in sums.indices {
            sums[world] += other.sums[world]
            squares[world] += other.squares[world]
        }
    }

    /// Moments beside the same quantity without the change, for `Uncertainty.difference`.
    func moments(beside before: WorldSums) -> [PairedMoments] {
        sums.indices.map { world in
            let sum = FixedSum.double(before.sums[world]) / 256
            return PairedMoments(
                trials: Double(before.counts[world]), before: sum, after: sum + FixedSum.double(sums[world]) / 256,
                squaredDifferences: FixedSum.double(Int128(squares[world])) / 65536)
        }
    }
}

/// Paired differences of a time that may never come: only trials in which it comes both ways are compared.
struct TimeDifferenceSums: Sendable, Equatable {
    private var lost: WorldSums
    private(set) var gained: UInt64 = 0
    private var differences: DifferenceSums

    init(worlds: Int) {
        lost = WorldSums(worlds: worlds)
        differences = DifferenceSums(worlds: worlds)
    }

    mutating func add(_ before: Float, _ after: Float, world: Int) {
        guard before != after else { return }
        if before == .infinity {
            gained += 1
        } else if after == .infinity {
            lost.add(Double(before), world: world)
        } else {
            differences.add(Double(before), Double(after), world: world)
        }
    }

    mutating func merge(_ other: TimeDifferenceSums) {
        lost.merge(other.lost)
        gained += other.gained
        differences.merge(other.differences)
    }

    /// Trials in which it comes only without the change.
    var lostCount: UInt64 { lost.counts.reduce(0, +) }

    /// Moments over the trials in which it comes both ways.
    func moments(beside before: WorldSums) -> [PairedMoments] { differences.moments(beside: before.less(lost)) }
}

extension WorldSums {
    /// What is left without some of the values.
    fileprivate func less(_ other: WorldSums) -> WorldSums {
        var rest = self
        for world in counts.indices {
            rest.counts[world] -= other.counts[world]
            rest.sums[world] -= other.sums[world]
        }
        return rest
    }
}

private enum FixedSum {
    /// Values are 0 or above, and count up to 2^48.
    static func units(_ value: Double) -> Int64 { Int64((min(max(value, 0), 0x1p48) * 256).rounded()) }

    /// The nearest; small sums, which most are, take the short way.
    static func double(_ sum: Int128) -> Double { Int64(exactly: sum).map(Double.init) ?? Double(sum) }
}

/// Sums over one world's trials.
package struct PairedMoments: Sendable, Equatable {
    /// How many there are.
    package var trials: Double
    /// Sum over the trials without the change.
    package var before: Double
    /// Sum over the trials with the change.
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

extension PairedMoments {
    /// Of the trials of both.
    static func + (a: PairedMoments, b: PairedMoments) -> PairedMoments {
        PairedMoments(
            trials: a.trials + b.trials, before: a.before + b.before, after: a.after + b.after,
            squaredDifferences: a.squaredDifferences + b.squaredDifferences)
    }
}
