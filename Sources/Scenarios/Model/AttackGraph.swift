/// The engine without organizations: nodes, defences, responses, goals.
public struct AttackGraph: Sendable, Equatable {
    /// Id of the graph.
    public var id = ""
    /// Title as people read it.
    public var title: String?
    /// Unit of bare numbers; `hours` when left out.
    public var timeUnit = TimeUnit.hours
    /// nil: time is unbounded.
    public var horizon: TimeAmount?
    /// The nodes; at least one.
    public var nodes: [GraphNode] = []
    /// Defences, each on or off in a trial.
    public var defences: [GraphDefence] = []
    /// By organization id.
    public var responses: [String: GraphResponse] = [:]
    /// `goal` first, then `goals`.
    public var goals: [String] = []

    public init() {}
}

/// A node of an attack graph: what the attacker may achieve.
public struct GraphNode: Sendable, Equatable {
    /// Id, unique within the graph.
    public var id = ""
    /// Title as people read it; the id when left out.
    public var title: String?
    /// `entry` completes at 0; `or` starts with its first parent, `and` with its last, `vote` with its k-th.
    public var type = GraphNodeType.or
    /// For `vote`.
    public var k: Int?
    /// Nodes that must have completed.
    public var parents: [String] = []
    /// Chance that a try succeeds; 1 when left out.
    public var probability = 1.0
    /// How long a try takes; no time when left out.
    public var timeToCompromise: Distribution = .constant(.hours(0))
    /// Defences that make the node fail while they are on.
    public var blockedBy: [String] = []
    /// How a try is detected; not at all when left out.
    public var detection: GraphDetection?
    /// Contained together; nil: never contained.
    public var group: String?
    /// nil: the only key of `responses`.
    public var organization: String?
    /// How many tries; 1 when left out.
    public var attempts = 1
    /// Not before this time.
    public var starts: TimeAmount?
    /// When the door closes; never when left out.
    public var closes: Distribution?

    public init() {}
}

/// When a node starts: at once, with its first parent, with its last, with its k-th.
public enum GraphNodeType: String, Sendable, CaseIterable { case entry, or, and, vote }

/// How a try is detected.
public struct GraphDetection: Sendable, Equatable {
    /// For each try.
    public var probability = 1.0
    /// From a try's `start` or its `end`.
    public var from = Moment.end
    /// Until the detection; no time when left out.
    public var delay: Distribution = .constant(.hours(0))

    public init() {}
}

/// Something that is on or off in a trial, and blocks nodes while it is on.
public struct GraphDefence: Sendable, Equatable {
    /// Id, unique within the graph.
    public var id = ""
    /// Chance that it is on; 1 when left out.
    public var probability = 1.0

    public init() {}
}

/// What happens after a detection.
public struct GraphResponse: Sendable, Equatable {
    /// From detection to the start of containment; no time when left out.
    public var triage: Distribution = .constant(.hours(0))
    /// By group.
    public var containment: [String: Distribution] = [:]

    public init() {}
}
