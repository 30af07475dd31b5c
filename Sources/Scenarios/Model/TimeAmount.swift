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
