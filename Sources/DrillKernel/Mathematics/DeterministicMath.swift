/// Float64 functions for compiling, from basic arithmetic only: the same bytes on every machine, whatever its libm.
///
/// Errors stated are relative to the true value unless said otherwise, and pinned by tests against another library.
package enum DeterministicMath {
    /// The natural logarithm of a finite x > 0; error at most 4e-16.
    package static func log(_ x: Double) -> Double {
        precondition(x > 0 && x.isFinite, "the logarithm of a positive number")
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.414_213_562_373_095 {
            significand /= 2
            exponent += 1
        }
        let f = significand - 1
        return exponent * ln2High + (f + (logExcess(f) + exponent * ln2Low))
    }

    /// ln(1 + x) for a finite x > −1, accurate around 0; error at most 6e-16.
    package static func log1p(_ x: Double) -> Double {
        if abs(x) < 0.29 { return x + logExcess(x) }
        return log(1 + x)
    }

    /// ln(1 + x) − x for a finite x > −1, without cancellation around 0; error at most 1e-14.
    static func log1pMinusX(_ x: Double) -> Double {
        abs(x) < 0.29 ? logExcess(x) : log(1 + x) - x
    }

    /// e^x; error at most 4e-16. 0 below about −745, infinite above about 709.
    package static func exp(_ x: Double) -> Double {
        if x > 710 { return .infinity }
        if x < -746 { return 0 }
        let n = (x * 1.442_695_040_888_963_4).rounded()
        let high = x - n * ln2High
        let low = n * ln2Low
        let r = high - low
        // The rounding error of r comes back in first order.
        let y = 1 + (high + (expExcess(r) - low))
        return Double(sign: .plus, exponent: Int(n), significand: y)
    }

    /// e^x − 1, accurate around 0; error at most 1e-15.
    package static func expm1(_ x: Double) -> Double {
        abs(x) < 0.35 ? x + expExcess(x) : exp(x) - 1
    }

    /// x^y for x ≥ 0; error at most 4e-16 × (1 + |y ln x|). 0⁰ is 1; 0 to a negative power is infinite.
    package static func pow(_ x: Double, _ y: Double) -> Double {
        precondition(x >= 0, "a power of a number that is not negative")
        if y == 0 || x == 1 { return 1 }
        if x == 0 { return y > 0 ? 0 : .infinity }
        return exp(y * log(x))
    }

    /// ln 2 in two parts; the first has so few bits that its product with an exponent is exact.
    private static let ln2High = 0x1.62e42feep-1
    private static let ln2Low = 0x1.a39ef35793c76p-33

    /// ln(1 + f) − f for f in [−0.3, 0.42]: with s = f / (2 + f), ln(1 + f) = 2 artanh s.
    private static func logExcess(_ f: Double) -> Double {
        let s = f / (2 + f)
        let z = s * s
        var sum = (2.0 / 27 * z + 2.0 / 25) * z + 2.0 / 23
        sum = ((sum * z + 2.0 / 21) * z + 2.0 / 19) * z + 2.0 / 17
        sum = ((sum * z + 2.0 / 15) * z + 2.0 / 13) * z + 2.0 / 11
        sum = ((sum * z + 2.0 / 9) * z + 2.0 / 7) * z + 2.0 / 5
        sum = (sum * z + 2.0 / 3) * z
        let half = 0.5 * f * f
        return s * (half + sum) - half
    }

    /// e^r − 1 − r for |r| ≤ 0.35: Taylor.
    private static func expExcess(_ r: Double) -> Double {
        var sum = ((r * (1.0 / 14) + 1) * (r * (1.0 / 13)) + 1) * (r * (1.0 / 12)) + 1
        sum = ((sum * (r * (1.0 / 11)) + 1) * (r * (1.0 / 10)) + 1) * (r * (1.0 / 9)) + 1
        sum = ((sum * (r * (1.0 / 8)) + 1) * (r * (1.0 / 7)) + 1) * (r * (1.0 / 6)) + 1
        sum = ((sum * (r * (1.0 / 5)) + 1) * (r * (1.0 / 4)) + 1) * (r * (1.0 / 3)) + 1
        return sum * r * r / 2
    }
}
