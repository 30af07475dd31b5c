/// Losses in money, in FAIR's terms; only where the documents carry money.
public struct LossReport: Codable, Sendable, Equatable {
    /// ISO 4217.
    public var currency: String
    /// One for each scenario that applies: loss magnitude if the attack is tried.
    public var stories: [StoryLoss]
    /// What a loss is made of, with sources, in the order of the documents.
    public var figures: [LossFigure]

    public init(currency: String, stories: [StoryLoss], figures: [LossFigure]) {
        self.currency = currency
        self.stories = stories
        self.figures = figures
    }
}

/// What one attack costs a company, if it is tried. Money in the report's currency.
public struct StoryLoss: Codable, Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// FAIR's vulnerability: share of tried attacks with a loss.
    public var vulnerability: Probability
    /// Money per tried attack, 0 where nothing was lost.
    public var magnitude: Amount
    /// Mean per tried attack of the company's own losses: response, replacement, downtime.
    public var primaryMean: Double
    /// Mean per tried attack of what others bring about: fines, claims, customers.
    public var secondaryMean: Double
    /// Loss exceedance curve per tried attack, falling.
    public var exceedance: [ExceedancePoint]
    /// Only with a sourced frequency of attacks.
    public var yearly: YearlyLoss?

    public init(
        scenario: String, vulnerability: Probability, magnitude: Amount, primaryMean: Double, secondaryMean: Double,
        exceedance: [ExceedancePoint], yearly: YearlyLoss? = nil
    ) {
        self.scenario = scenario
        self.vulnerability = vulnerability
        self.magnitude = magnitude
        self.primaryMean = primaryMean
        self.secondaryMean = secondaryMean
        self.exceedance = exceedance
        self.yearly = yearly
    }
}

/// The share of tried attacks, or of years, that lose at least this much.
public struct ExceedancePoint: Codable, Sendable, Equatable {
    /// Money, in the report's currency.
    public var loss: Double
    /// Share of attacks or years that lose at least `loss`, 0 to 1.
    public var probability: Double

    public init(loss: Double, probability: Double) {
        self.loss = loss
        self.probability = probability
    }
}

/// What a year costs, by a stated frequency of attacks. Money in the report's currency.
public struct YearlyLoss: Codable, Sendable, Equatable {
    /// Attacks tried a year (FAIR's threat event frequency).
    public var frequency: Double
    /// Where the frequency comes from; there is no yearly loss without one.
    public var frequencySource: String
    /// Loss events a year: attacks tried a year that lose anything.
    public var lossEventFrequency: Double
    /// Mean money a year.
    public var expected: Double
    /// Money that 95 % of years do not exceed.
    public var p95: Double
    /// Loss exceedance curve for a year, falling.
    public var exceedance: [ExceedancePoint]

    public init(
        frequency: Double, frequencySource: String, lossEventFrequency: Double, expected: Double, p95: Double,
        exceedance: [ExceedancePoint]
    ) {
        self.frequency = frequency
        self.frequencySource = frequencySource
        self.lossEventFrequency = lossEventFrequency
        self.expected = expected
        self.p95 = p95
        self.exceedance = exceedance
    }
}

/// One figure that losses are made of, with its range and its source.
public struct LossFigure: Codable, Sendable, Equatable {
    /// "per exposed record", "per hour of downtime of Payments".
    public var name: String
    /// FAIR's form of loss: productivity, response, replacement, fines and judgements, competitive advantage, reputation.
    public var form: String
    /// Low end, money in the report's currency for each unit that `name` says.
    public var low: Double
    /// The most likely value.
    public var likely: Double
    /// High end.
    public var high: Double
    /// A publication, or "judgement".
    public var source: String
    /// Whether others bring it about (FAIR's secondary loss).
    public var isSecondary: Bool
    /// Chance that it comes at all; nil: always.
    public var chance: LossChance?
    /// At most so much money for one attack; nil: no bound.
    public var atMost: Double?

    public init(
        name: String, form: String, low: Double, likely: Double, high: Double, source: String,
        isSecondary: Bool = false, chance: LossChance? = nil, atMost: Double? = nil
    ) {
        self.name = name
        self.form = form
        self.low = low
        self.likely = likely
        self.high = high
        self.source = source
        self.isSecondary = isSecondary
        self.chance = chance
        self.atMost = atMost
    }
}

/// The chance that a secondary loss comes, 0 to 1.
public struct LossChance: Codable, Sendable, Equatable {
    /// Low end, 0 to 1.
    public var low: Double
    /// The most likely value, 0 to 1.
    public var likely: Double
    /// High end, 0 to 1.
    public var high: Double
    /// A publication, or "judgement".
    public var source: String

    public init(low: Double, likely: Double, high: Double, source: String) {
        self.low = low
        self.likely = likely
        self.high = high
        self.source = source
    }
}
