/// What one evaluation of an attack graph says. Times are in the graph's unit.
public struct GraphResult: Encodable, Sendable, Equatable {
    /// What the graph is evaluated for.
    public var goal: Goal
    /// How many nodes other than entries complete by the horizon; nil where only what the goal needs was simulated.
    public var fallen: Fallen?
    /// Whether and when the earliest alert comes, of any node and organization.
    public var detected: Detected
    /// Every node, in the graph's order; nil unless asked for.
    public var nodes: [Node]?
    /// Every node but entries, in the graph's order; nil unless asked for.
    public var importance: [Importance]?

    public init(goal: Goal, fallen: Fallen?, detected: Detected, nodes: [Node]?, importance: [Importance]?) {
        self.goal = goal
        self.fallen = fallen
        self.detected = detected
        self.nodes = nodes
        self.importance = importance
    }

    /// How often, and when, the graph's goal completes.
    public struct Goal: Encodable, Sendable, Equatable {
        /// That it completes by the horizon, 0 to 1.
        public var probability: Double
        /// 0 where the answer is exact.
        public var standardError: Double
        /// 5 % to 95 %: what none of so many trials showed still has an upper bound. Both ends the probability itself
        /// where the answer is exact.
        public var range: Interval
        /// In the graph's unit, given that it is reached by the horizon; nil if never, or if exact. Written as null.
        public var meanTime: Double?
        /// In the graph's unit, given that it is reached by the horizon, by probability as text ("0.5"); nil values are
        /// written as null.
        public var quantiles: [String: Double?]

        public init(
            probability: Double, standardError: Double, range: Interval, meanTime: Double?,
            quantiles: [String: Double?]
        ) {
            self.probability = probability
            self.standardError = standardError
            self.range = range
            self.meanTime = meanTime
            self.quantiles = quantiles
        }
    }

    /// How many nodes other than entries complete by the horizon.
    public struct Fallen: Encodable, Sendable, Equatable {
        /// Nodes per trial.
        public var mean: Double
        /// Of the number of nodes between trials, in nodes squared.
        public var variance: Double
        /// Probability that at least so many fall, by the number as text ("100").
        public var atLeast: [String: Double]

        public init(mean: Double, variance: Double, atLeast: [String: Double]) {
            self.mean = mean
            self.variance = variance
            self.atLeast = atLeast
        }
    }

    /// How often, and when, somebody is alarmed.
    public struct Detected: Encodable, Sendable, Equatable {
        /// That there is an alert by the horizon, 0 to 1.
        public var probability: Double
        /// In the graph's unit, given that it is detected by the horizon; nil if never. Written as null.
        public var meanTime: Double?

        public init(probability: Double, meanTime: Double?) {
            self.probability = probability
            self.meanTime = meanTime
        }
    }

    /// How often, and when, one node completes.
    public struct Node: Encodable, Sendable, Equatable {
        /// As the graph's document says it.
        public var id: String
        /// That it completes by the horizon, 0 to 1.
        public var probability: Double
        /// In the graph's unit, given that it is reached by the horizon; nil if never. Written as null.
        public var meanTime: Double?

        public init(id: String, probability: Double, meanTime: Double?) {
            self.id = id
            self.probability = probability
            self.meanTime = meanTime
        }
    }

    /// What the goal's probability would be if one node were off or on; see docs/model.md.
    public struct Importance: Encodable, Sendable, Equatable {
        /// The node's, as the graph's document says it.
        public var id: String
        /// P(goal | it is on) - P(goal | it is off).
        public var birnbaum: Double
        /// P(goal) / P(goal | it is off); nil where infinite. Written as null.
        public var rrw: Double?
        /// P(goal | it is on) / P(goal); nil where P(goal) is 0. Written as null.
        public var raw: Double?
        /// 5 % to 95 % of `rrw`, from the trials; nil where it is exact or there is no ratio. Written as null.
        public var rrwRange: RatioRange?
        /// 5 % to 95 % of `raw`, as for `rrwRange`.
        public var rawRange: RatioRange?

        public init(
            id: String, birnbaum: Double, rrw: Double?, raw: Double?, rrwRange: RatioRange? = nil,
            rawRange: RatioRange? = nil
        ) {
            self.id = id
            self.birnbaum = birnbaum
            self.rrw = rrw
            self.raw = raw
            self.rrwRange = rrwRange
            self.rawRange = rawRange
        }
    }
}

// "Never" is written as null, not left out: readers find every key.

extension GraphResult.Goal {
    private enum Keys: String, CodingKey { case probability, standardError, range, meanTime, quantiles }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(probability, forKey: .probability)
        try container.encode(standardError, forKey: .standardError)
        try container.encode(range, forKey: .range)
        try container.encode(meanTime, forKey: .meanTime)
        try container.encode(quantiles, forKey: .quantiles)
    }
}

extension GraphResult.Detected {
    private enum Keys: String, CodingKey { case probability, meanTime }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(probability, forKey: .probability)
        try container.encode(meanTime, forKey: .meanTime)
    }
}

extension GraphResult.Node {
    private enum Keys: String, CodingKey { case id, probability, meanTime }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(id, forKey: .id)
        try container.encode(probability, forKey: .probability)
        try container.encode(meanTime, forKey: .meanTime)
    }
}

extension GraphResult.Importance {
    private enum Keys: String, CodingKey { case id, birnbaum, rrw, raw, rrwRange, rawRange }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(id, forKey: .id)
        try container.encode(birnbaum, forKey: .birnbaum)
        try container.encode(rrw, forKey: .rrw)
        try container.encode(raw, forKey: .raw)
        try container.encode(rrwRange, forKey: .rrwRange)
        try container.encode(rawRange, forKey: .rawRange)
    }
}
