/// The controls: their ordered levels, and what each level does to which steps.
public struct Catalog: Sendable, Equatable {
    /// Id of the catalog.
    public var id = ""
    /// Raised whenever a figure moves.
    public var release = ""
    /// The controls; at least one.
    public var controls: [Control] = []
    /// What response times are taken to be when an organization answers "unknown" or does not say.
    public var response = ResponseDefaults()

    public init() {}
}

/// A control and its ordered levels.
public struct Control: Sendable, Equatable {
    /// Id that organizations use.
    public var id = ""
    /// Title as people read it.
    public var title = ""
    /// Family, for scores.
    public var family = ControlFamily.access
    /// What the control is, in one plain sentence.
    public var help: String?
    /// From weakest to strongest.
    public var levels: [ControlLevel] = []
    /// The level taken when an organization does not mention the control; the result says so.
    public var assumed = ""
    /// The level at which other families stand when one family is scored.
    public var reference = ""
    /// ATT&CK mitigation ids, such as `M1032`.
    public var mitigations: [String] = []
    /// NIST SP 800-53 control ids, such as `AC-2(1)`.
    public var nist: [String] = []
    /// Acts in opposite directions (prompt updating against a poisoned update); why, in one sentence.
    public var twoWay: String?
    /// Delay used where a setting names a level but no delay (patching), by level id.
    public var delays: [String: Distribution] = [:]
    /// What the delays rest on, by level id.
    public var delaySources: [String: Citation] = [:]
    /// Through which channel its alerts come; nil: people for the family people, else monitoring.
    public var noticedBy: Channel?
    /// Part κ of the noticing that is sight, 0…1: of a level's chance q, a technique is seen at all with q^κ, and what is
    /// seen is noticed try by try with q^(1 − κ). One figure for all levels; nil where tries are noticed independently (0).
    public var sight: Estimate?
    /// Published figures that contradict those used, shown beside them and never mixed in.
    public var conflicts: [Conflict] = []

    public init() {}
}

/// What a figure or delay rests on.
public struct Citation: Sendable, Equatable {
    /// The publication, or the honest word `judgement`.
    public var source = ""
    /// Year of the publication.
    public var year: Int?
    /// Whether the publication itself was read or a copy of its figures.
    public var seen: Seen?
    /// How much weight it bears.
    public var trust: Trust?

    public init() {}
}

/// A published figure that contradicts one that is used; it enters no result.
public struct Conflict: Sendable, Equatable {
    /// The level that it speaks of.
    public var level = ""
    /// What the figure would be: a factor or chance, with its source.
    public var figure = Estimate(exactly: 1)
    /// In what it counts, such as days; nil for a factor or chance.
    public var unit: String?
    /// Why it is not the one that is used, in one or two sentences.
    public var why = ""

    public init() {}
}

/// What controls are scored together as.
public enum ControlFamily: String, Sendable, CaseIterable {
    case encryption, access, patching, segmentation, monitoring, people, backup
    case supplyChain = "supply-chain"
    case integrity
}

/// One level of a control.
public struct ControlLevel: Sendable, Equatable {
    /// Id, unique within the control.
    public var id = ""
    /// Title as people read it.
    public var title = ""
    /// What the level does to which steps.
    public var effects: [Effect] = []
    /// Person-days to come here from the level below.
    public var effort: Estimate?

    public init() {}
}

/// What a level does to the steps it concerns. Factors multiply; 1 changes nothing.
public struct Effect: Sendable, Equatable {
    /// Which steps it concerns; every one when left out.
    public var on = EffectScope()
    /// Factor 0…1 on the chance that a try succeeds.
    public var success: Estimate?
    /// Factor, at least 1, on how long a try takes (below 1 only in a two-way control).
    public var duration: Estimate?
    /// Chance 0…1 that a try raises an alert that someone acts on; several controls combine as independent chances.
    public var noticing: Estimate?
    /// Hours from trace to alert, lognormal median; p90 is five times the median. Only beside `noticing`.
    public var noticeDelayHours: Estimate?
    /// Factor 0…1 on how late the alerts of other monitoring come; 1 changes nothing.
    public var noticeDelayFactor: Estimate?
    /// Data taken in these ways stays unreadable while its key is safe.
    public var protects: [Way] = []
    /// Factor on repair time while a usable backup exists.
    public var repair: Estimate?
    /// A backup at this level falls with these gains on any asset of the organization (domain-joined backups).
    public var backupFallsWith: [Gain] = []

    public init() {}
}

/// Which steps an effect concerns: every stated condition must hold; within a list any member suffices.
public struct EffectScope: Sendable, Equatable {
    /// Technique ids; `T1566` covers its sub-techniques.
    public var techniques: [String] = []
    /// ATT&CK tactic short names, such as `lateral-movement`.
    public var tactics: [String] = []
    /// VERIS actions; `misuse` covers all of its varieties.
    public var actions: [String] = []
    /// Ways in.
    public var through: [Way] = []
    /// Kinds of asset.
    public var kinds: [AssetKind] = []
    /// Origins of the adversary.
    public var origins: [Origin] = []
    /// Skills of the adversary.
    public var skills: [Skill] = []
    /// Not the step but the route to it: these relations, across departments.
    public var routes: [Relation] = []
    /// For routes over supplier links: these kinds.
    public var links: [LinkKind] = []
    /// For routes: whether it stands between the assets of one department as well.
    public var inside = false

    public init() {}
}

/// Medians and 90th percentiles, in hours, that stand for an unknown answer. One world draws one value.
public struct ResponseDefaults: Sendable, Equatable {
    /// One hand-off of the response chain.
    public var handOff = UnknownTime()
    /// Containment of a department.
    public var containment = UnknownTime()
    /// Repair of one asset.
    public var repair = UnknownTime()

    public init() {}
}

/// A lognormal whose median is itself uncertain.
public struct UnknownTime: Sendable, Equatable {
    /// The median, in hours.
    public var medianHours = Estimate(low: 4, likely: 12, high: 72, source: "judgement")
    /// p90 divided by median, above 1.
    public var spread = 5.0

    public init() {}
}
