/// A whole simulation problem in plain structs: readable, index-based, numbers only.
///
/// Whoever has documents builds one; `CompiledGraph` flattens it for speed, the oracle in the tests walks it as it is.
/// Times are hours as `Float`; "never" is `Float.infinity`. All durations and delays are at least 0.
/// An index of −1 means "none".
public struct GraphDescription: Sendable {
    /// Nothing after it counts; `.infinity`: unbounded.
    public var horizon = Float.infinity
    public var nodes: [Node] = []
    /// Uniform words drawn once per trial and shared by whatever refers to them.
    public var presences: [Presence] = []
    /// Shared points in time: closing times, earliest starts, ends of blindness.
    public var clocks: [Clock] = []
    public var organizations: [ResponseOrganization] = []
    public var groups: [ContainmentGroup] = []
    public var interventions: [Intervention] = []
    public var repairs: [RepairItem] = []
    public var calendars: [Calendar] = []
    /// The numbers that differ between worlds; at least one entry.
    public var worlds: [WorldValues] = [WorldValues()]

    public init() {}

    /// The number of cuts: first one per group, then one per intervention.
    public var cutCount: Int { groups.count + interventions.count }
    /// The cut that an intervention makes.
    public func cut(ofIntervention index: Int) -> Int32 { Int32(groups.count + index) }
}

/// The numbers of one world; every description index of kind "slot" points into one of these arrays.
public struct WorldValues: Sendable {
    /// Probabilities as 32-bit fixed point (`UInt32.max` stands for 1), also bounds of presence intervals.
    public var thresholds: [UInt32] = []
    /// Factors on times, and hazards (−ln of the chance of going unnoticed).
    public var factors: [Float] = []

    public init() {}
}

/// A word per trial under which something is present or not.
public struct Presence: Sendable {
    public var address: Address

    public init(address: Address) { self.address = address }
}

/// Applies in the trials whose presence word lies in `thresholds[low]...thresholds[last]`.
public struct Condition: Sendable {
    /// −1: always applies.
    public var presence: Int32 = -1
    /// Threshold slots; an empty interval has low > last.
    public var low: Int32 = -1
    public var last: Int32 = -1

    public static var always: Condition { Condition() }

    public init(presence: Int32 = -1, low: Int32 = -1, last: Int32 = -1) {
        self.presence = presence
        self.low = low
        self.last = last
    }
}

/// A factor that applies under a condition.
public struct Modifier: Sendable {
    public var when: Condition
    /// A threshold slot (success) or a factor slot (times, hazards), as the place that holds the modifier says.
    public var value: Int32

    public init(when: Condition = .always, value: Int32) {
        self.when = when
        self.value = value
    }
}

/// A distribution times factors, in hours; factors multiply in order.
public struct Lapse: Sendable {
    public var quantile = QuantileFunction.constant(0)
    public var modifiers: [Modifier] = []
    /// Hours counted: a calendar index, −1 round the clock.
    public var calendar: Int32 = -1
    /// The address of its word; unused by constants.
    public var address = Address(entity: 0, purpose: 0)

    public init(
        quantile: QuantileFunction = .constant(0), modifiers: [Modifier] = [], calendar: Int32 = -1,
        address: Address = Address(entity: 0, purpose: 0)
    ) {
        self.quantile = quantile
        self.modifiers = modifiers
        self.calendar = calendar
        self.address = address
    }
}

/// A point in time shared by nodes: `offset` plus the first alternative whose condition holds.
public struct Clock: Sendable {
    public struct Alternative: Sendable {
        public var when: Condition
        public var span: Lapse

        public init(when: Condition, span: Lapse) {
            self.when = when
            self.span = span
        }
    }

    public var offset: Float = 0
    public var alternatives: [Alternative] = []
    /// The clock's value (without offset) where no alternative holds.
    public var otherwise = Float.infinity

    public init(offset: Float = 0, alternatives: [Alternative] = [], otherwise: Float = .infinity) {
        self.offset = offset
        self.alternatives = alternatives
        self.otherwise = otherwise
    }
}

/// One thing the attacker must achieve, or a gate that only combines others.
public struct Node: Sendable {
    public enum Gate: Sendable, Equatable {
        /// Completes at 0.
        case entry
        /// Starts with the earliest, the latest, the k-th earliest parent; at 0 where there is no parent at all.
        case any, all
        case vote(Int)
    }

    public var gate = Gate.any
    public var parents: [Int32] = []
    /// Tries at one pace; at least 1.
    public var tries: Int32 = 1
    /// Threshold slot of the chance that one try succeeds; −1: certain.
    public var success: Int32 = -1
    /// The chance is threshold / 2^(32 + shift): 0, or ``smallShift`` for chances below 2^-17, of which 32 binary digits
    /// would leave too few. Thresholds are below 2^31 then.
    public var successShift: Int32 = 0
    /// The shift of small chances.
    public static let smallShift: Int32 = 16
    /// Threshold slots that scale the chance: `chance = (chance × value) >> 32`, in order.
    public var successModifiers: [Modifier] = []
    /// The address of the word that decides at which try it would succeed.
    public var successAddress = Address(entity: 0, purpose: 0)
    /// How long one try takes.
    public var pace = Lapse()
    /// Clock index of the earliest start; −1: at once.
    public var starts: Int32 = -1
    /// Clock index of the closing time; −1: never closes.
    public var closes: Int32 = -1
    /// Cuts that stop it: the earliest counts.
    public var cuts: [Int32] = []
    public var notices: [Notice] = []

    public init() {}
}

/// A way in which a node may be noticed.
public struct Notice: Sendable {
    public enum Moment: Sendable { case tryStart, tryEnd, completion }
    public enum Chance: Sendable {
        /// Threshold slot: the chance at each try (or at completion); `UInt32.max` stands for certain.
        case threshold(Int32)
        /// Sum of factor slots: hazards. The chance at each try is 1 − e^(−sum). `.infinity` is certain.
        case hazard([Modifier])
    }

    /// Who notices; only counted.
    public var channel: Int32 = 0
    /// Whose response it starts.
    public var organization: Int32 = 0
    public var moment = Moment.tryEnd
    public var chance = Chance.threshold(-1)
    /// The address of the word that decides at which try it would be noticed.
    public var address = Address(entity: 0, purpose: 0)
    /// From the trace to the alert.
    public var delay = Lapse()
    /// Clock index: the trace is not seen before; −1: at once.
    public var notBefore: Int32 = -1

    public init() {}
}

/// What happens in one organization after its earliest alert.
public struct ResponseOrganization: Sendable {
    /// Hand-offs, one after the other, starting at the earliest alert.
    public var chain: [Lapse] = []
    /// Hour of the week (0 = Monday 00:00 local) at zero hour; to it `phaseAddress`'s uniform 0…168 h is added if set.
    public var phase: Float = 0
    public var phaseAddress: Address?

    public init() {}
}

/// Nodes that are contained together: at `end of chain + span`.
public struct ContainmentGroup: Sendable {
    public var organization: Int32
    public var span: Lapse

    public init(organization: Int32, span: Lapse) {
        self.organization = organization
        self.span = span
    }
}

/// A cut made by a decision.
public struct Intervention: Sendable {
    public enum Trigger: Sendable {
        /// Absolute, hours after zero hour.
        case at(Float)
        /// The earliest completion of any of these nodes.
        case completion([Int32])
        /// The earliest alert of an organization.
        case detection(Int32)
        /// Another intervention's time; its index is lower than the own one.
        case intervention(Int32)
    }

    public var trigger: Trigger
    /// Whose calendar phase its waits use.
    public var organization: Int32
    /// One after the other from the trigger: the inject's delay, the time that deciding takes.
    public var waits: [Lapse]

    public init(trigger: Trigger, organization: Int32, waits: [Lapse] = []) {
        self.trigger = trigger
        self.organization = organization
        self.waits = waits
    }
}

/// One asset's outage and repair. Items of one organization are repaired one after the other, in array order.
public struct RepairItem: Sendable {
    public var organization: Int32 = 0
    /// Containment group; repair of the item waits for its cut. −1: waits for the end of the response chain.
    public var group: Int32 = -1
    /// Intervention that allows repair earlier than containment; −1: none.
    public var release: Int32 = -1
    /// Nodes whose completion needs a restore (encrypted, destroyed).
    public var destroying: [Int32] = []
    /// Nodes whose completion disrupts only until containment.
    public var disrupting: [Int32] = []
    /// Restore time while backups are usable.
    public var restore = Lapse()
    /// Restore time once any node of `backupLoss` completed no later than the restore begins; same word as `restore`.
    public var rebuild = Lapse()
    public var backupLoss: [Int32] = []
    /// Items (of suppliers) whose outage this item shares.
    public var suppliers: [Int32] = []

    public init() {}
}

/// Working hours of a week: the first `days` days, from `opens` to `closes` o'clock local time.
public struct Calendar: Sendable, Equatable {
    /// 1…7, Monday first.
    public var days: Int
    /// 0 ≤ opens < closes ≤ 24.
    public var opens: Float
    public var closes: Float

    public init(days: Int, opens: Float, closes: Float) {
        self.days = days
        self.opens = opens
        self.closes = closes
    }
}
