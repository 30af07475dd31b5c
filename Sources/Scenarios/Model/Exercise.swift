/// Who plays what, and how it is simulated.
public struct Exercise: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var participants: [Participant] = []
    /// Suppliers that are no participants; one stub is shared by all its customers.
    public var external: [ExternalOrganization] = []
    public var scenarios: [ScenarioUse] = []
    public var sharing: [SharingGroup] = []
    public var disclosure = Disclosure()
    public var simulation = Simulation()
    public var schedule: Schedule?

    public init() {}
}

public enum Participant: Sendable, Equatable {
    /// Path of an organization document, relative to the exercise document.
    case organization(String)
    /// Path of a CSV with a column `organization` (a path relative to the roster).
    case roster(String)
}

public struct ExternalOrganization: Sendable, Equatable {
    public var id = ""
    public var title = ""

    public init() {}
}

public struct ScenarioUse: Sendable, Equatable {
    /// Path relative to the exercise document.
    public var scenario = ""
    public var parameters: [String: ParameterValue] = [:]

    public init() {}
}

public struct SharingGroup: Sendable, Equatable {
    public var group = ""
    public var members: [String] = []
    public var delay: Distribution = .constant(.hours(0))

    public init() {}
}

public struct Disclosure: Sendable, Equatable {
    public var peers = PeerDisclosure.none
    /// Figures about fewer companies than this are suppressed.
    public var minimumGroup = 12
    /// TLP 2.0 marking on every page and file.
    public var marking = Marking.amber

    public init() {}
}

public enum PeerDisclosure: String, Sendable, CaseIterable { case none, quartiles, ranks }

public enum Marking: String, Sendable, CaseIterable {
    case red = "TLP:RED"
    case amberStrict = "TLP:AMBER+STRICT"
    case amber = "TLP:AMBER"
    case green = "TLP:GREEN"
    case clear = "TLP:CLEAR"
}

public struct Simulation: Sendable, Equatable {
    /// In all, for each company and scenario; dealt evenly over the worlds.
    public var trials = 10_000
    public var worlds = 40
    public var seed: UInt64 = 1
    public var preset = Preset.default

    public init() {}
}

/// Which part of each catalog range the worlds draw from.
public enum Preset: String, Sendable, CaseIterable { case optimistic, `default`, pessimistic }

/// Rules from which sessions are scheduled.
public struct Schedule: Sendable, Equatable {
    /// ISO 8601 calendar dates, `2026-11-23`.
    public var from: String?
    public var until: String?
    public var sessionLength: TimeAmount?
    public var facilitators: [String] = []

    public init() {}
}
