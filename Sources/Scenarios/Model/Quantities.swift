/// A length of time as written: an ISO 8601 duration, or a bare number in the document's time unit.
public enum TimeAmount: Sendable, Equatable {
    /// From an ISO 8601 duration such as `PT6H` or `P3D`; in hours, finite, at least 0. A month counts 30 days, a year 365.
    case hours(Double)
    /// A bare number, in the document's `timeUnit` (only attack graphs have one).
    case units(Double)

    /// The amount in hours.
    public func hours(in unit: TimeUnit) -> Double {
        switch self {
        case .hours(let hours): hours
        case .units(let count): count * unit.hours
        }
    }
}

/// The unit of bare numbers in an attack graph.
public enum TimeUnit: String, Sendable, CaseIterable {
    case minutes, hours, days, weeks

    /// Hours in one unit.
    public var hours: Double {
        switch self {
        case .minutes: 1 / 60
        case .hours: 1
        case .days: 24
        case .weeks: 168
        }
    }
}

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

/// How far a source was seen by whoever wrote the figure down.
public enum Seen: String, Sendable, CaseIterable { case primary, secondary }

/// How much weight a figure bears.
public enum Trust: String, Sendable, CaseIterable { case low, medium, high }

/// A figure that is not exactly known: low ≤ likely ≤ high, and what it rests on.
///
/// One world draws one value of it (PERT over the three figures); all trials of that world share the value.
public struct Estimate: Sendable, Equatable {
    /// The lowest that is credible.
    public var low: Double
    /// The likeliest, between `low` and `high`.
    public var likely: Double
    /// The highest that is credible.
    public var high: Double
    /// A citation, or the honest word `judgement`; nil where a bare number was written.
    public var source: String?
    /// Year of the source.
    public var year: Int?
    /// Whether the source itself was read or a copy of its figures.
    public var seen: Seen?
    /// How much weight it bears.
    public var trust: Trust?

    public init(
        low: Double, likely: Double, high: Double, source: String? = nil, year: Int? = nil, seen: Seen? = nil,
        trust: Trust? = nil
    ) {
        self.low = low
        self.likely = likely
        self.high = high
        self.source = source
        self.year = year
        self.seen = seen
        self.trust = trust
    }

    /// A figure taken as exact.
    public init(exactly value: Double) { self.init(low: value, likely: value, high: value) }

    /// Whether the figure is somebody's judgement rather than a citation.
    public var isJudgement: Bool { source == nil || source == "judgement" }
}

/// A value, or the name of a scenario parameter that stands for it.
public enum Parameterized<Value: Sendable & Equatable>: Sendable, Equatable {
    case value(Value)
    case parameter(String)
}

/// An answer, or the honest "unknown", which is then sampled over what it could be.
public enum Answer<Value: Sendable & Equatable>: Sendable, Equatable {
    case known(Value)
    case unknown
}
