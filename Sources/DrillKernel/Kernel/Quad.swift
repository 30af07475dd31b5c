/// Eight trials' random words.
package typealias Words = SIMD8<UInt32>
/// Eight trials' times, in hours.
package typealias Times = SIMD8<Float>
/// Eight trials' truth values.
package typealias Mask = SIMDMask<SIMD8<Int32>>

/// The four vectors of a batch: 32 trials.
package struct Quad<Vector> {
    /// Of trials 0 to 7 of the batch.
    package var a: Vector
    /// Of trials 8 to 15 of the batch.
    package var b: Vector
    /// Of trials 16 to 23 of the batch.
    package var c: Vector
    /// Of trials 24 to 31 of the batch.
    package var d: Vector

    @inline(__always)
    package init(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// The same vector four times.
    @inline(__always)
    package init(repeating value: Vector) { self.init(value, value, value, value) }

    /// Applies a function to each vector.
    @inline(__always)
    package func map<Other>(_ transform: (Vector) -> Other) -> Quad<Other> {
        Quad<Other>(transform(a), transform(b), transform(c), transform(d))
    }

    /// Applies a function to each pair of vectors.
    @inline(__always)
    package func zip<Second, Other>(_ other: Quad<Second>, _ transform: (Vector, Second) -> Other) -> Quad<Other> {
        Quad<Other>(transform(a, other.a), transform(b, other.b), transform(c, other.c), transform(d, other.d))
    }
}

extension Quad where Vector == Mask {
    /// Whether any of the 32 trials is true.
    @inline(__always)
    package var isAny: Bool {
        let pairs = unsafeBitCast(a .| b .| c .| d, to: SIMD4<UInt64>.self)
        return (pairs.x | pairs.y | pairs.z | pairs.w) != 0
    }
}

/// Lane-wise smaller; one `minps`. Times are never NaN.
@inline(__always)
package func earlier(_ a: Times, _ b: Times) -> Times { b.replacing(with: a, where: a .< b) }

/// Lane-wise larger; one `maxps`. Times are never NaN.
@inline(__always)
package func later(_ a: Times, _ b: Times) -> Times { b.replacing(with: a, where: a .> b) }

/// Trial by trial the earlier of two times.
@inline(__always)
package func earlier(_ a: Quad<Times>, _ b: Quad<Times>) -> Quad<Times> { a.zip(b) { earlier($0, $1) } }

/// Trial by trial the later of two times.
@inline(__always)
package func later(_ a: Quad<Times>, _ b: Quad<Times>) -> Quad<Times> { a.zip(b) { later($0, $1) } }

extension SIMD8 where Scalar == Float {
    /// Never.
    @inline(__always)
    package static var never: SIMD8<Float> { SIMD8(repeating: .infinity) }
}
