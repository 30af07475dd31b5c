/// One company's results over all scenarios.
public struct CompanyResult: Codable, Sendable, Equatable {
    /// As the organization's document says it.
    public var id: String
    /// For people.
    public var name: String
    /// As the organization's document says it; nil where it says none.
    public var sector: String?
    /// One entry per scenario that applies, in the exercise's order.
    public var stories: [StoryResult]
    /// Scenarios that say nothing about the company, in the exercise's order.
    public var notApplicable: [NotApplicable]
    /// Controls taken as assumed or unknown, to be confirmed: "mfa (assumed: none)".
    public var toConfirm: [String]
    /// What this company's own figures rest on; nil in results of earlier releases.
    public var basis: Basis?
    /// On whose clocks its people work: its own zone, else the exercise's. Nil where neither is named, so that it is UTC,
    /// and in results of earlier releases.
    public var zone: ZoneUsed?

    public init(
        id: String, name: String, sector: String?, stories: [StoryResult], notApplicable: [NotApplicable],
        toConfirm: [String], basis: Basis? = nil
    ) {
        self.basis = basis
        self.id = id
        self.name = name
        self.sector = sector
        self.stories = stories
        self.notApplicable = notApplicable
        self.toConfirm = toConfirm
    }
}

/// Why a scenario says nothing about a company.
public struct NotApplicable: Codable, Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// What the company lacks, in one sentence.
    public var reason: String

    public init(scenario: String, reason: String) {
        self.scenario = scenario
        self.reason = reason
    }
}

/// One company under one scenario.
public struct StoryResult: Codable, Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// In the scenario's order.
    public var objectives: [ObjectiveResult]
    /// First completed step.
    public var compromised: TimeSummary
    /// Earliest alert.
    public var noticed: TimeSummary
    /// Hours from the first completed step to the earliest alert, 0 where the alert came first; counted over the trials
    /// with a completed step. Nil where there is none, and in results of earlier releases.
    public var dwell: TimeSummary?
    /// Share of the noticed trials by channel: monitoring, people, outsider, announcement.
    public var noticedBy: [String: Double]
    /// Last department contained.
    public var contained: TimeSummary
    /// The last asset back; counted over trials with an outage.
    public var repaired: TimeSummary
    /// The first critical service back, over the same trials: of the assets that the company ranks for restoring, or of
    /// all where it ranks none. Nil where none can be down, and in results of earlier releases.
    public var firstServiceBack: TimeSummary?
    /// Records that leave readable, per trial.
    public var recordsExposed: Amount
    /// Records that are changed, per trial.
    public var recordsAltered: Amount
    /// Sum over assets of hours down until repaired or the horizon, own attack only.
    public var downtimeHours: Amount
    /// The same for outages that came from suppliers.
    public var supplierDowntimeHours: Amount
    /// Trials in which the way in was still open when repair ended, among the repaired.
    public var wayStillOpen: Double?
    /// Most frequent attack paths to the worst objective; at most 5.
    public var paths: [AttackPath]
    /// By each step that is aimed at some of several: how often the goal is reached by what is aimed at. Nil in results of
    /// earlier releases.
    public var choices: [ReachByChoice]?
    /// What a person should know, in plain sentences: "Encryption did not help: the key lies on the database host."
    public var remarks: [String]

    public init(
        scenario: String, objectives: [ObjectiveResult], compromised: TimeSummary, noticed: TimeSummary,
        dwell: TimeSummary? = nil, noticedBy: [String: Double], contained: TimeSummary, repaired: TimeSummary,
        firstServiceBack: TimeSummary? = nil, recordsExposed: Amount, recordsAltered: Amount, downtimeHours: Amount,
        supplierDowntimeHours: Amount, wayStillOpen: Double?,
        paths: [AttackPath], choices: [ReachByChoice]? = nil, remarks: [String]
    ) {
        self.firstServiceBack = firstServiceBack
        self.choices = choices
        self.scenario = scenario
        self.objectives = objectives
        self.compromised = compromised
        self.noticed = noticed
        self.dwell = dwell
        self.noticedBy = noticedBy
        self.contained = contained
        self.repaired = repaired
        self.recordsExposed = recordsExposed
        self.recordsAltered = recordsAltered
        self.downtimeHours = downtimeHours
        self.supplierDowntimeHours = supplierDowntimeHours
        self.wayStillOpen = wayStillOpen
        self.paths = paths
        self.remarks = remarks
    }
}

/// How often, and when, an attack reaches what it is after.
public struct ObjectiveResult: Codable, Sendable, Equatable {
    /// See ``ObjectiveInfo/id``.
    public var id: String
    /// Share of trials that reach it by the horizon.
    public var reached: Probability
    /// Among all trials; "never" counted.
    public var time: TimeSummary
    /// ``StoryResult/dwell`` among the trials that reach this objective: when a loss is noticed, given that it happens.
    public var dwell: TimeSummary?

    public init(id: String, reached: Probability, time: TimeSummary, dwell: TimeSummary? = nil) {
        self.id = id
        self.reached = reached
        self.time = time
        self.dwell = dwell
    }
}

/// A share of trials, with chance and not-knowing apart. Bounds are 5 % and 95 %.
public struct Probability: Codable, Sendable, Equatable {
    /// Trials in which it happened.
    public var count: Int
    /// Trials in all, those that count and those that do not.
    public var trials: Int
    /// count / trials.
    public var value: Double
    /// From the number of trials alone (Wilson).
    public var chance: Interval
    /// From catalog ranges and unknown answers alone: the spread between worlds, less what chance explains.
    public var notKnowing: Interval
    /// Both together: the headline range.
    public var range: Interval

    public init(count: Int, trials: Int, value: Double, chance: Interval, notKnowing: Interval, range: Interval) {
        self.count = count
        self.trials = trials
        self.value = value
        self.chance = chance
        self.notKnowing = notKnowing
        self.range = range
    }
}

/// From a low to a high end, both included. What lies between, and in which unit, says whoever holds it.
public struct Interval: Codable, Sendable, Equatable {
    /// Never above `high`.
    public var low: Double
    /// Never below `low`.
    public var high: Double

    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}

/// When something happens, "never" counted, not dropped.
public struct TimeSummary: Codable, Sendable, Equatable {
    /// Share of trials in which it happens by the horizon.
    public var probability: Double
    /// Mean over the trials in which it happens, hours; nil if never.
    public var meanHours: Double?
    /// One trial in ten is as early or earlier; hours, over all trials. This and the other quantiles are nil where that
    /// quantile is "never".
    public var p10: Double?
    /// The median, hours.
    public var p50: Double?
    /// Nine trials in ten are as early or earlier; hours.
    public var p90: Double?

    public init(probability: Double, meanHours: Double?, p10: Double?, p50: Double?, p90: Double?) {
        self.probability = probability
        self.meanHours = meanHours
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
    }
}

/// A quantity per trial that is 0 where nothing happens; the unit is that of whoever holds it (hours, records, money).
public struct Amount: Codable, Sendable, Equatable {
    /// Over all trials, those with 0 among them.
    public var mean: Double
    /// The median of all trials: 0 where fewer than half have any.
    public var p50: Double
    /// Nine trials in ten have no more.
    public var p90: Double
    /// Nineteen trials in twenty have no more.
    public var p95: Double
    /// Share of trials in which it is above 0.
    public var probability: Double

    public init(mean: Double, p50: Double, p90: Double, p95: Double, probability: Double) {
        self.mean = mean
        self.p50 = p50
        self.p90 = p90
        self.p95 = p95
        self.probability = probability
    }
}
