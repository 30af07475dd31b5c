/// Times of trials in buckets of under 1 %, each with its first trial; integers only, so that merging is exact in any
/// order.
struct TimeExamples: Sendable, Equatable {
    private struct Bucket: Sendable, Equatable {
        var count: UInt64
        /// The bucket's trial of the lowest number, and its time.
        var trial: Int
        var hours: Float
    }

    /// By the upper 16 bits of the time: they order times that are 0 or above as the times themselves.
    private var buckets: [UInt32: Bucket] = [:]

    /// - Parameter hours: 0 or above, finite.
    mutating func add(_ hours: Float, trial: Int) {
        add(Bucket(count: 1, trial: trial, hours: hours), at: max(hours, 0).bitPattern >> 16)
    }

    mutating func merge(_ other: TimeExamples) {
        for (key, bucket) in other.buckets { add(bucket, at: key) }
    }

    private mutating func add(_ bucket: Bucket, at key: UInt32) {
        guard var held = buckets[key] else {
            buckets[key] = bucket
            return
        }
        held.count += bucket.count
        if bucket.trial < held.trial { (held.trial, held.hours) = (bucket.trial, bucket.hours) }
        buckets[key] = held
    }

    /// The first trial of the bucket that holds the median; nil without any.
    var typical: (trial: Int, hours: Double)? {
        let ordered = buckets.sorted { $0.key < $1.key }.map(\.value)
        let count = ordered.reduce(0) { $0 + $1.count }
        var before: UInt64 = 0
        for bucket in ordered {
            before += bucket.count
            if before * 2 >= count { return (bucket.trial, Double(bucket.hours)) }
        }
        return nil
    }
}
