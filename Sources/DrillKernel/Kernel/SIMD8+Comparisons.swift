/// Comparisons of eight lanes with one number, each one instruction. The standard library's are generic, and in a large
/// function they go lane by lane, through memory.
extension SIMD8<Float> {
    @inline(__always) static func .< (a: Self, b: Float) -> Mask { a .< Self(repeating: b) }
    @inline(__always) static func .<= (a: Self, b: Float) -> Mask { a .<= Self(repeating: b) }
    @inline(__always) static func .> (a: Self, b: Float) -> Mask { a .> Self(repeating: b) }
    @inline(__always) static func .>= (a: Self, b: Float) -> Mask { a .>= Self(repeating: b) }
    @inline(__always) static func .== (a: Self, b: Float) -> Mask { a .== Self(repeating: b) }
}

extension SIMD8<Int32> {
    @inline(__always) static func .!= (a: Self, b: Int32) -> Mask { a .!= Self(repeating: b) }

    /// The truth values of a row of ones and zeros.
    @inline(__always) var holds: Mask { self .!= 0 }
}

extension SIMD8<UInt32> {
    @inline(__always) static func .< (a: Self, b: UInt32) -> Mask { a .< Self(repeating: b) }
    @inline(__always) static func .== (a: Self, b: UInt32) -> Mask { a .== Self(repeating: b) }
}
