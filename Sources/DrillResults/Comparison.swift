/// What a change does to one company under one scenario, trial by trial on the same random numbers.
public struct StoryComparison: Codable, Sendable, Equatable {
    public var scenario: String
    public var organization: String
    /// Trials compared, over all worlds.
    public var trials: Int
    /// Trials in which every objective is reached at the same moment or not at all, the same records are exposed and
    /// altered, and outages last as long, to the last bit. Equal to `trials`: the change cannot be told from none.
    public var unchangedTrials: Int
    /// In the scenario's order; only those that apply before and after.
    public var objectives: [ObjectiveComparison]
    /// Records per trial.
    public var recordsExposed: Difference
    public var recordsAltered: Difference
    /// Hours per trial, own attack only.
    public var downtimeHours: Difference
    public var supplierDowntimeHours: Difference
    /// Hours from zero hour to the end of repair, means over the trials that are repaired before and after.
    public var repairedHours: Difference
    /// Before and after, each over all its trials.
    public var noticed: [TimeSummary]

    public init(
        scenario: String, organization: String, trials: Int, unchangedTrials: Int, objectives: [ObjectiveComparison],
        recordsExposed: Difference, recordsAltered: Difference, downtimeHours: Difference,
        supplierDowntimeHours: Difference, repairedHours: Difference, noticed: [TimeSummary]
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
        self.noticed = noticed
    }

    /// Whether the change made no difference in any trial.
    public var isUnchanged: Bool { unchangedTrials == trials }
}

/// An objective before and after a change.
public struct ObjectiveComparison: Codable, Sendable, Equatable {
    public var id: String
    /// Share of trials that reach it without the change, and with it.
    public var before: Probability
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
    public var before: Double
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
