public import DrillResults
package import Scenarios

/// What simulation says about the decisions as they were taken, one after the other.
///
/// The first decision is measured on the story without people; each later one on the story in which those before it
/// went as the group took them. So the effects follow one another, and together they are ``joint``.
public struct PlayedPath: Codable, Sendable, Equatable {
    /// Every option other than the default, of every decision, on the path that led there.
    public var options: [OptionForecast]
    /// All options taken against all defaults; nil where only defaults were taken.
    public var joint: StoryComparison?

    public init(options: [OptionForecast], joint: StoryComparison?) {
        self.options = options
        self.joint = joint
    }
}

extension Session {
    /// Decisions in the order of play, each with the options taken before it, by decision id; defaults are left out.
    ///
    /// - Parameter taken: option ids by decision id; a decision without one counts as its default.
    public func path(_ taken: [String: String]) -> [(decision: String, before: [String: String])] {
        var before: [String: String] = [:]
        return events.flatMap(\.decisions).map { decision in
            defer {
                if let option = taken[decision.id], option != decision.default, decision.has(option) {
                    before[decision.id] = option
                }
            }
            return (decision.id, before)
        }
    }

    /// What an option changes on the path that was played, or, where none was, against all defaults.
    func comparison(decision: String, option: String) -> StoryComparison? {
        guard let path else { return forecast.comparison(decision: decision, option: option) }
        return path.options.first { $0.decision == decision && $0.option == option }?.comparison
    }
}

extension Decision {
    /// Whether an option has this id.
    package func has(_ option: String) -> Bool { options.contains { $0.id == option } }
}
