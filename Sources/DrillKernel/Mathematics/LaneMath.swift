/// Float32 functions of the trial loop, each as two twins that agree bit for bit: one lane, and eight lanes at once.
///
/// Only additions, multiplications, divisions and bit operations, each rounded on its own, so that every machine gets
/// the same bytes. The eight-lane twins are in `LaneMath+Lanes.swift`; whoever changes one changes the other.
package enum LaneMath {
    /// The middle of the word's cell among 2²³: (⌊word / 512⌋ + ½) / 2²³.
    ///
    /// Exact, inside (0, 1), symmetric: `uniform(~word) == 1 - uniform(word)`.
    @inline(__always)
    package static func uniform(_ word: UInt32) -> Float {
        Float(bitPattern: word &>> 9 | Constants.one) - Constants.cellBelowOne
    }

    /// −ln u for a normal u in (0, 1): above 0, relative error at most 2.5e-7.
    ///
    /// Falls strictly over the values of `uniform`. At u = 1 it is 0; outside (0, 1] the result means nothing.
    @inline(__always)
    package static func negativeLog(_ u: Float) -> Float {
        // u = (1 + f) × 2^e with 1 + f in [√½, √2).
        let bits = u.bitPattern &- Constants.rootHalf
        let halvings = Float(0 &- (Int32(bitPattern: bits) &>> 23))
        let f = Float(bitPattern: bits & Constants.mantissa &+ Constants.rootHalf) - 1
        // ln(1 + f) = f − f² q(f)
        var q = Constants.log6 * f + Constants.log5
        q = q * f + Constants.log4
        q = q * f + Constants.log3
        q = q * f + Constants.log2
        q = q * f + Constants.log1
        q = q * f + Constants.log0
        return halvings * Constants.ln2 + (f * f * q - f)
    }

    /// −ln(1 − p) for p = chance / 2^(32 + shift): the hazard of one try; relative error at most 1e-5, 5e-7 below
    /// p = 2^-8.
    ///
    /// A small p would vanish beside the 1, so it has a series of its own: p + p²/2 + p³/3 + p⁴/4. At chance 0 it is 0.
    ///
    /// - Precondition: where shift is above 0, the chance is below 2^31.
    @inline(__always)
    package static func hazard(_ chance: UInt32, shift: Int32) -> Float {
        if shift == 0, chance >= Constants.smallChance { return negativeLog(uniform(~chance)) }
        let p = Float(Int32(bitPattern: chance)) * Float(bitPattern: UInt32(bitPattern: 95 - shift) &<< 23)
        var q = p * 0.25 + Constants.third
        q = q * p + 0.5
        q = q * p + 1
        return q * p
    }

    /// e^x, never falling in x: relative error at most 4e-7 for |x| ≤ 1, growing as 1e-7 × |x| beyond.
    ///
    /// x is clamped to −87…88, so the result lies within 1.6e-38…1.7e38.
    @inline(__always)
    package static func exp(_ x: Float) -> Float {
        // x = n ln 2 + r with r in [0, ln 2]: all terms are positive, so rounding cannot break monotonicity.
        let clamped = min(max(x, Constants.expLow), Constants.expHigh)
        let shifted = (clamped * Constants.log2e - 0.5) + Constants.integerShift
        let n = shifted - Constants.integerShift
        let r = max((clamped - n * Constants.ln2High) - n * Constants.ln2Low, 0)
        var p = Constants.exp5 * r + Constants.exp4
        p = p * r + Constants.exp3
        p = p * r + Constants.exp2
        p = p * r + Constants.exp1
        p = p * r + Constants.exp0
        let scale = Float(bitPattern: (shifted.bitPattern &- Constants.integerShiftBits &+ 127) &<< 23)
        return min(p * r + 1, 2) * scale
    }

    /// The standard normal quantile z(u) for a value of `uniform`: relative error at most 5e-7.
    ///
    /// Rises strictly over the values of `uniform`, and z(1 − u) = −z(u) exactly.
    @inline(__always)
    package static func normalQuantile(_ u: Float) -> Float {
        // z / (2u − 1) is a smooth function of −ln(4u(1 − u)) = −ln(1 − (2u − 1)²).
        let w = negativeLog(4 * u * (1 - u))
        var p = Constants.normalP5 * w + Constants.normalP4
        p = p * w + Constants.normalP3
        p = p * w + Constants.normalP2
        p = p * w + Constants.normalP1
        p = p * w + Constants.normalP0
        var q = Constants.normalQ5 * w + Constants.normalQ4
        q = q * w + Constants.normalQ3
        q = q * w + Constants.normalQ2
        q = q * w + Constants.normalQ1
        q = q * w + 1
        return ((u + u) - 1) * (p / q)
    }

    /// Coefficients: minimax fits (Lawson's algorithm) made for these functions.
    enum Constants {
        /// 2^-8 as a threshold.
        static let smallChance: UInt32 = 1 << 24
        static let third: Float = 1.0 / 3
        static let one: UInt32 = 0x3F80_0000
        static let cellBelowOne: Float = 0x1.fffffep-1
        static let rootHalf: UInt32 = 0x3F35_04F3
        static let mantissa: UInt32 = 0x007F_FFFF
        static let ln2: Float = 0.693_147_18
        /// 9 bits, so that its product with an exponent is exact.
        static let ln2High: Float = 0.693_359_375
        static let ln2Low: Float = -2.121_944_4e-4
        static let log2e: Float = 1.442_695
        static let expLow: Float = -87
        static let expHigh: Float = 88
        /// 1.5 × 2²³: adding it rounds to an integer that then stands in the low bits.
        static let integerShift: Float = 12_582_912
        static let integerShiftBits: UInt32 = 0x4B40_0000
        /// The bits of 2²³: a whole number below 2²³ in its low bits is added to it.
        static let two23: UInt32 = 0x4B00_0000

        static let log0: Float = 0.500_001_7
        static let log1: Float = -0.333_360_2
        static let log2: Float = 0.249_758_54
        static let log3: Float = -0.198_737_37
        static let log4: Float = 0.171_748_74
        static let log5: Float = -0.163_918_38
        static let log6: Float = 0.105_032_96

        static let exp0: Float = 0.999_999_8
        static let exp1: Float = 0.500_005_84
        static let exp2: Float = 0.166_609_9
        static let exp3: Float = 0.041_915_786
        static let exp4: Float = 0.007_791_083_3
        static let exp5: Float = 0.001_949_423_7

        static let normalP0: Float = 1.253_314_1
        static let normalP1: Float = 0.432_151_94
        static let normalP2: Float = 0.083_928_9
        static let normalP3: Float = 0.010_938_069
        static let normalP4: Float = 0.000_908_151_33
        static let normalP5: Float = 3.511_996e-5
        static let normalQ1: Float = 0.083_008_22
        static let normalQ2: Float = 0.032_200_86
        static let normalQ3: Float = 0.001_852_260_4
        static let normalQ4: Float = 0.000_181_578_99
        static let normalQ5: Float = 1.330_025_8e-6
    }
}
