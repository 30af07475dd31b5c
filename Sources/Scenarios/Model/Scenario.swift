/// An attack as a story: steps, objectives, injects, decisions. It names roles and selectors, never one company's ids.
public struct Scenario: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var summary: String?
    /// Public reports that the story retells.
    public var retells: [Reference] = []
    public var parameters: [String: Parameter] = [:]
    /// The end of the simulated time; effects after it do not count.
    public var horizon = TimeAmount.hours(720)
    /// When zero hour is; nil: any hour of the week, drawn for each trial.
    public var zeroHour: ZeroHour?
    public var adversary = Adversary()
    public var steps: [Step] = []
    public var objectives: [Objective] = []
    public var injects: [Inject] = []
    public var decisions: [Decision] = []
    public var evaluation: [EvaluationCriterion] = []

    public init() {}
}

public struct Reference: Sendable, Equatable {
    public var title = ""
    public var year: Int?
    public var url: String?

    public init() {}
}

/// A parameter with its default; exercises may set it.
public struct Parameter: Sendable, Equatable {
    public var `default`: ParameterValue = .number(0)
    public var help: String?

    public init() {}
}

public enum ParameterValue: Sendable, Equatable {
    /// `"type": "duration"`.
    case duration(TimeAmount)
    /// `"type": "probability"`: 0…1.
    case probability(Estimate)
    /// `"type": "integer"`.
    case integer(Int)
    /// `"type": "number"`.
    case number(Double)
}

/// Weekday and hour at which the story starts, in UTC.
public struct ZeroHour: Sendable, Equatable {
    public var weekday = Weekday.monday
    /// 0…24.
    public var hour = 9.0

    public init() {}
}

public enum Weekday: String, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

public struct Adversary: Sendable, Equatable {
    public var origin = Origin.external
    public var skill = Skill.intermediate
    /// Tries at each step that states none of its own; at least 1.
    public var attempts = 1
    /// An insider's place in the company.
    public var persona: Persona?

    public init() {}
}

public enum Origin: String, Sendable, CaseIterable {
    case external, insider, supplier
    /// No adversary at all: a mistake.
    case error
}

public enum Skill: String, Sendable, CaseIterable { case novice, intermediate, expert }

public struct Persona: Sendable, Equatable {
    public var role = Role.business
    /// What the persona may use by right.
    public var entitled: [AssetSelector] = []

    public init() {}
}

/// One step of the attack; on each asset that `on` matches it becomes a node.
public struct Step: Sendable, Equatable {
    public var id = ""
    /// ATT&CK technique id, such as `T1566.001`.
    public var technique: String?
    /// VERIS action where no technique fits, such as `error.Misdelivery`.
    public var action: String?
    public var title = ""
    /// Whose assets: the company's under attack, or its suppliers'.
    public var at = Place.target
    public var on = AssetSelector()
    /// What must have happened before; nil: nothing.
    public var requires: Requirement?
    /// Chance that one try succeeds where no control stands in the way.
    public var probability: Parameterized<Estimate> = .value(Estimate(exactly: 1))
    /// How long one try takes where no control slows it.
    public var duration: Parameterized<Distribution> = .value(.constant(.hours(0)))
    public var attempts: Attempts?
    /// Not before this time after zero hour.
    public var starts: Parameterized<TimeAmount>?
    /// Until when the door is open.
    public var closes: Closing?
    /// How it is noticed; nil: by monitoring, at each try's end; empty: not at all.
    public var noticed: [Noticing]?
    /// The way it goes in, which decides which controls stand in it.
    public var through: Way?
    public var impact = Impact()
    /// Completing the step gives the attacker this on the asset.
    public var gains: [Gain] = []
    /// What is one event: the same step is drawn once per asset, per organization, or once in the world.
    public var drawn = Drawn.asset

    public init() {}
}

public enum Place: String, Sendable, CaseIterable { case target, supplier }

public enum Attempts: Sendable, Equatable {
    /// At least 1.
    case count(Int)
    /// `"each-member"`: as many as the asset's `count`.
    case eachMember
    case parameter(String)
}

public enum Way: String, Sendable, CaseIterable { case application, storage, media, network, identity }

public enum Gain: String, Sendable, CaseIterable {
    /// The attacker can do there what its owner can; an asset's keys fall with it.
    case control
    case credentials
    case keys
}

public enum Drawn: String, Sendable, CaseIterable { case asset, organization, world }

/// Which assets: every stated condition must hold; within a list any member suffices.
public struct AssetSelector: Sendable, Equatable {
    public var kind: [AssetKind] = []
    public var exposure: [Exposure] = []
    public var software: [String] = []
    public var holds: [Holding] = []
    public var data: [DataClass] = []
    /// Roles of the department that owns the asset.
    public var role: [Role] = []
    /// Only what the insider's persona may use by right.
    public var entitled = false
    /// Only assets that a supplier link of this kind ends at.
    public var link: LinkKind?

    public init() {}
}

/// What a step needs before it can start.
public indirect enum Requirement: Sendable, Equatable {
    /// A completed step, seen through a relation.
    case step(StepReference)
    case any([Requirement])
    case all([Requirement])
    case vote(Int, [Requirement])
}

public struct StepReference: Sendable, Equatable {
    public var step = ""
    public var via = Relation.sameAsset
    /// For `via: supplier`: the kind of link.
    public var link: LinkKind?

    public init() {}
}

public enum Relation: String, Sendable, CaseIterable {
    case sameAsset = "same-asset"
    /// From an asset that reaches this one, or the asset itself.
    case reachable
    /// From any asset of the same department.
    case department
    /// From any asset of the same organization.
    case organization
    /// From the supplier at the other end of a link.
    case supplier
}

/// Until when a door is open.
public enum Closing: Sendable, Equatable {
    /// At a time after zero hour.
    case at(Parameterized<Distribution>)
    /// When the asset's control arrives (patching): `from` + the control's delay; where coverage misses, never.
    case control(ClosingControl)
}

public struct ClosingControl: Sendable, Equatable {
    public var control = "patching"
    public var from: Parameterized<TimeAmount> = .value(.hours(0))
    public var drawn = Drawn.asset

    public init() {}
}

public struct Noticing: Sendable, Equatable {
    public var by = Channel.monitoring
    public var from = Moment.end
    /// Monitoring: multiplies the catalog's chance. Others: the chance itself. Default 1.
    public var probability: Parameterized<Estimate> = .value(Estimate(exactly: 1))
    public var delay: Parameterized<Distribution> = .value(.constant(.hours(0)))
    /// No alert before this control's delay has passed (an expired certificate blinds the inspection until it is renewed).
    public var blindUntil: String?

    public init() {}
}

public enum Channel: String, Sendable, CaseIterable {
    case monitoring, people, outsider
    /// The attack announces itself: a ransom note.
    case announcement
}

/// At a try's start, at its end, or once on completion. People and monitoring notice tries; outsiders and announcements completions.
public enum Moment: String, Sendable, CaseIterable { case start, end, completion }

/// What completing a step does to the asset.
public struct Impact: Sendable, Equatable {
    public var exposes = false
    public var alters = false
    public var encrypts = false
    public var destroys = false
    public var disrupts = false

    public init() {}
}

public struct Objective: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var reached = Reached.step(ReachedStep())
    public var severity = Severity.major

    public init() {}
}

public enum Severity: String, Sendable, CaseIterable { case critical, major, minor }

/// When an objective counts as reached.
public enum Reached: Sendable, Equatable {
    /// `{"step": "exfiltrate", "data": "personal"}`: the step completed on an asset with such data.
    case step(ReachedStep)
    /// `{"exposed": "personal"}`: readable data of the class left (ciphertext whose key is safe does not count).
    case exposed(DataClass)
    /// `{"down": {selector}}`: such an asset was encrypted, destroyed or disrupted.
    case down(ReachedDown)
}

public struct ReachedStep: Sendable, Equatable {
    public var step = ""
    public var data: [DataClass] = []
    public var kind: [AssetKind] = []
    /// On at least so many assets.
    public var atLeast = 1

    public init() {}
}

public struct ReachedDown: Sendable, Equatable {
    public var on = AssetSelector()
    public var atLeast = 1

    public init() {}
}

/// One entry of the MSEL.
public struct Inject: Sendable, Equatable {
    public var id = ""
    public var title = ""
    public var trigger = Trigger.at(.value(.hours(0)))
    /// After the trigger.
    public var delay: Parameterized<TimeAmount> = .value(.hours(0))
    public var to: [Role] = []
    public var channel = InjectChannel.mail
    public var text = ""
    /// For the facilitator only.
    public var notes: String?
    public var expect: [ExpectedAction] = []

    public init() {}
}

public enum Trigger: Sendable, Equatable {
    /// `"at"`: timed.
    case at(Parameterized<TimeAmount>)
    /// `"when": {"reached": step}`: contextual, on the step's first completion in the organization.
    case reached(String)
    /// `"when": {"noticed": true}`: on the organization's first alert.
    case noticed
    /// `"when": {"decided": decision, "option": option}`: contingency; option nil: however decided.
    case decided(decision: String, option: String?)
}

public enum InjectChannel: String, Sendable, CaseIterable { case mail, call, chat, ticket, news, meeting, letter }

public struct ExpectedAction: Sendable, Equatable {
    public var id = ""
    public var text = ""
    public var within: TimeAmount?
    /// An objective's or evaluation criterion's id.
    public var objective: String?

    public init() {}
}

public struct Decision: Sendable, Equatable {
    public var id = ""
    public var inject = ""
    public var by: [Role] = []
    public var question = ""
    /// How long deciding takes when no people are in the room.
    public var takes: Parameterized<Distribution> = .value(.constant(.hours(0)))
    /// The option taken when no people are in the room.
    public var `default` = ""
    public var options: [Option] = []

    public init() {}
}

public struct Option: Sendable, Equatable {
    public var id = ""
    public var text = ""
    public var does: [Intervention] = []
    /// Downtime the option itself costs.
    public var downtime: TimeAmount?

    public init() {}
}

/// What a decision changes from its moment on.
public enum Intervention: Sendable, Equatable {
    /// Nothing more completes on the matched assets.
    case isolate(AssetSelector)
    /// No step that goes through identity completes on the matched assets any more.
    case revoke(AssetSelector)
    /// No step that a patch closes completes on the matched assets any more.
    case patch(AssetSelector)
    /// Repair of the matched assets need not wait for containment.
    case restore(AssetSelector)
    /// Nothing more comes in over supplier links of this kind.
    case cutLink(LinkKind)
}

/// One line of the exercise evaluation guide.
public struct EvaluationCriterion: Sendable, Equatable {
    public var id = ""
    /// The capability observed, in HSEEP's sense.
    public var capability = ""
    public var text = ""
    public var objective: String?

    public init() {}
}
