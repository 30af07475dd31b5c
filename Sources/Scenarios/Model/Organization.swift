/// One company or institution as modelled: departments, assets, controls, response chain, suppliers.
public struct Organization: Sendable, Equatable {
    /// Id, unique within an exercise.
    public var id = ""
    /// Name as people read it.
    public var name = ""
    /// Line of business, for comparisons between peers.
    public var sector: Sector?
    /// People who work there.
    public var headcount: Int?
    /// IANA time zone, such as `Europe/Berlin`; nil: that of the exercise, UTC where it names none either.
    public var timeZone: String?
    /// ISO 3166-1 code of the country whose law holds, such as `DE`; nil: nobody has said.
    public var country: String?
    /// Days on which nobody works business or extended hours; they count where the exercise has a date.
    public var holidays: [Holiday] = []
    /// Controls that hold everywhere unless a department or an asset says otherwise; keyed by catalog control id.
    public var controls: [String: Answer<ControlSetting>] = [:]
    /// The departments; at least one.
    public var departments: [Department] = []
    /// What happens after the first alert; left out, the catalog's figures for unknown answers stand in.
    public var response: Response?
    /// Links to suppliers.
    public var suppliers: [SupplierLink] = []
    /// How fast the organization wants to be; nil: nobody has said.
    public var targets: ResponseTargets?
    /// What incidents cost; nil: results speak of no money.
    public var loss: Loss?
    /// What upgrades take here, ahead of the catalog's figures.
    public var upgrades: [Upgrade] = []
    /// How many restores can go on at a time, at least 1; nil: judged by headcount.
    public var crews: Int?

    public init() {}
}

/// A day on which a company does not work.
public struct Holiday: Sendable, Equatable {
    /// ISO 8601 calendar date, `2026-12-25`.
    public var date = ""
    /// Name as people read it.
    public var name: String?

    public init() {}
}

/// A line of business, for comparisons between peers.
public enum Sector: String, Sendable, CaseIterable {
    case finance, health, `public`, education, retail, manufacturing, technology, logistics, energy, other
}

/// A department: who works there, what it owns, which controls it sets for itself.
public struct Department: Sendable, Equatable {
    /// Id, unique within the organization.
    public var id = ""
    /// Name as people read it.
    public var name = ""
    /// What the department is to a scenario: `business`, `security`, `operations`, `data-owner`, … Scenarios address roles.
    public var roles: [Role] = []
    /// People who work there.
    public var headcount: Int?
    /// Controls that hold in this department, ahead of the organization's.
    public var controls: [String: Answer<ControlSetting>] = [:]
    /// What the department owns.
    public var assets: [Asset] = []

    public init() {}
}

/// What a department does, as scenarios see it.
public enum Role: String, Sendable, CaseIterable {
    case business, security, operations, management, legal, communications, development, finance
    case dataOwner = "data-owner"
    case humanResources = "human-resources"
    case customerService = "customer-service"
    case supplierManagement = "supplier-management"
    case research, production, logistics, clinical, teaching
}

/// Something that can be attacked.
public struct Asset: Sendable, Equatable {
    /// Id, unique within the organization.
    public var id = ""
    /// Name as people read it.
    public var name: String?
    /// What it is.
    public var kind = AssetKind.server
    /// Members of a fleet; 1 for a single thing.
    public var count = 1
    /// From where it can be touched; `internal` when left out.
    public var exposure = Exposure.internal
    /// Free words that scenarios select on, such as `web-framework`.
    public var software: [String] = []
    /// What it keeps.
    public var data: DataHolding?
    /// Who runs it; nil: as its kind is usually run, see ``hosting``.
    public var hosted: Hosting?
    /// Whether copies of its data leave the house on tapes or disks.
    public var copiesTravel = false
    /// Assets that can be reached from here in the course of business; ids within the organization.
    public var reaches: [String] = []
    /// What an intruder finds here besides data.
    public var holds: [Holding] = []
    /// Controls that hold on this asset, ahead of the department's.
    public var controls: [String: Answer<ControlSetting>] = [:]
    /// Restore priority: lower is restored first; assets without one come last, in document order.
    public var restoreOrder: Int?
    /// Time to restore this asset alone; nil takes the organization's `response.repair`.
    public var repair: Distribution?
    /// What it cannot do without.
    public var dependsOn: [Dependency] = []

    public init() {}
}

/// An asset without which another stands still.
public struct Dependency: Sendable, Equatable {
    /// Id within the organization.
    public var asset = ""
    /// How long the other goes on without it.
    public var grace = TimeAmount.hours(0)

    public init() {}
}

/// What an asset is.
public enum AssetKind: String, Sendable, CaseIterable {
    case endpointFleet = "endpoint-fleet"
    case server
    case webApplication = "web-application"
    case application, database
    case fileShare = "file-share"
    case mailboxSystem = "mailbox-system"
    case identityProvider = "identity-provider"
    case backup
    case cloudTenant = "cloud-tenant"
    case saas, ot
    case buildSystem = "build-system"
    case networkDevice = "network-device"
    case removableMedia = "removable-media"
    case paymentTerminal = "payment-terminal"
}

/// From where an asset can be touched at all.
public enum Exposure: String, Sendable, CaseIterable { case `internal`, partner, internet }

/// Who runs an asset, and under whose accounts.
public enum Hosting: String, Sendable, CaseIterable {
    /// The company, or somebody in its name: it falls with the company's own directory.
    case own
    /// A provider, as a service: whoever rules the company's directory does not rule its machines.
    case cloud
}

/// What an intruder finds on an asset besides data.
public enum Holding: String, Sendable, CaseIterable {
    case credentials
    case adminCredentials = "admin-credentials"
    case keys
    case sourceCode = "source-code"
}

/// Records on an asset.
public struct DataHolding: Sendable, Equatable {
    /// Kind of data.
    public var dataClass = DataClass.personal
    /// Number of records, at least 0.
    public var records = 0

    public init() {}
}

/// What data are about.
public enum DataClass: String, Sendable, CaseIterable {
    case personal, health, payment, financial
    case intellectualProperty = "intellectual-property"
    case operational, confidential, `public`
}

/// How a control is set in one scope.
public struct ControlSetting: Sendable, Equatable {
    /// A level id of the catalog's control; nil where only a delay is given.
    public var level: Answer<String>?
    /// The share it covers, 0…1; where it misses, the next wider scope applies.
    public var coverage: Answer<Double> = .known(1)
    /// Working hours of the people behind the control.
    public var hours: Hours?
    /// Custody of encryption keys.
    public var keys: KeyCustody?
    /// Assets allowed to have data decrypted (key service, HSM); nil: the applications that reach the asset.
    public var callers: [String]?
    /// Patching: from the fix's availability to its installation.
    public var delay: Distribution?
    /// Time since a restore was last tested.
    public var restoreTested: TimeAmount?

    public init() {}
}

/// When people are at work, on the company's own clocks. Durations of a hand-off count these hours only, so that 24 hours
/// of business hours are three working days.
public enum Hours: String, Sendable, CaseIterable {
    /// Monday to Friday, 9 to 17: eight hours a day, holidays off.
    case business
    /// Every day, 7 to 23: sixteen hours a day, holidays off.
    case extended
    /// Round the clock, holidays as well.
    case always = "24x7"
}

/// Who keeps encryption keys.
public enum KeyCustody: String, Sendable, CaseIterable {
    case sameHost = "same-host"
    case keyService = "key-service"
    case hsm
}

/// What happens after the first alert.
public struct Response: Sendable, Equatable {
    /// Hand-offs in order, from noticing to acting.
    public var chain: [HandOff] = []
    /// Containment time by department id; `default` for the rest.
    public var containment: [String: Answer<Distribution>] = [:]
    /// Time to repair one asset after containment.
    public var repair: Answer<Distribution>?

    public init() {}
}

/// One hand-off of the response chain.
public struct HandOff: Sendable, Equatable {
    /// Id, unique within the chain.
    public var id = ""
    /// The department that has the ball.
    public var by = ""
    /// How long it takes, counting working hours.
    public var duration: Answer<Distribution> = .unknown
    /// When these people are at work; `24x7` when left out.
    public var hours: Hours?

    public init() {}
}

/// A link to a supplier: another participant, or an external stub of the exercise.
public struct SupplierLink: Sendable, Hashable {
    /// The supplier's organization id.
    public var organization = ""
    /// What the company calls this supplier; what its own pages say.
    public var name: String?
    /// What comes over the link.
    public var link = LinkKind.vendorAccess
    /// Which of the supplier's assets the link comes from; nil: any.
    public var from: AssetSelector?
    /// The own asset that the link ends at; an asset id, or nil: any asset the scenario selects.
    public var to: String?
    /// Whether the supplier's downtime becomes ours.
    public var carriesOutage = false

    public init() {}
}

/// What comes over a supplier link.
public enum LinkKind: String, Sendable, CaseIterable {
    case vendorAccess = "vendor-access"
    case softwareUpdate = "software-update"
    case dataFeed = "data-feed"
    case logistics

    /// "vendor access".
    public var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
