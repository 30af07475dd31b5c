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
    /// What the law asks for, the shortest limit first, on the clock ``Kind/notify``; nil where nothing is claimed. The
    /// earliest alert that somebody acts on stands for becoming aware.
    public var duties: [DutyResult]?

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

/// A duty to tell an authority within a time that the law states.
public struct DutyResult: Codable, Sendable, Equatable {
    /// "gdpr-33-1".
    public var id: String
    /// Who has to be told what.
    public var what: String
    /// "72 hours from becoming aware".
    public var limit: String
    /// Hours from awareness; nil: counted from another duty's fulfilment.
    public var hours: Double?
    /// "Regulation (EU) 2016/679 (GDPR), Article 33(1)".
    public var citation: String
    /// For whom alone, or when, it holds.
    public var condition: String?
    /// Share of the noticed trials in which the response chain ends in time; nil without hours.
    public var within: Probability?

    public init(
        id: String, what: String, limit: String, hours: Double?, citation: String, condition: String?,
        within: Probability?
    ) {
        self.id = id
        self.what = what
        self.limit = limit
        self.hours = hours
        self.citation = citation
        self.condition = condition
        self.within = within
    }

    /// "Directive (EU) 2022/2555 (NIS2), Article 23(4)(a): 24 hours from becoming aware, to the CSIRT …; if …".
    public var sentence: String {
        "\(citation): \(limit), to \(what)" + (condition.map { "; \($0)" } ?? "")
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
