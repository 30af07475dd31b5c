/// The engine without organizations: nodes, defences, responses, goals.
public struct AttackGraph: Sendable, Equatable {
    public var id = ""
    public var title: String?
    public var timeUnit = TimeUnit.hours
    /// nil: time is unbounded.
    public var horizon: TimeAmount?
    public var nodes: [GraphNode] = []
    public var defences: [GraphDefence] = []
    /// By organization id.
    public var responses: [String: GraphResponse] = [:]
    /// `goal` first, then `goals`.
    public var goals: [String] = []

    public init() {}
}

public struct GraphNode: Sendable, Equatable {
    public var id = ""
    public var type = GraphNodeType.or
    /// For `vote`.
    public var k: Int?
    public var parents: [String] = []
    public var probability = 1.0
    public var timeToCompromise: Distribution = .constant(.hours(0))
    public var blockedBy: [String] = []
    public var detection: GraphDetection?
    /// Contained together; nil: never contained.
    public var group: String?
    /// nil: the only key of `responses`.
    public var organization: String?
    public var attempts = 1
    public var starts: TimeAmount?
    public var closes: Distribution?

    public init() {}
}

public enum GraphNodeType: String, Sendable, CaseIterable { case entry, or, and, vote }

public struct GraphDetection: Sendable, Equatable {
    /// For each try.
    public var probability = 1.0
    /// From a try's `start` or its `end`.
    public var from = Moment.end
    public var delay: Distribution = .constant(.hours(0))

    public init() {}
}

public struct GraphDefence: Sendable, Equatable {
    public var id = ""
    public var probability = 1.0

    public init() {}
}

public struct GraphResponse: Sendable, Equatable {
    public var triage: Distribution = .constant(.hours(0))
    /// By group.
    public var containment: [String: Distribution] = [:]

    public init() {}
}
