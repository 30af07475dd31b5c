/// The outcome that a company's summary line speaks of.
public struct WorstOutcome: Sendable, Equatable {
    public var story: StoryResult
    /// The story's goal: see ``StoryResult/goal(in:)``.
    public var objective: ObjectiveResult

    public init(story: StoryResult, objective: ObjectiveResult) {
        self.story = story
        self.objective = objective
    }
}

extension StoryResult {
    /// What the attack is after: of the most severe objectives the one reached most often, the earlier of equals. Nil
    /// where the story names no objective.
    ///
    /// - Parameter scenario: the story's own, for the severities; without it all objectives count as equally severe.
    public func goal(in scenario: ScenarioInfo?) -> ObjectiveResult? {
        func rank(_ objective: ObjectiveResult) -> (Int, Double) {
            let info = scenario?.objectives.first { $0.id == objective.id }
            return (severityRank(info?.severity), objective.reached.value)
        }
        return objectives.reduce(nil) { best, next in
            guard let best else { return next }
            return rank(next) > rank(best) ? next : best
        }
    }
}

extension CompanyResult {
    /// The story whose goal is reached most often, the earlier of equals. Nil where no scenario applies.
    public func worst(of scenarios: [ScenarioInfo]) -> WorstOutcome? {
        stories.reduce(nil) { worst, story in
            guard let goal = story.goal(in: scenarios.first { $0.id == story.scenario }) else { return worst }
            if let worst, worst.objective.reached.value >= goal.reached.value { return worst }
            return WorstOutcome(story: story, objective: goal)
        }
    }
}

/// Critical above major above minor above anything else.
func severityRank(_ severity: String?) -> Int {
    switch severity {
    case "critical": 3
    case "major": 2
    case "minor": 1
    default: 0
    }
}
