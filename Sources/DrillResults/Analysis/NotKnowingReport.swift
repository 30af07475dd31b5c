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
    /// What it is that nobody knows.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case unknownAnswer = "unknown-answer"
        case catalogFigure = "catalog-figure"
        case scenarioFigure = "scenario-figure"
    }

    /// Unique within the report.
    public var id: String
    /// An answer of the company's, or a figure of the catalog or the scenario.
    public var kind: Kind
    /// "Multi-factor authentication: which level is in place".
    public var title: String
    /// What the end is that gives the lower probability: "FIDO2 keys".
    public var lowWords: String
    /// What the end is that gives the higher probability: "none".
    public var highWords: String
    /// The outcome's probability at the end that gives the lower one, 0 to 1.
    public var low: Double
    /// The outcome's probability at the other end, 0 to 1.
    public var high: Double
    /// Id of the lever that would be first at one of the ends, ahead of today's first by more than chance; nil where
    /// none is, and where it was not asked: only the widest drivers and the leading weaknesses are.
    public var changesFirst: LeverID?
    /// How to find out, in one sentence.
    public var advice: String

    public init(
        id: String, kind: Kind, title: String, lowWords: String, highWords: String, low: Double, high: Double,
        changesFirst: LeverID? = nil, advice: String
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

/// The outcome under one preset.
public struct PresetOutcome: Codable, Sendable, Equatable {
    /// As ``RunResult/preset``.
    public var preset: String
    /// Share of trials that reach the outcome's objective.
    public var reached: Probability

    public init(preset: String, reached: Probability) {
        self.preset = preset
        self.reached = reached
    }
}
