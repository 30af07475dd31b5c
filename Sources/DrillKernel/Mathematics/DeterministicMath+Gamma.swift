/// The gamma function's logarithm, the incomplete gamma functions, and what follows from them: the normal distribution.
extension DeterministicMath {
    /// ln Γ(x) for x > 0; absolute error at most 2e-14 × max(1, |ln Γ(x)|).
    package static func logGamma(_ x: Double) -> Double {
        precondition(x > 0 && x.isFinite, "the gamma function of a positive number")
        // Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)), then Stirling's series.
        var product = 1.0
        var shifted = x
        while shifted < 10 {
            product *= shifted
            shifted += 1
        }
        let stirling = (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted)
        return product == 1 ? stirling : stirling - log(product)
    }

    /// P(a, x) and Q(a, x) = 1 − P: the chance that a gamma variable of shape a and scale 1 is at most, above x.
    ///
    /// For 0 < a ≤ 1e6 and x ≥ 0; relative error of the smaller at most 1e-12 (1e-9 beyond 30 standard deviations).
    package static func regularizedGamma(shape a: Double, _ x: Double) -> (lower: Double, upper: Double) {
        precondition(a > 0 && a <= 1e6 && x >= 0, "a shape in (0, 1e6] and an argument of at least 0")
        if x == 0 { return (0, 1) }
        if x == .infinity { return (1, 0) }
        let weight = poissonWeight(a, x)
        if x < a + 1 {
            // P = x^a e^−x / Γ(a + 1) × (1 + x / (a + 1) + x² / ((a + 1)(a + 2)) + …)
            var term = 1.0
            var sum = 1.0
            var divisor = a
            while term > sum * 1e-17 {
                divisor += 1
                term *= x / divisor
                sum += term
            }
            let lower = min(weight * sum, 1)
            return (lower, 1 - lower)
        }
        // Q = x^a e^−x / Γ(a) × 1 / (x + 1 − a − 1 (1 − a) / (x + 3 − a − …)), by Lentz's method.
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var fraction = d
        for i in 1...100_000 {
            let numerator = -Double(i) * (Double(i) - a)
            b += 2
            d = 1 / nonZero(numerator * d + b)
            c = nonZero(b + numerator / c)
            fraction *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        let upper = min(weight * a * fraction, 1)
        return (1 - upper, upper)
    }

    /// The x with P(a, x) = lower and Q(a, x) = upper; give both, so that neither tail loses digits.
    ///
    /// For 1e-3 ≤ a ≤ 1e6 and both chances in [1e-15, 1]; relative error at most 1e-10. What would be below 1e-300 is 0.
    package static func inverseRegularizedGamma(shape a: Double, lower: Double, upper: Double) -> Double {
        if lower <= 0 { return 0 }
        if upper <= 0 { return .infinity }
        // P(a, x) ≤ x^a / Γ(a + 1) bounds the quantile from below.
        let logFloor = (log(lower) + logGamma(a + 1)) / a
        if logFloor < -690 { return 0 }
        var low = exp(logFloor) * 0.999
        var high = Double.infinity
        // Wilson and Hilferty's cube.
        let cube = 1 - 1 / (9 * a) + normalQuantile(lower: lower, upper: upper) / (3 * a.squareRoot())
        var x = max(low, a * cube * cube * cube)
        for _ in 0..<200 {
            let (p, q) = regularizedGamma(shape: a, x)
            let slope = poissonWeight(a, x) * a / x
            let isBelow = lower <= upper ? p < lower : q > upper
            if isBelow { low = max(low, x) } else { high = min(high, x) }
            // Newton for ln P against ln x in the lower half, for ln Q against x in the upper one.
            var next = -1.0
            if lower <= upper, p > 0, slope > 0 {
                next = x * exp(max(-40, min(40, log(lower / p) * p / (slope * x))))
            } else if q > 0, slope > 0 {
                next = x + log(q / upper) * q / slope
            }
            if abs(next - x) <= 1e-14 * x || high - low <= 1e-15 * x { break }
            x = next > low && next < high ? next : high == .infinity ? 2 * x + 1 : 0.5 * (low + high)
        }
        return x
    }

    /// Φ(z), the chance that a standard normal variable is at most z; relative error at most 1e-13 for |z| ≤ 8.
    package static func normalProbability(_ z: Double) -> Double {
        let (lower, upper) = regularizedGamma(shape: 0.5, z * z / 2)
        return z < 0 ? upper / 2 : 0.5 + lower / 2
    }

    /// The z with Φ(z) = p for p in (0, 1); error at most 1e-14 × max(1, |z|), more where 1 − p has lost digits.
    package static func normalQuantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "a probability inside (0, 1)")
        return normalQuantile(lower: p, upper: 1 - p)
    }

    /// The z with Φ(z) = lower and Φ(−z) = upper.
    static func normalQuantile(lower: Double, upper: Double) -> Double {
        let tail = min(lower, upper)
        if tail == 0.5 { return 0 }
        // The distance below 0: the rational function of `LaneMath`, then Newton's steps for the logarithm.
        let w = -log(4 * tail * (1 - tail))
        let p = ((((3.512e-5 * w + 9.081_5e-4) * w + 0.010_938) * w + 0.083_929) * w + 0.432_15) * w + 1.253_314
        let q = ((((1.33e-6 * w + 1.815_8e-4) * w + 1.852_3e-3) * w + 0.032_2) * w + 0.083_01) * w + 1
        var z = w < 30 ? (1 - 2 * tail) * p / q : (2 * w).squareRoot()
        for _ in 0..<20 {
            let density = exp(-z * z / 2 - halfLogTwoPi)
            let chance = normalProbability(-z)
            let step = log(chance / tail) * chance / density
            z += step
            if abs(step) <= 1e-15 * z { break }
        }
        return lower < upper ? -z : z
    }

    /// x^a e^−x / Γ(a + 1), without cancellation where x is near a (Loader's saddle point form).
    private static func poissonWeight(_ a: Double, _ x: Double) -> Double {
        if a < 10 { return exp(a * log(x) - x - logGamma(a + 1)) }
        let deviance = -a * log1pMinusX((x - a) / a)
        return exp(-deviance - stirlingSeries(a)) / (2 * .pi * a).squareRoot()
    }

    /// ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 10.
    private static func stirlingSeries(_ x: Double) -> Double {
        let z = 1 / (x * x)
        let tail =
            z * (-1.0 / 1680 + z * (1.0 / 1188 + z * (-691.0 / 360_360 + z * (1.0 / 156 - z * 3617.0 / 122_400))))
        return (1.0 / 12 + z * (-1.0 / 360 + z * (1.0 / 1260 + tail))) / x
    }

    static func nonZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }

    static let halfLogTwoPi = 0.918_938_533_204_672_8
}
