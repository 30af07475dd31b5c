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
