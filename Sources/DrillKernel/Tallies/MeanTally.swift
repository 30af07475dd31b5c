/// Count and sum of a time, in integers: a slim `Tally`.
package struct MeanTally: Sendable, Equatable {
    /// Values counted.
    package private(set) var count: UInt64 = 0
    /// In units of 2^−16.
    private var sum: Int128 = 0

    package init() {}

    /// Counts one finite value of at least 0; beyond 2^40 the sum takes 2^40.
    package mutating func add(_ value: Float) {
        count += 1
        sum += Int128(Int64((Double(min(value, 0x1p40)) * 65536).rounded()))
    }

    /// Adds another tally.
    package mutating func merge(_ other: MeanTally) {
        count += other.count
        sum += other.sum
    }

    /// Mean of the counted values; nil without any.
    package var mean: Double? { count == 0 ? nil : Double(sum) / 65536 / Double(count) }
}

extension MeanTally {
    /// Adds the finite values of the trials that count; value by value what ``add(_:)`` does, to the last bit.
    @inline(__always)
    package mutating func add(_ times: Quad<Times>, where counted: Quad<Mask>) {
        let finite = times.zip(counted) { $0 .< .never .& $1 }
        let most = times.zip(finite) { Times(repeating: 0).replacing(with: $0, where: $1) }
        let latest = later(later(most.a, most.b), later(most.c, most.d))
        guard (latest .< Times(repeating: FixedPoint.largest)).allTrue else { return addEach(times, where: finite) }
        count += FixedPoint.count(finite)
        sum += Int128(FixedPoint.sum(most))
    }

    private mutating func addEach(_ times: Quad<Times>, where finite: Quad<Mask>) {
        for (times, finite) in [(times.a, finite.a), (times.b, finite.b), (times.c, finite.c), (times.d, finite.d)] {
            for lane in 0..<8 where finite[lane] { add(times[lane]) }
        }
    }
}

extension SIMDMask<SIMD8<Int32>> {
    @inline(__always)
    fileprivate var allTrue: Bool {
        let pairs = unsafeBitCast(self, to: SIMD4<UInt64>.self)
        return pairs.x & pairs.y & pairs.z & pairs.w == .max
    }
}

/// Sums in units of 2^-16 without leaving the lanes.
private enum FixedPoint {
    /// Below it, four whole parts add up exactly in a `Float`.
    static let largest: Float = 0x1p21
    /// Added to a value below 2^22 it leaves the nearest whole number in the low bits of the sum: a conversion without a
    /// conversion instruction.
    private static let shift: Float = 0x1p23

    @inline(__always)
    static func count(_ masks: Quad<Mask>) -> UInt64 {
        let (a, b) = (unsafeBitCast(masks.a, to: SIMD8<Int32>.self), unsafeBitCast(masks.b, to: SIMD8<Int32>.self))
        let (c, d) = (unsafeBitCast(masks.c, to: SIMD8<Int32>.self), unsafeBitCast(masks.d, to: SIMD8<Int32>.self))
        return UInt64((0 &- (a &+ b &+ c &+ d)).wrappedSum())
    }

    /// Of values from 0 to below `largest`, each rounded to the nearest unit, halves up.
    @inline(__always)
    static func sum(_ times: Quad<Times>) -> Int64 {
        let wholes = times.map(whole)
        let parts = times.zip(wholes) { units(($0 - $1) * 65536) }
        let whole = sum(wholes.a + wholes.b + (wholes.c + wholes.d))
        return Int64(whole) &* 65536 &+ Int64(sum(parts.a + parts.b + (parts.c + parts.d)))
    }

    /// The largest whole number not above the value.
    @inline(__always)
    private static func whole(_ time: Times) -> Times {
        let nearest = (time + shift) - shift
        return nearest.replacing(with: nearest - 1, where: nearest .> time)
    }

    /// The nearest whole number, halves up.
    @inline(__always)
    private static func units(_ part: Times) -> Times {
        let nearest = (part + shift) - shift
        return nearest.replacing(with: nearest + 1, where: part - nearest .>= Times(repeating: 0.5))
    }

    /// Of whole numbers below 2^23.
    @inline(__always)
    private static func sum(_ wholes: Times) -> Int32 {
        let bits = unsafeBitCast(wholes + shift, to: SIMD8<Int32>.self)
        return (bits & 0x7F_FFFF).wrappedSum()
    }
}

/// One small number for each trial of a batch.
package struct BatchCounts: Sendable {
    private var lanes = (SIMD8<Int32>(), SIMD8<Int32>(), SIMD8<Int32>(), SIMD8<Int32>())

    package init() {}

    /// The number of one trial, 0…31.
    package subscript(trial: Int) -> Int32 {
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
    package func count(node: Int, into counts: inout BatchCounts) {
        counts.add(workspace.completion[graph.position[node]].map { $0 .< .infinity })
    }

    /// Adds the node's completions in the active trials.
    package func add(node: Int, to tally: inout MeanTally) {
        tally.add(workspace.completion[graph.position[node]], where: activeLanes)
    }

    /// `active` as the lanes have it.
    @inline(__always)
    private var activeLanes: Quad<Mask> {
        if active == .max { return Quad(repeating: Mask(repeating: true)) }
        let bits = Words(repeating: active)
        func lanes(_ first: UInt32) -> Mask {
            let places = Words(0, 4, 8, 12, 16, 20, 24, 28) &+ first
            return (bits &>> places) & 1 .== 1
        }
        return Quad(lanes(0), lanes(1), lanes(2), lanes(3))
    }
}
