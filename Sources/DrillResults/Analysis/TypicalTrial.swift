/// A trial that shows what a number tells: it reaches an objective about when the middle one of those that reach it does.
public struct TypicalTrial: Codable, Sendable, Equatable {
    /// The objective's id.
    public var objective: String
    /// Its number, from 0; what `drillctl replay --trial` takes.
    public var trial: Int
    /// When it reaches the objective.
    public var hours: Double

    public init(objective: String, trial: Int, hours: Double) {
        self.objective = objective
        self.trial = trial
        self.hours = hours
    }
}
