import DrillResults

/// The story in which a weakness's fix does most, in words.
struct LargestEffect {
    /// Of the story.
    var title: String
    /// "42 % → 16 %".
    var change: String

    /// nil where the weakness has no story.
    init?(of weakness: Weakness, in scenarios: [ScenarioInfo]) {
        guard let story = weakness.stories.min(by: { $0.goal.difference.value < $1.goal.difference.value }) else {
            return nil
        }
        title = scenarios.first { $0.id == story.scenario }?.title ?? story.scenario
        change = "\(Wording.probability(story.goal.before)) → \(Wording.probability(story.goal.after))"
    }
}
