/// What a change does to one company under one scenario, trial by trial on the same random numbers.
public struct StoryComparison: Codable, Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// The organization's id.
    public var organization: String
    /// Trials compared, over all worlds.
    public var trials: Int
    /// Trials in which every objective is reached at the same moment or not at all, the same records are exposed and
    /// altered, and outages last as long, to the last bit. Equal to `trials`: the change cannot be told from none.
    public var unchangedTrials: Int
    /// In the scenario's order; only those that apply before and after.
    public var objectives: [ObjectiveComparison]
    /// Records per trial that leave readable.
    public var recordsExposed: Difference
    /// Records per trial that are changed.
    public var recordsAltered: Difference
    /// Hours per trial, own attack only.
    public var downtimeHours: Difference
    /// Hours per trial, from outages that came from suppliers.
    public var supplierDowntimeHours: Difference
    /// Hours from zero hour to the end of repair, means over the trials that are repaired before and after.
    public var repairedHours: Difference
    /// Hours from zero hour to the earliest alert, means over the trials that are noticed before and after.
    public var noticedHours: Difference
    /// Trials that are noticed by the horizon without the change.
    public var noticedBefore: Int
    /// Trials that are noticed by the horizon with the change.
    public var noticedAfter: Int

    public init(
        scenario: String, organization: String, trials: Int, unchangedTrials: Int, objectives: [ObjectiveComparison],
        recordsExposed: Difference, recordsAltered: Difference, downtimeHours: Difference,
        supplierDowntimeHours: Difference, repairedHours: Difference, noticedHours: Difference, noticedBefore: Int,
        noticedAfter: Int
    ) {
        self.scenario = scenario
        self.organization = organization
        self.trials = trials
        self.unchangedTrials = unchangedTrials
        self.objectives = objectives
        self.recordsExposed = recordsExposed
        self.recordsAltered = recordsAltered
        self.downtimeHours = downtimeHours
        self.supplierDowntimeHours = supplierDowntimeHours
        self.repairedHours = repairedHours
        self.noticedHours = noticedHours
        self.noticedBefore = noticedBefore
        self.noticedAfter = noticedAfter
    }

    /// Whether the change made no difference in any trial.
    public var isUnchanged: Bool { unchangedTrials == trials }
}

/// An objective before and after a change.
public struct ObjectiveComparison: Codable, Sendable, Equatable {
    /// See ``ObjectiveInfo/id``.
    public var id: String
    /// Share of trials that reach it without the change.
    public var before: Probability
    /// Share of trials that reach it with the change.
    public var after: Probability
    /// after − before, with the interval of the difference.
    public var difference: Difference
    /// Trials that reach it only without the change: what it prevents.
    public var prevented: Int
    /// Trials that reach it only with the change. Where the change is a hardening, each is a lost tripwire, unless the
    /// control acts both ways.
    public var caused: Int
    /// Trials that reach it both ways, but not at the same moment.
    public var moved: Int

    public init(
        id: String, before: Probability, after: Probability, difference: Difference, prevented: Int, caused: Int,
        moved: Int
    ) {
        self.id = id
        self.before = before
        self.after = after
        self.difference = difference
        self.prevented = prevented
        self.caused = caused
        self.moved = moved
    }
}

/// Means over trials before and after a change, and the interval of their paired difference. Bounds are 5 % and 95 %.
public struct Difference: Codable, Sendable, Equatable {
    /// Mean without the change; the unit is that of whoever holds it (share of trials 0 to 1, hours, records).
    public var before: Double
    /// Mean with the change.
    public var after: Double
    /// after − before.
    public var value: Double
    /// From the number of trials alone: the standard error of paired differences.
    public var chance: Interval
    /// From catalog ranges and unknown answers alone.
    public var notKnowing: Interval
    /// Both together.
    public var range: Interval

    public init(
        before: Double, after: Double, value: Double, chance: Interval, notKnowing: Interval, range: Interval
    ) {
        self.before = before
        self.after = after
        self.value = value
        self.chance = chance
        self.notKnowing = notKnowing
        self.range = range
    }
}
