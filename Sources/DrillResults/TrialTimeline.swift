/// One trial of one company under one scenario, told in order.
public struct TrialTimeline: Codable, Sendable, Equatable {
    /// The organization's id.
    public var organization: String
    /// For people.
    public var organizationName: String
    /// The scenario's id.
    public var scenario: String
    /// For people.
    public var scenarioTitle: String
    /// From 0.
    public var trial: Int
    /// From 0: which draw of what is not known the trial belongs to.
    public var world: Int
    /// IANA name of the zone on whose clocks times are told besides elapsed hours: the company's, the exercise's, or UTC.
    public var zone: String
    /// What those clocks show at zero hour.
    public var zeroHour: LocalTime
    /// By time; at equal times in the order in which the model takes them.
    public var events: [Event]

    public init(
        organization: String, organizationName: String, scenario: String, scenarioTitle: String, trial: Int, world: Int,
        zone: String, zeroHour: LocalTime, events: [Event]
    ) {
        self.zone = zone
        self.zeroHour = zeroHour
        self.organization = organization
        self.organizationName = organizationName
        self.scenario = scenario
        self.scenarioTitle = scenarioTitle
        self.trial = trial
        self.world = world
        self.events = events
    }

    /// Something that happens in the trial.
    public struct Event: Codable, Sendable, Equatable {
        /// After zero hour.
        public var hours: Double
        /// What the company's clocks show.
        public var local: LocalTime
        /// Whose doing it is.
        public var kind: Kind
        /// In plain words: "The attacker exploits the framework on the customer portal (T1190)."
        public var text: String

        public init(hours: Double, local: LocalTime, kind: Kind, text: String) {
            self.hours = hours
            self.local = local
            self.kind = kind
            self.text = text
        }
    }

    /// Whose doing an event is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The attack gets on, or a try fails.
        case attack
        /// An impact: data taken, systems down.
        case impact
        /// Somebody or something notices.
        case notice
        /// The response chain: hand-offs, containment, repair, decisions.
        case response
        /// An objective is reached.
        case objective
    }
}
