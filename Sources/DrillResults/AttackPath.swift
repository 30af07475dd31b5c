/// A chain of completed steps.
public struct AttackPath: Sendable, Equatable {
    /// In order.
    public var stops: [PathStop]
    /// Share among the traced trials that reached the objective.
    public var share: Double

    public init(stops: [PathStop], share: Double) {
        self.stops = stops
        self.share = share
    }

    /// The stops in words: "Exploit the framework (portal)".
    public var steps: [String] { stops.map(\.words) }
}

/// A step of a path, and where it is done.
public struct PathStop: Codable, Sendable, Hashable {
    /// Id of the scenario's step; nil where only that something happens is told, and in results of earlier releases.
    public var step: String?
    /// The step's title; what is told where the step is not.
    public var title: String
    /// The asset's name, or what the company calls its supplier; nil where the title says it.
    public var place: String?

    public init(step: String?, title: String, place: String?) {
        self.step = step
        self.title = title
        self.place = place
    }

    /// "Exploit the framework (portal)".
    public var words: String { place.map { "\(title) (\($0))" } ?? title }
}

extension AttackPath: Codable {
    private enum Keys: String, CodingKey { case steps, stops, share }

    /// The stops, and the same in words for those who only show them.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(steps, forKey: .steps)
        try container.encode(stops, forKey: .stops)
        try container.encode(share, forKey: .share)
    }

    /// Results of earlier releases have the words only.
    ///
    /// - Throws: `DecodingError`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        stops =
            try container.decodeIfPresent([PathStop].self, forKey: .stops)
            ?? container.decode([String].self, forKey: .steps).map { PathStop(step: nil, title: $0, place: nil) }
        share = try container.decode(Double.self, forKey: .share)
    }
}
