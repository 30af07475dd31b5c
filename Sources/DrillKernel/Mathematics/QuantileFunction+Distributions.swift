/// Quantile functions from the parameters people write; compile time, in Float64, without libm.
///
/// Parameters are finite, times in hours and at least 0; times above 3e38 count as 3e38.
extension QuantileFunction {
    /// Exponential with the given mean; 0 is "at once".
    package static func makeExponential(mean: Double) -> QuantileFunction {
        precondition(mean >= 0, "a mean of at least 0")
        return mean == 0 ? .constant(0) : .exponential(mean: hours(mean))
    }

    /// Lognormal with the given median above 0 and nine-in-ten quantile, at least the median.
    package static func makeLognormal(median: Double, p90: Double) -> QuantileFunction {
        precondition(median > 0 && p90 >= median, "a median above 0 and not above the 90 % quantile")
        if p90 == median { return .constant(hours(median)) }
        return makeLognormal(
            mu: DeterministicMath.log(median),
            sigma: (DeterministicMath.log(p90) - DeterministicMath.log(median)) / 1.281_551_565_544_600_4)
    }

    /// Lognormal from mean and standard deviation of the natural logarithm of the hours; sigma at least 0.
    package static func makeLognormal(mu: Double, sigma: Double) -> QuantileFunction {
        precondition(mu.isFinite && sigma.isFinite && sigma >= 0, "finite parameters, sigma at least 0")
        if sigma == 0 { return .constant(hours(DeterministicMath.exp(min(mu, 88)))) }
        return .lognormal(mu: Float(max(-1e4, min(mu, 1e4))), sigma: Float(min(sigma, 1e4)))
    }

    /// Gamma with shape in [0.01, 1e6] (clamped) and scale; tabulated.
    ///
    /// Error at most 1e-3 × (its mean + the value), 1e-4 × from shape 0.1 on.
    package static func makeGamma(shape: Double, scale: Double) -> QuantileFunction {
        precondition(shape > 0 && scale >= 0, "a shape above 0, a scale of at least 0")
        let shape = min(max(shape, 0.01), 1e6)
        return tabulate { lower, upper in
            scale * DeterministicMath.inverseRegularizedGamma(shape: shape, lower: lower, upper: upper)
        }
    }

    /// Evenly spread from low to high.
    package static func makeUniform(low: Double, high: Double) -> QuantileFunction {
        precondition(low >= 0 && low <= high, "0 ≤ low ≤ high")
        return low == high ? .constant(hours(low)) : .uniform(low: hours(low), width: hours(high - low))
    }

    /// Triangular density with its peak at the likely value; tabulated, error at most 1e-4 × (high − low).
    package static func makeTriangular(low: Double, likely: Double, high: Double) -> QuantileFunction {
        precondition(low >= 0 && low <= likely && likely <= high, "0 ≤ low ≤ likely ≤ high")
        if low == high { return .constant(hours(low)) }
        let left = (likely - low) / (high - low)
        return tabulate { lower, upper in
            let x = lower < left ? (lower * left).squareRoot() : 1 - (upper * (1 - left)).squareRoot()
            return low + (high - low) * x
        }
    }

    /// Standard beta-PERT, alpha = 1 + 4 (likely − low) / (high − low); tabulated, error at most 1e-4 × (high − low).
    package static func makePert(low: Double, likely: Double, high: Double) -> QuantileFunction {
        precondition(low >= 0 && low <= likely && likely <= high, "0 ≤ low ≤ likely ≤ high")
        if low == high { return .constant(hours(low)) }
        let beta = BetaIntegral(pert: (likely - low) / (high - low))
        return tabulate { lower, upper in low + (high - low) * beta.quantile(lower, upper) }
    }

    /// Piecewise linear through (p, hours) points: p from 0 to 1 rising, values not falling; exact up to Float32.
    package static func makeQuantiles(_ points: [(p: Double, value: Double)]) -> QuantileFunction {
        precondition(points.count >= 2, "at least two points")
        precondition(points[0].p == 0 && points[points.count - 1].p == 1, "points from p = 0 to p = 1")
        for (from, to) in zip(points, points.dropFirst()) {
            precondition(from.p <= to.p && from.value <= to.value, "points in rising order")
        }
        return .knots(points.map { QuantileKnot(p: Float($0.p), value: hours($0.value)) })
    }

    /// The function at the grid points of z(u): all the shapes above are smooth in it, both tails included.
    private static func tabulate(_ quantile: (_ lower: Double, _ upper: Double) -> Double) -> QuantileFunction {
        let cells = 1024
        var values: [Float] = []
        values.reserveCapacity(cells + 1)
        for cell in 0...cells {
            let z = (Double(cell) / Double(cells) - 0.5) * 10.6
            let value = hours(
                quantile(DeterministicMath.normalProbability(z), DeterministicMath.normalProbability(-z)))
            values.append(max(value, values.last ?? 0))
        }
        return .table(QuantileTable(coordinate: .normal, values: values))
    }

    private static func hours(_ value: Double) -> Float { Float(min(max(value, 0), 3e38)) }
}
