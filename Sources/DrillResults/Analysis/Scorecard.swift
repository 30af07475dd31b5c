/// Scores of one company, 0 (worst) to 100, for a stated set of scenarios; never comparable across sets.
///
/// Every score is monotone: hardening never lowers a prevention or family score, faster or more noticing never lowers a
/// response score.
///
/// `overall`, `prevention` and the families are those of the worst of the most severe objectives. `response`, and the
/// family `monitoring`, are over all of them: of what the reference company would lose, how much is saved.
public struct Scorecard: Codable, Sendable, Equatable {
    /// The set that the scores are for, in the exercise's order: the scenarios that apply.
    public var scenarios: [String]
    /// The lowest of `objectives` among the most severe ones.
    public var overall: Score
    /// Whose score `overall` is.
    public var worst: ObjectiveReference
    /// The lowest of the most severe objectives: how seldom the attack gets there when nobody responds.
    public var prevention: Score
    /// Nil where the reference company hardly ever loses one of the most severe objectives: there is nothing to be saved.
    public var response: Score?
    /// Why there is no response score, to be printed in its place; nil where there is one.
    public var responseMissing: String?
    /// One for each family of controls that can matter to one of the most severe objectives, in the order of
    /// `ControlFamily`.
    public var families: [FamilyScore]
    /// One for each objective that the company can lose, in the exercise's order.
    public var objectives: [ObjectiveScore]

    public init(
        scenarios: [String], overall: Score, worst: ObjectiveReference, prevention: Score, response: Score?,
        responseMissing: String? = nil, families: [FamilyScore], objectives: [ObjectiveScore]
    ) {
        self.scenarios = scenarios
        self.overall = overall
        self.worst = worst
        self.prevention = prevention
        self.response = response
        self.responseMissing = responseMissing
        self.families = families
        self.objectives = objectives
    }
}

/// An objective of a scenario, by their ids.
public struct ObjectiveReference: Codable, Sendable, Equatable, Hashable {
    /// The scenario's id.
    public var scenario: String
    /// The objective's id within the scenario.
    public var objective: String

    public init(scenario: String, objective: String) {
        self.scenario = scenario
        self.objective = objective
    }
}

/// A number from 0 to 100 with what it was made of.
public struct Score: Codable, Sendable, Equatable {
    /// 0 (worst) to 100.
    public var value: Double
    /// 5 % to 95 %, chance and not knowing together.
    public var range: Interval
    /// With the numbers put in: "100 × (1 − 0.34)".
    public var formula: String
    /// What the numbers in the formula are, in its order.
    public var terms: [ScoreTerm]

    public init(value: Double, range: Interval, formula: String, terms: [ScoreTerm]) {
        self.value = value
        self.range = range
        self.formula = formula
        self.terms = terms
    }
}

/// A number that a formula has put in.
public struct ScoreTerm: Codable, Sendable, Equatable {
    /// "share of trials that reach 'Personal data leaves' when nobody responds".
    public var name: String
    /// As it stands in the formula; mostly a share 0 to 1, or a score 0 to 100.
    public var value: Double
    /// Trials counted, where the term is a share of trials.
    public var count: Int?
    /// Trials in all, where the term is a share of trials.
    public var trials: Int?

    public init(name: String, value: Double, count: Int? = nil, trials: Int? = nil) {
        self.name = name
        self.value = value
        self.count = count
        self.trials = trials
    }
}

/// How well one family of controls does, with the others at the reference level.
public struct FamilyScore: Codable, Sendable, Equatable {
    /// The catalog's word: `encryption`, `access`, …
    public var family: String
    /// 0 (worst) to 100.
    public var score: Score

    public init(family: String, score: Score) {
        self.family = family
        self.score = score
    }
}

/// How a company stands against one objective.
public struct ObjectiveScore: Codable, Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// The objective's id.
    public var objective: String
    /// How seldom the attack gets there when nobody responds.
    public var prevention: Score
    /// Nil where the reference company loses the objective in too few trials to say what a response saves; `overall` then
    /// rests on those few, as its range shows, and is `prevention` where there are none.
    public var response: Score?
    /// Prevention, and what the response saves of the rest.
    public var overall: Score

    public init(scenario: String, objective: String, prevention: Score, response: Score?, overall: Score) {
        self.scenario = scenario
        self.objective = objective
        self.prevention = prevention
        self.response = response
        self.overall = overall
    }
}
