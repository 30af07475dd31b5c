/// Losses of many trials, in integers: merging is exact in any order.
///
/// Buckets are equal in the logarithm, 64 to an octave, each with count and sum; what is read out takes a bucket's
/// losses as their mean, so that it is off by at most 1.6 %, and by nothing where all losses of a bucket are the same.
package struct LossTally: Sendable, Equatable {
    /// Losses that lie close together.
    struct Bucket: Sendable, Equatable {
        var count: UInt64 = 0
        /// In units of 2^−8.
        var sum: Int128 = 0

        var mean: Double { Double(sum) / 256 / Double(count) }
    }

    /// Trials counted, those without a loss among them.
    package private(set) var trials: UInt64 = 0
    private var buckets: [UInt64: Bucket] = [:]

    package init() {}

    /// Counts a trial: 0 or above and finite; beyond 2^60 it counts as 2^60, below 2^−9 as no loss.
    package mutating func add(_ loss: Double) {
        trials += 1
        let units = Int128((min(max(loss, 0), 0x1p60) * 256).rounded())
        guard units > 0 else { return }
        // Sign and exponent, and 6 bits of the significand: rising with the loss.
        let key = (Double(units) / 256).bitPattern >> 46
        buckets[key, default: Bucket()].count += 1
        buckets[key, default: Bucket()].sum += units
    }

    /// Adds another tally.
    package mutating func merge(_ other: LossTally) {
        trials += other.trials
        for (key, bucket) in other.buckets {
            buckets[key, default: Bucket()].count += bucket.count
            buckets[key, default: Bucket()].sum += bucket.sum
        }
    }

    /// Trials with a loss.
    package var lossCount: UInt64 { buckets.values.reduce(0) { $0 + $1.count } }

    /// Mean over all trials; 0 without any.
    package var mean: Double {
        let sum = buckets.values.reduce(Int128(0)) { $0 + $1.sum }
        return trials == 0 ? 0 : Double(sum) / 256 / Double(trials)
    }

    /// Losses above 0 with the share of all trials that have them, rising.
    package var steps: [(loss: Double, share: Double)] {
        buckets.sorted { $0.key < $1.key }.map { ($0.value.mean, Double($0.value.count) / Double(trials)) }
    }

    /// The loss below or at which a share `p` of the trials lies.
    package func quantile(_ p: Double) -> Double {
        let rank = p * Double(trials)
        var below = Double(trials - lossCount)
        if rank <= below { return 0 }
        var last = 0.0
        for (_, bucket) in buckets.sorted(by: { $0.key < $1.key }) {
            below += Double(bucket.count)
            last = bucket.mean
            if rank <= below { break }
        }
        return last
    }

    /// Share of the trials that lose at least so much.
    package func share(atLeast loss: Double) -> Double {
        guard trials > 0 else { return 0 }
        if loss <= 0 { return 1 }
        let count = buckets.values.reduce(UInt64(0)) { $0 + ($1.mean >= loss ? $1.count : 0) }
        return Double(count) / Double(trials)
    }
}
