public import DrillResults

/// Whoever knows what simulation says about a story; the tabletop needs no engine of its own.
public protocol Forecaster: Sendable {
    /// What simulation says about a scenario of the exercise on an organization; nil where it does not apply.
    ///
    /// - Parameter scenario: the scenario's place in the exercise, from 0.
    func forecast(scenario: Int, organization: String) async throws -> StoryForecast?
}

/// What simulation says about one story, with the default of every decision.
public struct StoryForecast: Codable, Sendable, Equatable {
    /// Trials behind each figure.
    public var trials: Int
    /// Of the run that the figures come from: the same seed gives the same figures.
    public var seed: UInt64
    /// Of the program that simulated.
    public var modelVersion: String
    /// What the figures rest on.
    public var basis: Basis
    /// The story as it goes without people in the room.
    public var story: StoryResult
    /// When each inject that waits for something comes, its delay included, by inject id; hours after zero hour.
    /// Injects at stated times, and those that follow a decision, are left out.
    public var injects: [String: MomentTime]
    /// Every option other than the default.
    public var options: [OptionForecast]

    public init(
        trials: Int, seed: UInt64, modelVersion: String, basis: Basis, story: StoryResult,
        injects: [String: MomentTime], options: [OptionForecast]
    ) {
        self.trials = trials
        self.seed = seed
        self.modelVersion = modelVersion
        self.basis = basis
        self.story = story
        self.injects = injects
        self.options = options
    }

    /// What an option changes against the decision's default; nil for the default itself.
    public func comparison(decision: String, option: String) -> StoryComparison? {
        options.first { $0.decision == decision && $0.option == option }?.comparison
    }
}

/// One option of a decision against the default, trial by trial.
public struct OptionForecast: Codable, Sendable, Equatable {
    /// The decision's id.
    public var decision: String
    /// The option's id; never the default's.
    public var option: String
    /// The default before, the option after.
    public var comparison: StoryComparison

    public init(decision: String, option: String, comparison: StoryComparison) {
        self.decision = decision
        self.option = option
        self.comparison = comparison
    }
}
