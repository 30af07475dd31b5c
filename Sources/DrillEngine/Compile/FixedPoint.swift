internal import DrillKernel

/// Probabilities as 32-bit fixed point.
enum FixedPoint {
    /// p × 2^32, rounded down; 1 and above is `UInt32.max`, which the kernel takes for certain.
    static func threshold(_ p: Double) -> UInt32 {
        if p >= 1 { return .max }
        if p <= 0 { return 0 }
        return UInt32(p * 4_294_967_296)
    }

    /// How far a chance up to this one is to be shifted, so that enough of its digits are left: ``Node/successShift``.
    static func shift(upTo p: Double) -> Int32 { p < 1.0 / 131_072 ? Node.smallShift : 0 }

    /// p × 2^(32 + shift), rounded down; as above.
    static func threshold(_ p: Double, shift: Int32) -> UInt32 {
        threshold(shift == 0 ? p : p * Double(UInt64(1) << UInt64(shift)))
    }
}
