/// What the conclusion hangs on that nobody knows: "find this out first".
public struct NotKnowingReport: Codable, Sendable, Equatable {
    /// What is followed: the company's worst outcome.
    public var outcome: ObjectiveReference
    /// Its probability as simulated, all unknowns drawn.
    public var today: Double
    /// Widest first.
    public var drivers: [Driver]
    /// Pessimistic, default, optimistic, in this order: the same outcome with every catalog figure at that end.
    public var presets: [PresetOutcome]

    public init(outcome: ObjectiveReference, today: Double, drivers: [Driver], presets: [PresetOutcome]) {
        self.outcome = outcome
        self.today = today
        self.drivers = drivers
        self.presets = presets
    }
}

/// One unknown, at either end, everything else as it is.
public struct Driver: Codable, Sendable, Equatable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case unknownAnswer = "unknown-answer"
        case catalogFigure = "catalog-figure"
        case scenarioFigure = "scenario-figure"
    }

    public var id: String
    public var kind: Kind
    /// "Multi-factor authentication: which level is in place".
    public var title: String
    /// What the two ends are: "FIDO2 keys", "none"; `low` gives the lower probability.
    public var lowWords: String
    public var highWords: String
    /// The outcome's probability at the two ends.
    public var low: Double
    public var high: Double
    /// Id of the lever that would be first at one of the ends, ahead of today's first by more than chance; nil where
    /// none is, and where it was not asked: only the widest drivers and the leading weaknesses are.
    public var changesFirst: String?
    /// How to find out, in one sentence.
    public var advice: String

    public init(
        id: String, kind: Kind, title: String, lowWords: String, highWords: String, low: Double, high: Double,
        changesFirst: String? = nil, advice: String
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.lowWords = lowWords
        self.highWords = highWords
        self.low = low
        self.high = high
        self.changesFirst = changesFirst
        self.advice = advice
    }
}

public struct PresetOutcome: Codable, Sendable, Equatable {
    public var preset: String
    public var reached: Probability

    public init(preset: String, reached: Probability) {
        self.preset = preset
        self.reached = reached
    }
}
