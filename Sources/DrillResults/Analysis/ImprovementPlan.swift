/// The best set of levers found under a limit. Gains of levers do not add up, so each step says what is left after it.
public struct ImprovementPlan: Codable, Sendable, Equatable {
    /// What the plan has to keep to.
    public enum Limit: Sendable, Equatable {
        /// Person-days at most, by the likely figures.
        case effort(Double)
        /// Money at most.
        case cost(Double, currency: String)
        /// Least effort that brings every goal to or below a probability.
        case target(Double)
    }

    /// A budget, or what is to be reached.
    public var limit: Limit
    /// What is brought down: of each story its goal, or the one objective asked for.
    public var goals: [ObjectiveReference]
    /// Best first: the order to do them in.
    public var steps: [PlanStep]
    /// Person-days: the sum of the steps' that are known.
    public var effort: Effort
    /// Money for all steps, in `currency`; nil where the plan is not under a budget of money.
    public var cost: Double?
    /// ISO 4217; nil where `cost` is.
    public var currency: String?
    /// Each goal before and after the whole plan, in the order of `goals`.
    public var outcomes: [PlanOutcome]
    /// Every set within the limit was tried; `remarks` say on how many trials, where these are fewer than the run's.
    /// Otherwise greedy over singles and pairs with swaps, and nothing is claimed about the best.
    public var isExact: Bool
    /// Levers that were considered.
    public var levers: Int
    /// Sets of levers that were simulated.
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

/// A lever of the plan, and how things stand once it is done.
public struct PlanStep: Codable, Sendable, Equatable {
    /// What is to be raised.
    public var lever: Lever
    /// Person-days. Nil where a plan under a budget of money takes what nobody has stated days for.
    public var effort: Effort?
    /// Money, in the plan's currency; nil where the plan is not under a budget of money.
    public var cost: Double?
    /// Probability of each goal with this step and all before it, in the order of the plan's `goals`.
    public var after: [Double]

    public init(lever: Lever, effort: Effort?, cost: Double? = nil, after: [Double]) {
        self.lever = lever
        self.effort = effort
        self.cost = cost
        self.after = after
    }
}

/// A goal before and after the whole plan.
public struct PlanOutcome: Codable, Sendable, Equatable {
    /// Which one.
    public var goal: ObjectiveReference
    /// Share of trials that reach it today.
    public var before: Probability
    /// Share of trials that reach it with all steps of the plan.
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

extension ImprovementPlan.Limit: Codable {
    private enum Keys: String, CodingKey { case effort, cost, currency, target }

    /// `{"effort": 60}`, `{"cost": 20000, "currency": "EUR"}` or `{"target": 0.05}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .effort(let days): try container.encode(days, forKey: .effort)
        case .cost(let money, let currency):
            try container.encode(money, forKey: .cost)
            try container.encode(currency, forKey: .currency)
        case .target(let probability): try container.encode(probability, forKey: .target)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if let days = try container.decodeIfPresent(Double.self, forKey: .effort) {
            self = .effort(days)
        } else if let money = try container.decodeIfPresent(Double.self, forKey: .cost) {
            self = .cost(money, currency: try container.decode(String.self, forKey: .currency))
        } else {
            self = .target(try container.decode(Double.self, forKey: .target))
        }
    }
}

/// One company's plan.
public struct CompanyPlan: Codable, Sendable, Equatable {
    /// The organization's id.
    public var organization: String
    /// Nil where no story with a goal applies.
    public var plan: ImprovementPlan?

    public init(organization: String, plan: ImprovementPlan?) {
        self.organization = organization
        self.plan = plan
    }
}
