/// The best set of levers found under a limit. Gains of levers do not add up, so each step says what is left after it.
public struct ImprovementPlan: Codable, Sendable, Equatable {
    public enum Limit: Codable, Sendable, Equatable {
        /// Person-days at most.
        case effort(Double)
        /// Money at most.
        case cost(Double, currency: String)
        /// Cheapest set that brings the objective to or below a probability.
        case target(Double)
    }

    public var limit: Limit
    /// What is brought down: of each story its goal, or the one objective asked for.
    public var goals: [ObjectiveReference]
    /// Best first: the order to do them in.
    public var steps: [PlanStep]
    /// Sum of the steps'.
    public var effort: Effort
    public var cost: Double?
    public var currency: String?
    /// Each goal before and after the whole plan, in the order of `goals`.
    public var outcomes: [PlanOutcome]
    /// Every set was tried: there is no better one. Otherwise greedy over singles and pairs with swaps, and nothing is
    /// claimed about the best.
    public var isExact: Bool
    /// Levers that were considered, and sets that were simulated.
    public var levers: Int
    public var evaluated: Int
    /// What the reader should know: levers left out for want of an effort, a target that no set reaches.
    public var remarks: [String]

    public init(
        limit: Limit, goals: [ObjectiveReference], steps: [PlanStep], effort: Effort, cost: Double? = nil,
        currency: String? = nil, outcomes: [PlanOutcome], isExact: Bool, levers: Int, evaluated: Int,
        remarks: [String]
    ) {
        self.limit = limit
        self.goals = goals
        self.steps = steps
        self.effort = effort
        self.cost = cost
        self.currency = currency
        self.outcomes = outcomes
        self.isExact = isExact
        self.levers = levers
        self.evaluated = evaluated
        self.remarks = remarks
    }
}

public struct PlanStep: Codable, Sendable, Equatable {
    public var lever: Lever
    public var effort: Effort
    public var cost: Double?
    /// Probability of each goal with this step and all before it, in the order of the plan's `goals`.
    public var after: [Double]

    public init(lever: Lever, effort: Effort, cost: Double? = nil, after: [Double]) {
        self.lever = lever
        self.effort = effort
        self.cost = cost
        self.after = after
    }
}

public struct PlanOutcome: Codable, Sendable, Equatable {
    public var goal: ObjectiveReference
    public var before: Probability
    public var after: Probability
    /// after − before, paired.
    public var difference: Difference

    public init(goal: ObjectiveReference, before: Probability, after: Probability, difference: Difference) {
        self.goal = goal
        self.before = before
        self.after = after
        self.difference = difference
    }
}
