/// A distribution of a length of time; every parameter is finite and at least 0.
public enum Distribution: Sendable, Equatable {
    case constant(TimeAmount)
    /// Mean above 0 or equal to 0 (then always 0).
    case exponential(mean: TimeAmount)
    /// Median above 0, p90 at least the median: sigma = ln(p90 / median) / 1.2815515655446004.
    case lognormal(median: TimeAmount, p90: TimeAmount)
    /// Of the natural logarithm of the time in the document's unit.
    case lognormalLog(mu: Double, sigma: Double)
    /// Shape above 0; mean = shape × scale.
    case gamma(shape: Double, scale: TimeAmount)
    case uniform(low: TimeAmount, high: TimeAmount)
    case triangular(low: TimeAmount, likely: TimeAmount, high: TimeAmount)
    /// Standard beta-PERT: alpha = 1 + 4 (m − a) / (b − a).
    case pert(low: TimeAmount, likely: TimeAmount, high: TimeAmount)
    /// Piecewise linear through [p, value] points: p from 0 to 1 strictly rising, values not falling.
    case quantiles(points: [QuantilePoint])
}

/// One point of a quantile function.
public struct QuantilePoint: Sendable, Equatable {
    /// Cumulative probability, 0…1.
    public var p: Double
    /// The time that is not exceeded with this probability.
    public var value: TimeAmount

    public init(p: Double, value: TimeAmount) {
        self.p = p
        self.value = value
    }
}
