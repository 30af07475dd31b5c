/// Count, sum and distribution of a quantity over trials, in integers: merging is exact in any order.
///
/// The histogram's buckets are equal in the logarithm: 2^`precision` per octave from 2^−12 to 2^40, so a quantile is
/// off by at most 2^−precision of its value, and by nothing where all values are the same.
package struct Tally: Sendable, Equatable {
    /// Values counted.
    package private(set) var count: UInt64 = 0
    /// Of these, how many are above 0.
    package private(set) var positive: UInt64 = 0
    /// Sum in units of 2^−16.
    private var sum: Int128 = 0
    private var least = Double.infinity
    private var greatest: Double = 0
    private let precision: Int
    /// Counts from bucket `firstBucket` on; grows as needed.
    private var buckets: [UInt64] = []
    private var firstBucket = 0

    /// - Parameter precision: 0…16, mantissa bits of a bucket.
    package init(precision: Int = 7) {
        precondition((0...16).contains(precision))
        self.precision = precision
    }

    /// Counts one value, 0 or above and finite; beyond 2^40 the sum takes 2^40.
    package mutating func add(_ value: Double) {
        assert(value >= 0 && value < .infinity)
        count += 1
        if value > 0 { positive += 1 }
        sum += Int128(Int64((min(value, 0x1p40) * 65536).rounded()))
        least = min(least, value)
        greatest = max(greatest, value)
        increment(bucket(of: Float(value)), by: 1)
    }

    /// Adds another tally of the same precision.
    package mutating func merge(_ other: Tally) {
        precondition(precision == other.precision)
        count += other.count
        positive += other.positive
        sum += other.sum
        least = min(least, other.least)
        greatest = max(greatest, other.greatest)
        for (offset, held) in other.buckets.enumerated() where held > 0 {
            increment(other.firstBucket + offset, by: held)
        }
    }

    /// Mean of the counted values; nil without any.
    package var mean: Double? { count == 0 ? nil : Double(sum) / 65536 / Double(count) }

    /// Sum of the counted values.
    package var total: Double { Double(sum) / 65536 }

    /// The value below which a share `p` of `trials` lies, counting trials without a value as infinitely late; nil if
    /// that many never happen.
    package func quantile(_ p: Double, of trials: UInt64) -> Double? {
        precondition(p >= 0 && p <= 1)
        let rank = p * Double(trials)
        guard count > 0, rank <= Double(count) else { return nil }
        // Exact zeros share the lowest bucket with what is just above 0, and come before it.
        let zeros = count - positive
        if zeros > 0, rank <= Double(zeros) { return 0 }
        var below = Double(zeros)
        for (offset, all) in buckets.enumerated() {
            let held = firstBucket + offset == 0 ? all - zeros : all
            if held == 0 { continue }
            let next = below + Double(held)
            if rank <= next {
                let (low, high) = bounds(firstBucket + offset)
                let value = low + (high - low) * ((rank - below) / Double(held))
                return min(max(value, least), greatest)
            }
            below = next
        }
        return greatest
    }

    private static let lowestExponent = -12
    private static let highestExponent = 40

    private func bucket(of value: Float) -> Int {
        if value < 0x1p-12 { return 0 }
        let bits = Int(min(value, 0x1p40).bitPattern >> UInt32(23 - precision))
        return bits - (127 + Self.lowestExponent) << precision + 1
    }

    private func bounds(_ bucket: Int) -> (low: Double, high: Double) {
        if bucket == 0 { return (0, Double(Float(0x1p-12))) }
        func edge(_ index: Int) -> Double {
            Double(
                Float(bitPattern: UInt32(index + (127 + Self.lowestExponent) << precision) << UInt32(23 - precision)))
        }
        return (edge(bucket - 1), edge(bucket))
    }

    private mutating func increment(_ bucket: Int, by amount: UInt64) {
        if buckets.isEmpty { firstBucket = bucket }
        if bucket < firstBucket {
            buckets.insert(contentsOf: repeatElement(0, count: firstBucket - bucket), at: 0)
            firstBucket = bucket
        }
        let offset = bucket - firstBucket
        if offset >= buckets.count { buckets.append(contentsOf: repeatElement(0, count: offset + 1 - buckets.count)) }
        buckets[offset] += amount
    }
}
