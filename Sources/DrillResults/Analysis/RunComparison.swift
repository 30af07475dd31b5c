/// Two runs beside each other: what became of each company.
public struct RunComparison: Codable, Sendable, Equatable {
    /// The earlier run.
    public var before: RunLabel
    /// The later run.
    public var after: RunLabel
    /// Why numbers may have moved for other reasons than the companies; see ``RunDifferences``.
    public var warnings: [String]
    /// Companies that take part in both, in the later run's order.
    public var companies: [CompanyChange]
    /// Names of companies that take part in the earlier run only.
    public var onlyBefore: [String]
    /// Names of companies that take part in the later run only.
    public var onlyAfter: [String]
    /// Both runs have an analysis, so that weaknesses and scores are compared, too.
    public var isAnalysed: Bool
}

/// What a run is called.
public struct RunLabel: Codable, Sendable, Equatable {
    /// Its number in the store.
    public var run: Int
    /// See ``RunResult/runID``.
    public var runID: String
    /// ISO 8601.
    public var created: String
    /// The exercise's title.
    public var exercise: String

    public init(run: Int, runID: String, created: String, exercise: String) {
        self.run = run
        self.runID = runID
        self.created = created
        self.exercise = exercise
    }
}

/// What became of one company from one run to the next.
public struct CompanyChange: Codable, Sendable, Equatable {
    /// The organization's id.
    public var organization: String
    /// For people, as the later run says it.
    public var name: String
    /// Objectives of scenarios that apply in both runs.
    public var objectives: [ObjectiveChange]
    /// 0 to 100, where both runs have scores for the same scenarios.
    public var score: ScoreChange?
    /// Weaknesses that stood out before and do not any more, best first; none where a run has no analysis.
    public var gone: [Lever]
    /// Weaknesses that stand out now and did not before, best first; none where a run has no analysis.
    public var new: [Lever]
}

/// How often an objective is reached, in one run and in the next.
public struct ObjectiveChange: Codable, Sendable, Equatable {
    /// Whether that tells of a change.
    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// The ranges do not touch.
        case better, worse
        /// The ranges overlap: nothing can be said.
        case within = "within-ranges"
        /// The very same count of trials.
        case same
    }

    /// The scenario's id.
    public var scenario: String
    /// The objective's id.
    public var objective: String
    /// For people.
    public var scenarioTitle: String
    /// The objective's, for people.
    public var title: String
    /// Share of trials of the earlier run.
    public var before: Probability
    /// Share of trials of the later run.
    public var after: Probability
    /// Whether the two tell of a change; lower is better.
    public var verdict: Verdict
    /// What the story is after, in the later run.
    public var isGoal: Bool
}

/// The overall score in one run and in the next, each 0 (worst) to 100.
public struct ScoreChange: Codable, Sendable, Equatable {
    /// Of the earlier run.
    public var before: Double
    /// Of the later run.
    public var after: Double
    /// 5 % to 95 % of `before`.
    public var beforeRange: Interval
    /// 5 % to 95 % of `after`.
    public var afterRange: Interval

    /// The ranges do not touch.
    public var isBeyondRanges: Bool {
        beforeRange.high < afterRange.low || afterRange.high < beforeRange.low
    }
}

extension ObjectiveChange.Verdict {
    /// Lower is better.
    init(_ before: Probability, _ after: Probability) {
        if before.count == after.count, before.trials == after.trials {
            self = .same
        } else if after.range.high < before.range.low {
            self = .better
        } else if after.range.low > before.range.high {
            self = .worse
        } else {
            self = .within
        }
    }
}

/// A run that is to be compared: what it says, what it is called, and why, where it was analysed.
public struct ComparedRun: Sendable {
    /// What it says.
    public var result: RunResult
    /// What it is called.
    public var label: RunLabel
    /// Why its numbers are what they are; nil where it was not analysed.
    public var analysis: RunAnalysis?

    public init(result: RunResult, label: RunLabel, analysis: RunAnalysis?) {
        self.result = result
        self.label = label
        self.analysis = analysis
    }

    fileprivate func analysis(of organization: String) -> CompanyAnalysis? {
        analysis?.companies.first { $0.organization == organization }
    }
}

extension RunComparison {
    /// Compares two runs, with their analyses where both have one.
    public init(from earlier: ComparedRun, to later: ComparedRun) {
        let (before, after) = (earlier.result, later.result)
        self.before = earlier.label
        self.after = later.label
        warnings = RunDifferences(from: before, to: after).warnings
        isAnalysed = earlier.analysis != nil && later.analysis != nil
        companies = after.companies.compactMap { company in
            before.companies.first { $0.id == company.id }.map { old in
                CompanyChange(
                    from: old, to: company, scenarios: after.scenarios,
                    earlier: earlier.analysis(of: company.id), later: later.analysis(of: company.id))
            }
        }
        func names(_ run: RunResult, butOf other: RunResult) -> [String] {
            run.companies.filter { company in !other.companies.contains { $0.id == company.id } }.map(\.name)
        }
        onlyBefore = names(before, butOf: after)
        onlyAfter = names(after, butOf: before)
    }
}

extension CompanyChange {
    init(
        from before: CompanyResult, to after: CompanyResult, scenarios: [ScenarioInfo], earlier: CompanyAnalysis?,
        later: CompanyAnalysis?
    ) {
        organization = after.id
        name = after.name
        objectives = after.stories.flatMap { story -> [ObjectiveChange] in
            guard let old = before.stories.first(where: { $0.scenario == story.scenario }) else { return [] }
            let info = scenarios.first { $0.id == story.scenario }
            let goal = story.goal(in: info)?.id
            return story.objectives.compactMap { objective in
                old.objectives.first { $0.id == objective.id }.map { earlier in
                    ObjectiveChange(
                        scenario: story.scenario, objective: objective.id,
                        scenarioTitle: info?.title ?? story.scenario,
                        title: info?.objectives.first { $0.id == objective.id }?.title ?? objective.id,
                        before: earlier.reached, after: objective.reached,
                        verdict: .init(earlier.reached, objective.reached), isGoal: objective.id == goal)
                }
            }
        }
        if let old = earlier?.scores, let new = later?.scores, Set(old.scenarios) == Set(new.scenarios) {
            score = ScoreChange(
                before: old.overall.value, after: new.overall.value, beforeRange: old.overall.range,
                afterRange: new.overall.range)
        }
        guard let earlier, let later else {
            (gone, new) = ([], [])
            return
        }
        let (old, fresh) = (earlier.weaknesses.standingOut, later.weaknesses.standingOut)
        gone = old.filter { lever in !fresh.contains { $0.id == lever.id } }
        new = fresh.filter { lever in !old.contains { $0.id == lever.id } }
    }
}

extension WeaknessReport {
    /// Levers of the weaknesses that stand out, best first.
    fileprivate var standingOut: [Lever] { weaknesses.filter(\.standsOut).map(\.lever) }
}
