/// How fast the response is in one story, against a target. Hours are counted from what starts the clock: see `Kind`.
public struct SpeedResult: Codable, Sendable, Equatable {
    /// Which clock: from what until when.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// From the first completed step to the earliest alert.
        case notice
        /// From the earliest alert to the last containment.
        case contain
        /// From the first outage to the last repair.
        case restore
        /// From the earliest alert to the end of the response chain: whoever must be told can be told.
        case notify
    }

    /// The scenario's id.
    public var scenario: String
    /// The clock that is read.
    public var kind: Kind
    /// Hours at most; nil: nobody has set a target; the times are stated all the same.
    public var targetHours: Double?
    /// "stated", or where an assumed target comes from: "GDPR, article 33: 72 hours".
    public var targetSource: String?
    /// Over the trials in which the clock starts; "never" counted.
    public var time: TimeSummary
    /// Share of those trials that meet the target; nil without one.
    public var within: Probability?

    public init(
        scenario: String, kind: Kind, targetHours: Double?, targetSource: String?, time: TimeSummary,
        within: Probability?
    ) {
        self.scenario = scenario
        self.kind = kind
        self.targetHours = targetHours
        self.targetSource = targetSource
        self.time = time
        self.within = within
    }
}

/// One hand-off of the response chain.
public struct HandOffResult: Codable, Sendable, Equatable {
    /// As the organization's document says it.
    public var id: String
    /// Name of the department.
    public var department: String
    /// Mean elapsed hours, waiting for working hours included, over the noticed trials of all scenarios.
    public var meanHours: Double
    /// The median of the same hours.
    public var p50: Double
    /// Nine in ten of the same trials take no longer, hours.
    public var p90: Double
    /// Its part of the chain's mean, 0 to 1.
    public var share: Double
    /// As stated: "median 10 h, one in ten beyond 3 d, in business hours"; "unknown".
    public var today: String

    public init(
        id: String, department: String, meanHours: Double, p50: Double, p90: Double, share: Double, today: String
    ) {
        self.id = id
        self.department = department
        self.meanHours = meanHours
        self.p50 = p50
        self.p90 = p90
        self.share = share
        self.today = today
    }
}
