/// How often a story's goal is reached, by what the attacker aims at: at one asset, or one supplier, of several.
public struct ReachByChoice: Codable, Sendable, Equatable {
    /// Id of the step that is aimed.
    public var step: String
    /// The step, for people.
    public var title: String
    /// Id of the objective that is spoken of.
    public var objective: String
    /// Worst first.
    public var options: [Option]

    /// What can be aimed at.
    public struct Option: Codable, Sendable, Equatable {
        /// The asset, or the supplier in the company's own words.
        public var name: String
        /// Of the trials in which it is aimed at, those that reach the objective.
        public var reached: Probability

        public init(name: String, reached: Probability) {
            self.name = name
            self.reached = reached
        }
    }

    public init(step: String, title: String, objective: String, options: [Option]) {
        self.step = step
        self.title = title
        self.objective = objective
        self.options = options
    }
}
