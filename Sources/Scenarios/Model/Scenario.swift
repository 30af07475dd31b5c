/// An attack as a story: steps, objectives, injects, decisions. It names roles and selectors, never one company's ids.
public struct Scenario: Sendable, Equatable {
    /// Id of the scenario.
    public var id = ""
    /// Title; it describes the attack, not a victim.
    public var title = ""
    /// The story in a sentence or two.
    public var summary: String?
    /// Public reports that the story retells.
    public var retells: [Reference] = []
    /// Figures that an exercise may set, by name.
    public var parameters: [String: Parameter] = [:]
    /// The end of the simulated time; effects after it do not count.
    public var horizon = TimeAmount.hours(720)
    /// When zero hour is; nil: any hour of the week, drawn for each trial.
    public var zeroHour: ZeroHour?
    /// Attacks of this kind tried a year against one organization (FAIR's threat event frequency), from a publication;
    /// nil: no yearly figure is given.
    public var frequency: Estimate?
    /// Who attacks.
    public var adversary = Adversary()
    /// The attack, step by step; at least one.
    public var steps: [Step] = []
    /// What counts as the attack's success; at least one.
    public var objectives: [Objective] = []
    /// The MSEL: what the people in the room are told, and when.
    public var injects: [Inject] = []
    /// What the people decide, and what that changes.
    public var decisions: [Decision] = []
    /// Lines of the exercise evaluation guide.
    public var evaluation: [EvaluationCriterion] = []

    public init() {}
}

/// A public report.
public struct Reference: Sendable, Equatable {
    /// Title of the report.
    public var title = ""
    /// Year of publication.
    public var year: Int?
    /// Where it is published.
    public var url: String?

    public init() {}
}

/// A parameter with its default; exercises may set it.
public struct Parameter: Sendable, Equatable {
    /// Its value where the exercise sets none.
    public var `default`: ParameterValue = .number(0)
    /// What it means, for those who set it.
    public var help: String?

    public init() {}
}

/// The value of a parameter, which says its type.
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

/// Weekday and hour at which the story starts, on the clocks of the exercise's zone; UTC where it has none.
public struct ZeroHour: Sendable, Equatable {
    /// Day of the week.
    public var weekday = Weekday.monday
    /// 0…24.
    public var hour = 9.0

    public init() {}
}

/// A day of the week.
public enum Weekday: String, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// Who attacks, how well and how persistently.
public struct Adversary: Sendable, Equatable {
    /// Where the attack comes from; `error` is no adversary at all but a mistake.
    public var origin = Origin.external
    /// `intermediate` when left out.
    public var skill = Skill.intermediate
    /// Tries at each step that states none of its own; at least 1.
    public var attempts = 1
    /// An insider's place in the company.
    public var persona: Persona?

    public init() {}
}

/// Where an attack comes from.
public enum Origin: String, Sendable, CaseIterable {
    case external, insider, supplier
    /// No adversary at all: a mistake.
    case error
}

/// How well the adversary works.
public enum Skill: String, Sendable, CaseIterable { case novice, intermediate, expert }

/// Who the insider is.
public struct Persona: Sendable, Equatable {
    /// The department's role.
    public var role = Role.business
    /// What the persona may use by right.
    public var entitled: [AssetSelector] = []

    public init() {}
}

/// One step of the attack; on each asset that `on` matches it becomes a node.
public struct Step: Sendable, Equatable {
    /// Id, unique within the scenario.
    public var id = ""
    /// ATT&CK technique id, such as `T1566.001`.
    public var technique: String?
    /// VERIS action where no technique fits, such as `error.Misdelivery`.
    public var action: String?
    /// Title as people read it.
    public var title = ""
    /// Whose assets: the company's under attack, or its suppliers'.
    public var at = Place.target
    /// Which assets it is tried on.
    public var on = AssetSelector()
    /// What must have happened before; nil: nothing.
    public var requires: Requirement?
    /// Chance that one try succeeds where no control stands in the way.
    public var probability: Parameterized<Estimate> = .value(Estimate(exactly: 1))
    /// How long one try takes where no control slows it.
    public var duration: Parameterized<Distribution> = .value(.constant(.hours(0)))
    /// How many tries; the adversary's when left out.
    public var attempts: Attempts?
    /// Not before this time after zero hour.
    public var starts: Parameterized<TimeAmount>?
    /// Until when the door is open.
    public var closes: Closing?
    /// How it is noticed; nil: at each try's end, by monitoring and by people, as far as the company's controls let them;
    /// empty: not at all.
    public var noticed: [Noticing]?
    /// The way it goes in, which decides which controls stand in it.
    public var through: Way?
    /// What completing the step does to the asset.
    public var impact = Impact()
    /// Completing the step gives the attacker this on the asset.
    public var gains: [Gain] = []
    /// What is one event: the same step is drawn once per asset, per organization, or once in the world.
    public var drawn = Drawn.asset
    /// At how many of the matching assets it is aimed; `all` when left out.
    public var aims: Aims?

    public init() {}
}

/// At how many of the matching assets, or supplier links, a step is aimed in one trial.
public struct Aims: Sendable, Equatable {
    /// How many, at least 1; nil: all of them, as worms, scans and mistakes do.
    public var count: Int?
    /// What makes one of them likelier than another.
    public var by = AimWeight.count

    public init(count: Int? = nil, by: AimWeight = .count) {
        self.count = count
        self.by = by
    }
}

/// What makes it likelier that an attacker aims at an asset: its members, or its records.
public enum AimWeight: String, Sendable, CaseIterable { case count, records }

/// Whose assets a step goes to: those of the company under attack, or of its suppliers.
public enum Place: String, Sendable, CaseIterable { case target, supplier }

/// How many tries a step has.
public enum Attempts: Sendable, Equatable {
    /// At least 1.
    case count(Int)
    /// `"each-member"`: as many as the asset's `count`.
    case eachMember
    case parameter(String)
}

/// The way a step goes in, which decides which controls stand in it.
public enum Way: String, Sendable, CaseIterable { case application, storage, media, network, identity }

/// What a completed step gives the attacker on the asset.
public enum Gain: String, Sendable, CaseIterable {
    /// The attacker can do there what its owner can; an asset's keys fall with it.
    case control
    case credentials
    case keys
}

/// What is one event: drawn once for each asset, for each organization, or once in the world.
public enum Drawn: String, Sendable, CaseIterable { case asset, organization, world }

/// Which assets: every stated condition must hold; within a list any member suffices.
public struct AssetSelector: Sendable, Hashable {
    /// Kinds of asset.
    public var kind: [AssetKind] = []
    /// From where it can be touched.
    public var exposure: [Exposure] = []
    /// Words among the asset's `software`.
    public var software: [String] = []
    /// What is found on it besides data.
    public var holds: [Holding] = []
    /// Kinds of data it keeps.
    public var data: [DataClass] = []
    /// Who runs it, by its kind where nobody says.
    public var hosted: [Hosting] = []
    /// Only assets of which copies leave the house on tapes or disks.
    public var copiesTravel = false
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

/// A completed step, seen through a relation between assets.
public struct StepReference: Sendable, Equatable {
    /// Id of a step; its own id makes it a worm.
    public var step = ""
    /// Where it must have completed, seen from this asset; `same-asset` when left out.
    public var via = Relation.sameAsset
    /// For `via: supplier`: the kind of link.
    public var link: LinkKind?

    public init() {}
}

/// Where a required step must have completed, seen from the asset.
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

/// A door that closes when a control arrives.
public struct ClosingControl: Sendable, Equatable {
    /// Id of a control in the catalog.
    public var control = "patching"
    /// Since when the control can arrive, after zero hour; zero hour when left out.
    public var from: Parameterized<TimeAmount> = .value(.hours(0))
    /// What the delay is drawn for; `asset` when left out.
    public var drawn = Drawn.asset

    public init() {}
}

/// One way in which a step is noticed.
public struct Noticing: Sendable, Equatable {
    /// Who notices: `monitoring` and `people` each try, `outsider` and `announcement` the completed step.
    public var by = Channel.monitoring
    /// From a try's start, its end, or from completion; `end` when left out.
    public var from = Moment.end
    /// Monitoring: multiplies the catalog's chance. Others: the chance itself. Default 1.
    public var probability: Parameterized<Estimate> = .value(Estimate(exactly: 1))
    /// Until the alert.
    public var delay: Parameterized<Distribution> = .value(.constant(.hours(0)))
    /// No alert before this control's delay has passed (an expired certificate blinds the inspection until it is renewed).
    public var blindUntil: String?

    public init() {}
}

/// Who notices.
public enum Channel: String, Sendable, CaseIterable {
    case monitoring, people, outsider
    /// The attack announces itself: a ransom note.
    case announcement
}

/// At a try's start, at its end, or once on completion. People and monitoring notice tries; outsiders and announcements completions.
public enum Moment: String, Sendable, CaseIterable { case start, end, completion }

/// What completing a step does to the asset.
public struct Impact: Sendable, Equatable {
    /// Its data becomes known to the attacker.
    public var exposes = false
    /// Its data is changed.
    public var alters = false
    /// It is encrypted by the attacker.
    public var encrypts = false
    /// It is wiped or broken.
    public var destroys = false
    /// It stops serving.
    public var disrupts = false

    public init() {}
}

/// What counts as the success of the attack.
public struct Objective: Sendable, Equatable {
    /// Id, unique within the scenario.
    public var id = ""
    /// Title as people read it.
    public var title = ""
    /// When it counts as reached.
    public var reached = Reached.step(ReachedStep())
    /// `major` when left out.
    public var severity = Severity.major

    public init() {}
}

/// How grave it is when an objective is reached.
public enum Severity: String, Sendable, CaseIterable { case critical, major, minor }

/// When an objective counts as reached.
public enum Reached: Sendable, Equatable {
    /// `{"step": "exfiltrate", "data": "personal"}`: the step completed on an asset with such data.
    case step(ReachedStep)
    /// `{"exposed": "personal"}`: readable data of the class left (ciphertext whose key is safe does not count).
    case exposed(ReachedExposed)
    /// `{"down": {selector}}`: such an asset was encrypted, destroyed or disrupted.
    case down(ReachedDown)
}

/// A step completed on such assets.
public struct ReachedStep: Sendable, Equatable {
    /// Id of a step.
    public var step = ""
    /// Only on assets with such data.
    public var data: [DataClass] = []
    /// Only on assets of such kinds.
    public var kind: [AssetKind] = []
    /// On at least so many assets.
    public var atLeast = 1

    public init() {}
}

/// Readable data of a class left.
public struct ReachedExposed: Sendable, Equatable {
    /// Kind of data.
    public var data = DataClass.personal
    /// The part of an asset's records that must have left, 0 to 1; 0: the first record.
    public var share = 0.0

    public init() {}
}

/// Such assets were encrypted, destroyed or disrupted.
public struct ReachedDown: Sendable, Equatable {
    /// Which assets.
    public var on = AssetSelector()
    /// At least so many of them; 1 when left out.
    public var atLeast = 1

    public init() {}
}

/// One entry of the MSEL.
public struct Inject: Sendable, Equatable {
    /// Id, unique within the scenario.
    public var id = ""
    /// Title; players see it.
    public var title = ""
    /// What brings it about: a time, a step, the first alert, a decision.
    public var trigger = Trigger.at(.value(.hours(0)))
    /// After the trigger.
    public var delay: Parameterized<TimeAmount> = .value(.hours(0))
    /// Roles that receive it.
    public var to: [Role] = []
    /// How it reaches them.
    public var channel = InjectChannel.mail
    /// What the players read or hear.
    public var text = ""
    /// For the facilitator only.
    public var notes: String?
    /// What the players are expected to do.
    public var expect: [ExpectedAction] = []
    /// Whether it tells the organization that it is attacked: an alert at its time.
    public var tells = false

    public init() {}
}

/// What brings an inject about.
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

/// How an inject reaches the players.
public enum InjectChannel: String, Sendable, CaseIterable { case mail, call, chat, ticket, news, meeting, letter }

/// What the players are expected to do.
public struct ExpectedAction: Sendable, Equatable {
    /// Id, unique within the scenario.
    public var id = ""
    /// The action.
    public var text = ""
    /// How soon after the inject.
    public var within: TimeAmount?
    /// An objective's or evaluation criterion's id.
    public var objective: String?

    public init() {}
}

/// A decision of the people in the room.
public struct Decision: Sendable, Equatable {
    /// Id, unique within the scenario.
    public var id = ""
    /// Id of the inject that asks for it.
    public var inject = ""
    /// Roles that decide.
    public var by: [Role] = []
    /// The question put to them.
    public var question = ""
    /// How long deciding takes when no people are in the room.
    public var takes: Parameterized<Distribution> = .value(.constant(.hours(0)))
    /// The option taken when no people are in the room.
    public var `default` = ""
    /// What can be decided; at least one.
    public var options: [Option] = []

    public init() {}
}

/// One option of a decision.
public struct Option: Sendable, Equatable {
    /// Id, unique within the decision.
    public var id = ""
    /// What the players choose.
    public var text = ""
    /// What it changes from its moment on.
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
    /// Id, unique within the scenario.
    public var id = ""
    /// The capability observed, in HSEEP's sense.
    public var capability = ""
    /// What the evaluator looks for.
    public var text = ""
    /// Id of the objective it belongs to.
    public var objective: String?

    public init() {}
}
