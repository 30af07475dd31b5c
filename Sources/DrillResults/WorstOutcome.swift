/// The outcome that a company's summary line speaks of.
public struct WorstOutcome: Sendable, Equatable {
    /// The story whose goal is reached most often.
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
        Goal.among(objectives, severity: { scenario?.severity(of: $0.id) }, reached: \.reached.value)
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
