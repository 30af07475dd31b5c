/// Why a printed number is what it is: rule, counts, trials to look at, and what stands behind it in the documents and
/// the catalog.
public struct Explanation: Codable, Sendable, Equatable {
    /// As asked: "probability(personal-data)".
    public var question: String
    /// Id of the organization whose number it is.
    public var organization: String
    /// For people.
    public var organizationName: String
    /// Nil where the number is of no single story.
    public var scenario: String?
    /// For people; nil where `scenario` is.
    public var scenarioTitle: String?
    /// What the number is, in words.
    public var title: String
    /// The number as it is printed everywhere.
    public var printed: String
    /// How it is made, in one or two sentences.
    public var rule: String
    /// The rule with the numbers put in; nil where there is nothing to calculate.
    public var formula: String?
    /// What the numbers in the formula are.
    public var terms: [ScoreTerm]
    /// Further numbers beside it, a line each: "chance alone: 65–67 %".
    public var details: [String]
    /// Trials to look at.
    public var trials: [TrialReference]
    /// Steps that it depends on, in the scenario's order; empty where none are to be told.
    public var steps: [StepExplanation]
    /// How a control stands, scope by scope; only for a control or its lever.
    public var standings: [ControlExplanation]
    /// Answers behind it that nobody gave: "Multi-factor authentication: not stated, taken as …".
    public var toConfirm: [String]
    /// Further questions that lead deeper, as they can be asked.
    public var deeper: [String]

    public init(
        question: String, organization: String, organizationName: String, scenario: String? = nil,
        scenarioTitle: String? = nil, title: String, printed: String, rule: String, formula: String? = nil,
        terms: [ScoreTerm] = [], details: [String] = [], trials: [TrialReference] = [], steps: [StepExplanation] = [],
        standings: [ControlExplanation] = [], toConfirm: [String] = [], deeper: [String] = []
    ) {
        self.question = question
        self.organization = organization
        self.organizationName = organizationName
        self.scenario = scenario
        self.scenarioTitle = scenarioTitle
        self.title = title
        self.printed = printed
        self.rule = rule
        self.formula = formula
        self.terms = terms
        self.details = details
        self.trials = trials
        self.steps = steps
        self.standings = standings
        self.toConfirm = toConfirm
        self.deeper = deeper
    }
}

/// A trial that shows what is counted.
public struct TrialReference: Codable, Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// From 0.
    public var trial: Int
    /// "reaches it after 12 d".
    public var words: String

    public init(scenario: String, trial: Int, words: String) {
        self.scenario = scenario
        self.trial = trial
        self.words = words
    }
}

/// A step, how often it completes, and what stands in its way on which asset.
public struct StepExplanation: Codable, Sendable, Equatable {
    /// See ``StepInfo/id``.
    public var id: String
    /// For people.
    public var title: String
    /// ATT&CK technique id or VERIS action; nil where the scenario names none.
    public var technique: String?
    /// Trials in which it completes on an asset of the company's.
    public var completed: Int
    /// Trials in all.
    public var trials: Int
    /// What the scenario says of it.
    public var figures: [FigureExplanation]
    /// Assets on which the same controls stand alike are told together.
    public var assets: [AssetExplanation]

    public init(
        id: String, title: String, technique: String?, completed: Int, trials: Int, figures: [FigureExplanation],
        assets: [AssetExplanation]
    ) {
        self.id = id
        self.title = title
        self.technique = technique
        self.completed = completed
        self.trials = trials
        self.figures = figures
        self.assets = assets
    }
}

/// Assets on which a step meets the same controls.
public struct AssetExplanation: Codable, Sendable, Equatable {
    /// Names, for people.
    public var assets: [String]
    /// In the catalog's order.
    public var controls: [ControlExplanation]

    public init(assets: [String], controls: [ControlExplanation]) {
        self.assets = assets
        self.controls = controls
    }
}

/// A control at a level, from a scope, and what the level's figures are.
public struct ControlExplanation: Codable, Sendable, Equatable {
    /// Id in the catalog.
    public var control: String
    /// For people.
    public var title: String
    /// "Prompt on the phone, for 70 %", "unknown".
    public var level: String
    /// Where that is said: "whole company", a department's or an asset's name.
    public var scope: String
    /// What it does here: "stands in the way", "closes the door", "stands on the way to it", "raises alerts".
    public var role: String
    /// What the level's figures are; none where it has no effect here.
    public var figures: [FigureExplanation]

    public init(
        control: String, title: String, level: String, scope: String, role: String, figures: [FigureExplanation]
    ) {
        self.control = control
        self.title = title
        self.level = level
        self.scope = scope
        self.role = role
        self.figures = figures
    }
}

/// A figure with its range and what it rests on.
public struct FigureExplanation: Codable, Sendable, Equatable {
    /// "chance that a try succeeds, times", "hours from trace to alert".
    public var name: String
    /// Low end of the range, in the unit that `name` says; nil for what is no figure but a distribution, told in
    /// `words`.
    public var low: Double?
    /// The most likely value; nil as `low`.
    public var likely: Double?
    /// High end of the range; nil as `low`.
    public var high: Double?
    /// The distribution in words: "median 10 h, one in ten beyond 3 d"; nil for a figure.
    public var words: String?
    /// A publication, "judgement", or "the document" for what is part of the story or of the company.
    public var source: String
    /// When the source was published; nil where it names no year.
    public var year: Int?
    /// "primary" or "secondary".
    public var seen: String?
    /// How much weight it bears: `low`, `medium` or `high`; nil where nobody has said.
    public var trust: String?

    public init(
        name: String, low: Double? = nil, likely: Double? = nil, high: Double? = nil, words: String? = nil,
        source: String, year: Int? = nil, seen: String? = nil, trust: String? = nil
    ) {
        self.name = name
        self.low = low
        self.likely = likely
        self.high = high
        self.words = words
        self.source = source
        self.year = year
        self.seen = seen
        self.trust = trust
    }
}
