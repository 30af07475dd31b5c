/// Two runs beside each other: what became of each company.
public struct RunComparison: Codable, Sendable, Equatable {
    public var before: RunLabel
    public var after: RunLabel
    /// Why numbers may have moved for other reasons than the companies; see ``RunDifferences``.
    public var warnings: [String]
    /// Companies that take part in both, in the later run's order.
    public var companies: [CompanyChange]
    /// Names of those that take part in one only.
    public var onlyBefore: [String]
    public var onlyAfter: [String]
    /// Both runs have an analysis, so that weaknesses and scores are compared, too.
    public var isAnalysed: Bool
}

/// What a run is called.
public struct RunLabel: Codable, Sendable, Equatable {
    /// Its number in the store.
    public var run: Int
    public var runID: String
    /// ISO 8601.
    public var created: String
    public var exercise: String

    public init(run: Int, runID: String, created: String, exercise: String) {
        self.run = run
        self.runID = runID
        self.created = created
        self.exercise = exercise
    }
}

public struct CompanyChange: Codable, Sendable, Equatable {
    public var organization: String
    public var name: String
    /// Objectives of scenarios that apply in both runs.
    public var objectives: [ObjectiveChange]
    /// 0 to 100, where both runs have scores for the same scenarios.
    public var score: ScoreChange?
    /// Weaknesses that stood out before and do not any more, and the other way round; best first.
    public var gone: [Lever]
    public var new: [Lever]
}

public struct ObjectiveChange: Codable, Sendable, Equatable {
    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// The ranges do not touch.
        case better, worse
        /// The ranges overlap: nothing can be said.
        case within = "within-ranges"
        /// The very same count of trials.
        case same
    }

    public var scenario: String
    public var objective: String
    /// Titles, for people.
    public var scenarioTitle: String
    public var title: String
    public var before: Probability
    public var after: Probability
    public var verdict: Verdict
    /// What the story is after, in the later run.
    public var isGoal: Bool
}

public struct ScoreChange: Codable, Sendable, Equatable {
    public var before: Double
    public var after: Double
    /// 5 % to 95 % of each.
    public var beforeRange: Interval
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

extension RunComparison {
    /// Compares two runs, with their analyses where both have one.
    public init(
        _ before: RunResult, _ beforeLabel: RunLabel, analysis beforeAnalysis: RunAnalysis?,
        with after: RunResult, _ afterLabel: RunLabel, analysis afterAnalysis: RunAnalysis?
    ) {
        self.before = beforeLabel
        self.after = afterLabel
        warnings = RunDifferences(from: before, to: after).warnings
        isAnalysed = beforeAnalysis != nil && afterAnalysis != nil
        companies = after.companies.compactMap { company in
            before.companies.first { $0.id == company.id }.map { earlier in
                CompanyChange(
                    earlier, company, scenarios: after.scenarios,
                    beforeAnalysis?.companies.first { $0.organization == company.id },
                    afterAnalysis?.companies.first { $0.organization == company.id })
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
        _ before: CompanyResult, _ after: CompanyResult, scenarios: [ScenarioInfo], _ earlier: CompanyAnalysis?,
        _ later: CompanyAnalysis?
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
    /// Levers whose difference lies below zero beyond chance and what is not known in some story, by a tenth of a point
    /// at least; best first.
    fileprivate var standingOut: [Lever] {
        weaknesses.filter { weakness in
            weakness.stories.contains { $0.goal.difference.range.high < 0 && $0.goal.difference.value <= -0.001 }
        }.map(\.lever)
    }
}
