/// Who plays what, and how it is simulated.
public struct Exercise: Sendable, Equatable {
    /// Id of the exercise.
    public var id = ""
    /// Title as people read it.
    public var title = ""
    /// Organization documents and rosters; at least one.
    public var participants: [Participant] = []
    /// Suppliers that are no participants; one stub is shared by all its customers.
    public var external: [ExternalOrganization] = []
    /// Scenario documents, each by its path or with parameters; at least one.
    public var scenarios: [ScenarioUse] = []
    /// Groups whose members tell each other of detections.
    public var sharing: [SharingGroup] = []
    /// What participants learn of each other.
    public var disclosure = Disclosure()
    /// How much is simulated, and from which seed.
    public var simulation = Simulation()
    /// Rules from which sessions are scheduled.
    public var schedule: Schedule?
    /// IANA time zone of `date`, of the stories' zero hours, and of companies that name none; nil counts as UTC.
    public var zone: String?
    /// When the stories begin on the zone's clocks, as ISO 8601: `2026-12-23` or `2026-12-23T18:00`; nil: in no
    /// particular year, so that neither daylight saving nor holidays are known.
    public var date: String?

    public init() {}
}

/// Who takes part: one organization, or a roster of many.
public enum Participant: Sendable, Equatable {
    /// Path of an organization document, relative to the exercise document.
    case organization(String)
    /// Path of a CSV with a column `organization` (a path relative to the roster).
    case roster(String)
}

/// A supplier that does not take part.
public struct ExternalOrganization: Sendable, Equatable {
    /// Organization id that supplier links name.
    public var id = ""
    /// Title as people read it.
    public var title = ""

    public init() {}
}

/// A scenario of the exercise, with values for its parameters.
public struct ScenarioUse: Sendable, Equatable {
    /// Path relative to the exercise document.
    public var scenario = ""
    /// Values of the scenario's parameters, by name.
    public var parameters: [String: ParameterValue] = [:]

    public init() {}
}

/// Organizations that tell each other of detections.
public struct SharingGroup: Sendable, Equatable {
    /// Id of the group.
    public var group = ""
    /// Organization ids.
    public var members: [String] = []
    /// From a detection until the others know.
    public var delay: Distribution = .constant(.hours(0))

    public init() {}
}

/// What participants learn of each other.
public struct Disclosure: Sendable, Equatable {
    /// What a participant sees of the others; `none` when left out.
    public var peers = PeerDisclosure.none
    /// Figures about fewer companies than this are suppressed.
    public var minimumGroup = 12
    /// TLP 2.0 marking on every page and file.
    public var marking = Marking.amber
    /// ISO 8601 calendar date until which papers and reports are kept; nil: not stated.
    public var retainUntil: String?

    public init() {}
}

/// How much of the others a participant sees.
public enum PeerDisclosure: String, Sendable, CaseIterable { case none, quartiles }

/// The words of the Traffic Light Protocol 2.0.
public enum Marking: String, Sendable, CaseIterable {
    case red = "TLP:RED"
    case amberStrict = "TLP:AMBER+STRICT"
    case amber = "TLP:AMBER"
    case green = "TLP:GREEN"
    case clear = "TLP:CLEAR"
}

/// How much is simulated, and from which seed.
public struct Simulation: Sendable, Equatable {
    /// In all, for each company and scenario; dealt evenly over the worlds.
    public var trials = 10_000
    /// Draws of what is not known; 40 when left out.
    public var worlds = 40
    /// The same seed gives the same result; 1 when left out.
    public var seed: UInt64 = 1
    /// Which part of the catalog's ranges is drawn from; `default` when left out.
    public var preset = Preset.default

    public init() {}
}

/// Which part of each catalog range the worlds draw from.
public enum Preset: String, Sendable, CaseIterable { case optimistic, `default`, pessimistic }

/// Rules from which sessions are scheduled.
public struct Schedule: Sendable, Equatable {
    /// ISO 8601 calendar dates, `2026-11-23`.
    public var from: String?
    /// Last day.
    public var until: String?
    /// Length of one session.
    public var sessionLength: TimeAmount?
    /// Who can lead sessions, by name or alias.
    public var facilitators: [String] = []

    public init() {}
}
