/// Count and sum of a time, in integers: a slim `Tally`.
public struct MeanTally: Sendable, Equatable {
    /// Values counted.
    public private(set) var count: UInt64 = 0
    /// In units of 2^−16.
    private var sum: Int128 = 0

    public init() {}

    /// Counts one finite value of at least 0; beyond 2^40 the sum takes 2^40.
    public mutating func add(_ value: Float) {
        count += 1
        sum += Int128(Int64((Double(min(value, 0x1p40)) * 65536).rounded()))
    }

    /// Adds another tally.
    public mutating func merge(_ other: MeanTally) {
        count += other.count
        sum += other.sum
    }

    /// Mean of the counted values; nil without any.
    public var mean: Double? { count == 0 ? nil : Double(sum) / 65536 / Double(count) }
}

/// One small number for each trial of a batch.
public struct BatchCounts: Sendable {
    private var lanes = (SIMD8<Int32>(), SIMD8<Int32>(), SIMD8<Int32>(), SIMD8<Int32>())

    public init() {}

    /// The number of one trial, 0…31.
    public subscript(trial: Int) -> Int32 {
        let lane = trial >> 2
        return switch trial & 3 {
        case 0: lanes.0[lane]
        case 1: lanes.1[lane]
        case 2: lanes.2[lane]
        default: lanes.3[lane]
        }
    }

    @inline(__always)
    mutating func add(_ masks: Quad<Mask>) {
        lanes.0 &-= unsafeBitCast(masks.a, to: SIMD8<Int32>.self)
        lanes.1 &-= unsafeBitCast(masks.b, to: SIMD8<Int32>.self)
        lanes.2 &-= unsafeBitCast(masks.c, to: SIMD8<Int32>.self)
        lanes.3 &-= unsafeBitCast(masks.d, to: SIMD8<Int32>.self)
    }
}

extension Batch {
    /// Adds to each trial's count whether the node completed.
    public func count(node: Int, into counts: inout BatchCounts) {
        counts.add(workspace.completion[graph.position[node]].map { $0 .< .infinity })
    }

    /// Adds the node's completions in the active trials.
    public func add(node: Int, to tally: inout MeanTally) {
        for trial in 0..<Simulator.batchSize where active & (1 << UInt32(trial)) != 0 {
            let time = completion(node, trial: trial)
            if time < .infinity { tally.add(time) }
        }
    }
}
