/// What incidents cost, in FAIR's terms; without it no result speaks of money.
public struct Loss: Sendable, Equatable {
    /// ISO 4217 code of the currency of all amounts.
    public var currency = ""
    /// What a loss is made of; at least one.
    public var items: [LossItem] = []

    public init() {}
}

/// One part of a loss: an amount for each unit of something that an attack brings about.
public struct LossItem: Sendable, Equatable {
    /// Id, unique within the organization's losses; names the item's random numbers.
    public var id = ""
    /// Name as people read it.
    public var name: String?
    /// Of what the amount is the price.
    public var per = LossUnit.incident
    /// FAIR's form of loss.
    public var form = LossForm.response
    /// Only records of these classes; empty: of any. Counts only beside records.
    public var data: [DataClass] = []
    /// Only downtime of these assets, ahead of items of the same form that name none; empty: of any. Counts only beside
    /// downtime.
    public var assets: [String] = []
    /// Money for each unit, at least 0.
    public var amount = Estimate(exactly: 0)
    /// At most so much for one attack.
    public var atMost: Double?
    /// Chance that it comes at all (FAIR's secondary loss); nil: it always comes.
    public var probability: Estimate?

    public init() {}

    /// Whether others bring it about: customers, regulators, courts (FAIR's secondary loss).
    public var isSecondary: Bool { probability != nil || form.isBroughtByOthers }
}

/// Of what the amount of a loss is the price.
public enum LossUnit: String, Sendable, CaseIterable {
    /// A record whose readable copy left.
    case exposedRecord = "exposed-record"
    /// A record that was changed.
    case alteredRecord = "altered-record"
    /// An hour in which one asset is down; each asset counts for itself.
    case downtimeHour = "downtime-hour"
    /// An attack that is noticed.
    case incident
}

/// The six forms of loss of Open FAIR (Open Risk Taxonomy, O-RT 3.0.1, The Open Group).
public enum LossForm: String, Sendable, CaseIterable {
    /// What cannot be produced or sold.
    case productivity
    /// Handling the incident.
    case response
    /// Replacing or repairing what was damaged.
    case replacement
    case finesAndJudgements = "fines-and-judgements"
    case competitiveAdvantage = "competitive-advantage"
    case reputation

    /// Whether it comes from others by its nature: courts, rivals, customers.
    public var isBroughtByOthers: Bool {
        switch self {
        case .productivity, .response, .replacement: false
        case .finesAndJudgements, .competitiveAdvantage, .reputation: true
        }
    }
}

/// How fast an organization wants to be; a target that nobody states is nil.
public struct ResponseTargets: Sendable, Equatable {
    /// From the first completed step to the earliest alert.
    public var notice: TimeAmount?
    /// From the earliest alert to the last containment.
    public var contain: TimeAmount?
    /// From the first outage to the last repair.
    public var restore: TimeAmount?
    /// From the earliest alert to the end of the response chain.
    public var notify: TimeAmount?

    public init() {}
}

/// What it takes here to raise a control to a level from the level below, ahead of the catalog's figure.
public struct Upgrade: Sendable, Equatable {
    /// Catalog id of the control.
    public var control = ""
    /// The level that is reached.
    public var level = ""
    /// Id of the department or asset for which it holds; nil: anywhere.
    public var scope: String?
    /// Person-days.
    public var effort: Estimate?
    /// Money.
    public var cost: Estimate?
    /// ISO 4217 code of the currency of `cost`; nil: that of the organization's losses.
    public var currency: String?

    public init() {}
}
