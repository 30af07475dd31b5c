/// The incomplete beta function, and the PERT distribution made of it.
extension DeterministicMath {
    /// I_x(a, b): the chance that a beta variable is at most x; relative error at most 1e-11 where it is below ½.
    ///
    /// For a and b in [0.01, 1000], x in [0, 1].
    package static func regularizedBeta(_ x: Double, a: Double, b: Double) -> Double {
        BetaIntegral(a, b).lower(x, 1 - x)
    }

    /// The x with I_x(a, b) = p; absolute error at most 1e-12, never falling in p.
    ///
    /// For a and b in [0.5, 1000]. The result is a multiple of 2⁻⁴⁰: the first at which the chance is no longer below p.
    package static func inverseRegularizedBeta(_ p: Double, a: Double, b: Double) -> Double {
        BetaIntegral(a, b).quantile(p, 1 - p)
    }

    /// The quantile of the standard beta-PERT distribution: alpha = 1 + 4 (likely − low) / (high − low).
    ///
    /// For u in 0…1 and low ≤ likely ≤ high; never falling in u, low at 0, high at 1, low throughout where low = high.
    /// Error at most 1e-12 × (high − low).
    package static func pertQuantile(_ u: Double, low: Double, likely: Double, high: Double) -> Double {
        precondition(low <= likely && likely <= high, "low ≤ likely ≤ high")
        precondition(u >= 0 && u <= 1, "a probability")
        if low == high || u == 0 { return low }
        if u == 1 { return high }
        return low + (high - low) * BetaIntegral(pert: (likely - low) / (high - low)).quantile(u, 1 - u)
    }
}

/// One incomplete beta function, with what does not depend on x worked out once.
struct BetaIntegral {
    let a: Double
    let b: Double
    /// ln B(a, b).
    private let logBeta: Double

    init(_ a: Double, _ b: Double) {
        precondition(a > 0 && b > 0, "parameters above 0")
        self.a = a
        self.b = b
        logBeta =
            DeterministicMath.logGamma(a) + DeterministicMath.logGamma(b) - DeterministicMath.logGamma(a + b)
    }

    /// The beta of a PERT distribution on 0…1 with the given mode.
    init(pert mode: Double) { self.init(1 + 4 * mode, 1 + 4 * (1 - mode)) }

    private static let grid = 0x1p40

    /// I_x(a, b) with y = 1 − x given as well.
    func lower(_ x: Double, _ y: Double) -> Double {
        if x <= 0 { return 0 }
        if y <= 0 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - tail(y, x, a: b, b: a) }
        return tail(x, y, a: a, b: b)
    }

    /// 1 − I_x(a, b), without loss of digits where it is small.
    private func upper(_ x: Double, _ y: Double) -> Double { BetaIntegral(swapping: self).lower(y, x) }

    private init(swapping other: BetaIntegral) {
        (a, b, logBeta) = (other.b, other.a, other.logBeta)
    }

    /// For lower < ½ the first grid point with I_x ≥ lower; otherwise the first with 1 − I_x ≤ upper.
    func quantile(_ lower: Double, _ upper: Double) -> Double {
        if lower <= 0 { return 0 }
        if upper <= 0 { return 1 }
        let inLowerHalf = lower < 0.5
        let near = inLowerHalf ? approximate(lower) : 1 - BetaIntegral(swapping: self).approximate(upper)
        func reached(_ step: Double) -> Bool {
            let x = step / BetaIntegral.grid
            return inLowerHalf ? self.lower(x, 1 - x) >= lower : self.upper(x, 1 - x) <= upper
        }
        var step = (near * BetaIntegral.grid).rounded(.up)
        step = min(max(step, 1), BetaIntegral.grid)
        // The approximation is off by a cell at most; the bound only keeps odd parameters from walking far.
        var patience = 64
        while patience > 0, step > 1, reached(step - 1) { (step, patience) = (step - 1, patience - 1) }
        while patience > 0, step < BetaIntegral.grid, !reached(step) { (step, patience) = (step + 1, patience - 1) }
        return step / BetaIntegral.grid
    }

    /// Newton's method for ln I against ln x, from a point that is below the root where b ≥ 1.
    private func approximate(_ p: Double) -> Double {
        typealias Math = DeterministicMath
        let logP = Math.log(p)
        var low = 0.0
        var high = 1.0
        var x = min(Math.exp((logP + Math.log(a) + logBeta) / a), 0.999_999)
        if x < 1e-13 { return x }
        for _ in 0..<100 {
            let y = 1 - x
            let chance = lower(x, y)
            if chance < p { low = x } else { high = x }
            let slope = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(y) - logBeta)
            var next = -1.0
            if chance > 0, slope > 0 {
                next = x * Math.exp(max(-1, min(1, (logP - Math.log(chance)) * chance / (slope * x))))
            }
            if abs(next - x) < 1e-13 { break }
            x = next > low && next < high ? next : 0.5 * (low + high)
        }
        return x
    }

    /// x^a y^b / (a B(a, b)) times the continued fraction, by Lentz's method; quick for x below (a + 1) / (a + b + 2).
    private func tail(_ x: Double, _ y: Double, a: Double, b: Double) -> Double {
        typealias Math = DeterministicMath
        var c = 1.0
        var d = 1 / Math.nonZero(1 - (a + b) * x / (a + 1))
        var fraction = d
        for i in 1...10_000 {
            let m = Double(i)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / Math.nonZero(1 + even * d)
            c = Math.nonZero(1 + even / c)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / Math.nonZero(1 + odd * d)
            c = Math.nonZero(1 + odd / c)
            fraction *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        let logWeight = a * Math.log(x) + b * Math.log(y) - logBeta
        return min(max(Math.exp(logWeight) * fraction / a, 0), 1)
    }
}
