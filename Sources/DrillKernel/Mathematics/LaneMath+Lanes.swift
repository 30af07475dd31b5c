/// Eight lanes at once: operation for operation what the one-lane functions do.
extension LaneMath {
    /// Eight times the one-lane `uniform`.
    @inline(__always)
    package static func uniform(_ words: SIMD8<UInt32>) -> SIMD8<Float> {
        floats(words &>> 9 | Constants.one) - Constants.cellBelowOne
    }

    /// Eight times the one-lane `negativeLog`.
    @inline(__always)
    package static func negativeLog(_ u: SIMD8<Float>) -> SIMD8<Float> {
        let bits = words(u) &- Constants.rootHalf
        // The negated exponent in the low bits of 1.5 × 2²³: a conversion without a conversion instruction.
        let exponents = unsafeBitCast(unsafeBitCast(bits, to: SIMD8<Int32>.self) &>> 23, to: SIMD8<UInt32>.self)
        let halvings = floats(Constants.integerShiftBits &- exponents) - Constants.integerShift
        let f = floats(bits & Constants.mantissa &+ Constants.rootHalf) - 1
        var q = Constants.log6 * f + Constants.log5
        q = q * f + Constants.log4
        q = q * f + Constants.log3
        q = q * f + Constants.log2
        q = q * f + Constants.log1
        q = q * f + Constants.log0
        return halvings * Constants.ln2 + (f * f * q - f)
    }

    /// Eight times the one-lane `hazard`.
    @inline(__always)
    package static func hazard(_ chance: SIMD8<UInt32>, shift: Int32) -> SIMD8<Float> {
        let p = number(chance) * Float(bitPattern: UInt32(bitPattern: 95 - shift) &<< 23)
        var q = p * 0.25 + Constants.third
        q = q * p + 0.5
        q = q * p + 1
        let small = q * p
        if shift != 0 { return small }
        let large = negativeLog(uniform(~chance))
        return large.replacing(with: small, where: chance .< Constants.smallChance)
    }

    /// The nearest numbers to whole ones; only where they are below 2³¹.
    ///
    /// Both halves are exact, so that their sum is rounded once, as a conversion does. A conversion of eight goes lane by
    /// lane through memory.
    @inline(__always)
    private static func number(_ whole: SIMD8<UInt32>) -> SIMD8<Float> {
        let high = floats(whole &>> 16 | Constants.two23) - 0x1p23
        let low = floats(whole & 0xFFFF | Constants.two23) - 0x1p23
        return high * 65_536 + low
    }

    /// Eight times the one-lane `exp`.
    @inline(__always)
    package static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let clamped = lesser(greater(x, SIMD8(repeating: Constants.expLow)), SIMD8(repeating: Constants.expHigh))
        let shifted = (clamped * Constants.log2e - 0.5) + Constants.integerShift
        let n = shifted - Constants.integerShift
        let r = greater((clamped - n * Constants.ln2High) - n * Constants.ln2Low, SIMD8(repeating: 0))
        var p = Constants.exp5 * r + Constants.exp4
        p = p * r + Constants.exp3
        p = p * r + Constants.exp2
        p = p * r + Constants.exp1
        p = p * r + Constants.exp0
        let scale = floats((words(shifted) &- Constants.integerShiftBits &+ 127) &<< 23)
        return lesser(p * r + 1, SIMD8(repeating: 2)) * scale
    }

    /// Eight times the one-lane `normalQuantile`.
    @inline(__always)
    package static func normalQuantile(_ u: SIMD8<Float>) -> SIMD8<Float> {
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

    /// The smaller of each pair; the first where they are equal. No NaN.
    @inline(__always)
    package static func lesser(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
        a.replacing(with: b, where: b .< a)
    }

    /// The larger of each pair; the first where they are equal. No NaN.
    @inline(__always)
    package static func greater(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
        a.replacing(with: b, where: a .< b)
    }

    /// All ones where the sign bit is set, all zeros elsewhere.
    @inline(__always)
    package static func signs(_ x: SIMD8<Float>) -> SIMD8<UInt32> {
        unsafeBitCast(unsafeBitCast(x, to: SIMD8<Int32>.self) &>> 31, to: SIMD8<UInt32>.self)
    }

    /// The same bits as floating-point numbers.
    @inline(__always)
    package static func floats(_ words: SIMD8<UInt32>) -> SIMD8<Float> {
        unsafeBitCast(words, to: SIMD8<Float>.self)
    }

    /// The same bits as words.
    @inline(__always)
    package static func words(_ floats: SIMD8<Float>) -> SIMD8<UInt32> {
        unsafeBitCast(floats, to: SIMD8<UInt32>.self)
    }
}
