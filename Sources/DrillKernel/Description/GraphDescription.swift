/// A whole simulation problem in plain structs: readable, index-based, numbers only.
///
/// Whoever has documents builds one; `CompiledGraph` flattens it for speed, the oracle in the tests walks it as it is.
/// Times are hours as `Float`; "never" is `Float.infinity`. All durations and delays are at least 0.
/// An index of −1 means "none".
package struct GraphDescription: Sendable {
    /// Nothing after it counts; `.infinity`: unbounded.
    package var horizon = Float.infinity
    /// In any order; cycles are allowed.
    package var nodes: [Node] = []
    /// Uniform words drawn once per trial and shared by whatever refers to them.
    package var presences: [Presence] = []
    /// Shared points in time: closing times, earliest starts, ends of blindness.
    package var clocks: [Clock] = []
    /// Whose responses there are.
    package var organizations: [ResponseOrganization] = []
    /// Containment groups; the first cuts are theirs, in this order.
    package var groups: [ContainmentGroup] = []
    /// Decisions; the cuts after those of the groups are theirs, in this order.
    package var interventions: [Intervention] = []
    /// Items of one organization stand in the order in which they are repaired.
    package var repairs: [RepairItem] = []
    /// Working hours that lapses refer to.
    package var calendars: [Calendar] = []
    /// Choices among nodes, made before anything happens; a node stands in one of them at most.
    package var aims: [Aim] = []
    /// The numbers that differ between worlds; at least one entry.
    package var worlds: [WorldValues] = [WorldValues()]

    package init() {}

    /// The number of cuts: first one per group, then one per intervention.
    package var cutCount: Int { groups.count + interventions.count }
    /// The cut that an intervention makes.
    package func cut(ofIntervention index: Int) -> Int32 { Int32(groups.count + index) }
}

/// The numbers of one world; every description index of kind "slot" points into one of these arrays.
package struct WorldValues: Sendable {
    /// Probabilities as 32-bit fixed point (`UInt32.max` stands for 1), also bounds of presence intervals.
    package var thresholds: [UInt32] = []
    /// Factors on times, and hazards (−ln of the chance of going unnoticed).
    package var factors: [Float] = []

    package init() {}
}

/// A word per trial under which something is present or not.
package struct Presence: Sendable {
    /// The address of its word.
    package var address: Address

    package init(address: Address) { self.address = address }
}

/// Applies in the trials whose presence word lies in `thresholds[low]...thresholds[last]`.
package struct Condition: Sendable {
    /// −1: always applies.
    package var presence: Int32 = -1
    /// Threshold slot of the interval's low end; an empty interval has low > last.
    package var low: Int32 = -1
    /// Threshold slot of the interval's high end, which belongs to it.
    package var last: Int32 = -1

    /// Applies in every trial.
    package static var always: Condition { Condition() }

    package init(presence: Int32 = -1, low: Int32 = -1, last: Int32 = -1) {
        self.presence = presence
        self.low = low
        self.last = last
    }
}

/// A factor that applies under a condition.
package struct Modifier: Sendable {
    /// The trials in which the factor counts.
    package var when: Condition
    /// Of these, the trials in which it is seen what the factor acts on.
    package var sight: Condition
    /// A threshold slot (success) or a factor slot (times, hazards), as the place that holds the modifier says.
    package var value: Int32

    package init(when: Condition = .always, sight: Condition = .always, value: Int32) {
        self.when = when
        self.sight = sight
        self.value = value
    }
}

/// A distribution times factors, in hours; factors multiply in order.
package struct Lapse: Sendable {
    /// Of the hours, before factors.
    package var quantile = QuantileFunction.constant(0)
    /// Their values are factor slots.
    package var modifiers: [Modifier] = []
    /// Hours counted: a calendar index, −1 round the clock.
    package var calendar: Int32 = -1
    /// The address of its word; unused by constants.
    package var address = Address(entity: 0, purpose: 0)

    package init(
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
package struct Clock: Sendable {
    /// A span that the clock takes under a condition.
    package struct Alternative: Sendable {
        /// The trials in which it holds.
        package var when: Condition
        /// From the clock's offset.
        package var span: Lapse

        package init(when: Condition, span: Lapse) {
            self.when = when
            self.span = span
        }
    }

    /// Hours after zero hour to which the chosen span is added.
    package var offset: Float = 0
    /// The first whose condition holds counts.
    package var alternatives: [Alternative] = []
    /// The clock's value (without offset) where no alternative holds.
    package var otherwise = Float.infinity

    package init(offset: Float = 0, alternatives: [Alternative] = [], otherwise: Float = .infinity) {
        self.offset = offset
        self.alternatives = alternatives
        self.otherwise = otherwise
    }
}

/// One thing the attacker must achieve, or a gate that only combines others.
package struct Node: Sendable {
    /// When a node can start, given its parents.
    package enum Gate: Sendable, Equatable {
        /// Completes at 0.
        case entry
        /// Starts with the earliest, the latest, the k-th earliest parent; at 0 where there is no parent at all.
        case any, all
        case vote(Int)
    }

    /// How it depends on its parents.
    package var gate = Gate.any
    /// Indices of nodes; one named twice counts twice in a vote.
    package var parents: [Int32] = []
    /// Of an `any` gate, how it begins from its last parents: the first passage tells of the first of them, the next one of
    /// those that follow. Nothing stands between the node and the parents before them.
    ///
    /// Each completed parent is a run of tries of its own, all with the same draws; the first success of any ends them.
    package var passages: [Passage] = []
    /// Tries at one pace; at least 1.
    package var tries: Int32 = 1
    /// Threshold slot of the chance that one try succeeds; −1: certain.
    package var success: Int32 = -1
    /// The chance is threshold / 2^(32 + shift): 0, or ``smallShift`` for chances below 2^-17, of which 32 binary digits
    /// would leave too few. Thresholds are below 2^31 then.
    package var successShift: Int32 = 0
    /// The shift of small chances.
    package static let smallShift: Int32 = 16
    /// Threshold slots that scale the chance: `chance = (chance × value) >> 32`, in order.
    package var successModifiers: [Modifier] = []
    /// The address of the word that decides at which try it would succeed.
    package var successAddress = Address(entity: 0, purpose: 0)
    /// How long one try takes.
    package var pace = Lapse()
    /// Part of the successful try, 0 to 1, after which the node completes: 1 with the whole of it. With less it has no
    /// notices: whose tries are noticed is the node of the whole.
    package var portion: Float = 1
    /// Whether it can be asked how much of the successful try took place (`Batch.part`).
    package var isMeasured = false
    /// Whether its requirement counts as met when it is chosen at what to aim, since what it hangs on is another's matter.
    package var isOthersMatter = false
    /// Clock index of the earliest start; −1: at once.
    package var starts: Int32 = -1
    /// Clock index of the closing time; −1: never closes.
    package var closes: Int32 = -1
    /// Cuts that stop it: the earliest counts.
    package var cuts: [Int32] = []
    /// Ways in which it may be noticed.
    package var notices: [Notice] = []
    /// A repair item: the node completes when its shared outage begins, if that is by the horizon; −1: none.
    ///
    /// Outages are known last of all and feed nothing back. Such a node has no parents, and nothing but pure gates hangs on
    /// it: no draws, no times, no cuts, no notices, and no choice, intervention or repair that looks at them.
    package var outage: Int32 = -1

    package init() {}
}

/// Between a node and some of its parents: what may keep the attacker out, and what ends tries that came in.
package struct Passage: Sendable {
    /// How many of the node's parents lead over it; at least 1.
    package var parents: Int32
    /// Threshold slot of the chance that it is open; −1: certain. Where it is closed, all tries fail, and are made.
    package var chance: Int32
    /// Threshold slots that scale the chance, in order.
    package var modifiers: [Modifier]
    /// The address of the word that decides; passages that are one thing in the world have one address.
    package var address: Address
    /// Cuts that end a run from these parents, none of the others.
    package var cuts: [Int32]

    package init(
        parents: Int32, chance: Int32 = -1, modifiers: [Modifier] = [],
        address: Address = Address(entity: 0, purpose: 0), cuts: [Int32] = []
    ) {
        self.parents = parents
        self.chance = chance
        self.modifiers = modifiers
        self.address = address
        self.cuts = cuts
    }
}

/// A way in which a node may be noticed.
package struct Notice: Sendable {
    /// When the trace comes about: at the beginning or end of each try, or once, at completion.
    package enum Moment: Sendable { case tryStart, tryEnd, completion }
    /// How likely a trace is seen.
    package enum Chance: Sendable {
        /// Threshold slot: the chance at each try (or at completion); `UInt32.max` stands for certain.
        case threshold(Int32)
        /// Sum of factor slots: hazards. The chance at each try is 1 − e^(−sum). `.infinity` is certain.
        case hazard([Modifier])
    }

    /// Who notices; only counted.
    package var channel: Int32 = 0
    /// Whose response it starts.
    package var organization: Int32 = 0
    /// When the trace comes about.
    package var moment = Moment.tryEnd
    /// How likely it is seen.
    package var chance = Chance.threshold(-1)
    /// The address of the word that decides at which try it would be noticed.
    package var address = Address(entity: 0, purpose: 0)
    /// From the trace to the alert.
    package var delay = Lapse()
    /// Clock index: the trace is not seen before; −1: at once.
    package var notBefore: Int32 = -1

    package init() {}
}

/// What happens in one organization after its earliest alert.
package struct ResponseOrganization: Sendable {
    /// Hand-offs, one after the other, starting at the earliest alert.
    package var chain: [Lapse] = []
    /// Hour of the week (0 = Monday 00:00 local) at zero hour; to it `phaseAddress`'s uniform 0…168 h is added if set.
    package var phase: Float = 0
    /// The address of the word that the week's hour is drawn from; nil: `phase` is exact.
    package var phaseAddress: Address?
    /// How many restores go on at a time; at least 1.
    package var crews = 1

    package init() {}
}

/// Nodes that are contained together: at `end of chain + span`.
package struct ContainmentGroup: Sendable {
    /// Index of the organization whose response contains it.
    package var organization: Int32
    /// From the end of the organization's chain.
    package var span: Lapse

    package init(organization: Int32, span: Lapse) {
        self.organization = organization
        self.span = span
    }
}

/// A cut made by a decision.
package struct Intervention: Sendable {
    /// What a decision waits for.
    package enum Trigger: Sendable {
        /// Absolute, hours after zero hour.
        case at(Float)
        /// The earliest completion of any of these nodes.
        case completion([Int32])
        /// The earliest alert of an organization.
        case detection(Int32)
        /// Another intervention's time; its index is lower than the own one.
        case intervention(Int32)
    }

    /// From when its waits are counted.
    package var trigger: Trigger
    /// Whose calendar phase its waits use.
    package var organization: Int32
    /// One after the other from the trigger.
    package var waits: [Lapse]
    /// Index of the organization that must have been alarmed before the decision begins; −1: none.
    package var alarmed: Int32
    /// One after the other once the waits are over and the alarm has come: how long deciding takes.
    package var deciding: [Lapse]

    package init(
        trigger: Trigger, organization: Int32, waits: [Lapse] = [], alarmed: Int32 = -1, deciding: [Lapse] = []
    ) {
        self.trigger = trigger
        self.organization = organization
        self.waits = waits
        self.alarmed = alarmed
        self.deciding = deciding
    }
}

/// One asset's outage and repair. Items of one organization are taken in array order, each by the crew that is free first.
package struct RepairItem: Sendable {
    /// Index of the organization that repairs it.
    package var organization: Int32 = 0
    /// Containment group; repair of the item waits for its cut. −1: waits for the end of the response chain.
    package var group: Int32 = -1
    /// Intervention that allows repair earlier than containment; −1: none.
    package var release: Int32 = -1
    /// Nodes whose completion needs a restore (encrypted, destroyed).
    package var destroying: [Int32] = []
    /// Nodes whose completion disrupts only until containment.
    package var disrupting: [Int32] = []
    /// Restore time while backups are usable.
    package var restore = Lapse()
    /// Restore time once any node of `backupLoss` completed no later than the restore begins; same word as `restore`.
    package var rebuild = Lapse()
    /// Nodes whose completion makes backups unusable.
    package var backupLoss: [Int32] = []
    /// What it cannot do without. Items of its own organization come before it, and are restored before it is.
    package var needs: [Need] = []

    /// An item whose outage becomes another's.
    package struct Need: Sendable {
        /// Index of the item.
        package var item: Int32
        /// Hours that can be bridged.
        package var grace: Float

        package init(item: Int32, grace: Float = 0) {
            self.item = item
            self.grace = grace
        }
    }

    package init() {}
}

/// Working hours of a week: the first `days` days, from `opens` to `closes` o'clock local time.
package struct Calendar: Sendable, Equatable {
    /// 1…7, Monday first.
    package var days: Int
    /// Hours after midnight, local time: 0 ≤ opens < closes ≤ 24.
    package var opens: Float
    /// Hours after midnight, local time.
    package var closes: Float
    /// The same by date; nil: every week is alike.
    package var dated: OpenHours?

    package init(days: Int, opens: Float, closes: Float) {
        self.days = days
        self.opens = opens
        self.closes = closes
    }
}
