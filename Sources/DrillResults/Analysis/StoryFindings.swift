/// What one story shows about a company besides its objectives: what nobody would notice, what nothing prevents, what
/// leaves despite encryption.
public struct StoryFindings: Codable, Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// Steps that complete in some trial, in the scenario's order.
    public var steps: [StepNotice]
    /// Steps that no control of the catalog makes less likely: noticing is all that is left.
    public var noticeOnly: [NoticeOnlyStep]
    /// Encrypted data that some trial took readable.
    public var encryptionGaps: [EncryptionGap]
    /// One for each objective that some trial reaches, in the scenario's order; nil in results of earlier releases.
    public var typical: [TypicalTrial]?
    /// Suppliers over whose links the story can come in, in the order of the company's links; nil in results of earlier
    /// releases.
    public var suppliers: [SupplierRoute]?

    public init(
        scenario: String, steps: [StepNotice], noticeOnly: [NoticeOnlyStep], encryptionGaps: [EncryptionGap],
        typical: [TypicalTrial]? = nil, suppliers: [SupplierRoute]? = nil
    ) {
        self.scenario = scenario
        self.steps = steps
        self.noticeOnly = noticeOnly
        self.encryptionGaps = encryptionGaps
        self.typical = typical
        self.suppliers = suppliers
    }
}

/// How a step is noticed.
public struct StepNotice: Codable, Sendable, Equatable {
    /// Whether alerts of the step come, and in time.
    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// Fewer than one in a hundred of the trials in which it completes have an alert of it.
        case blind
        /// Among the trials that lose the story's goal, most alerts of the step come after the loss.
        case late
        case seen
    }

    /// The step's id.
    public var step: String
    /// For people.
    public var title: String
    /// ATT&CK technique id or VERIS action.
    public var technique: String?
    /// What the counts below come to.
    public var verdict: Verdict
    /// Trials in all.
    public var trials: Int
    /// Trials in which it completes on at least one asset.
    public var completed: Int
    /// Of these, trials with at least one alert raised by the step itself.
    public var alerted: Int
    /// Trials in which it completes and the goal is lost.
    public var lost: Int
    /// Of the lost ones, trials with an alert of the step.
    public var lostAlerted: Int
    /// Of the lost ones, trials with an alert of the step before the loss.
    public var lostAlertedBefore: Int
    /// What could raise an alert and does not, in one plain sentence; nil where it is seen.
    public var why: String?

    public init(
        step: String, title: String, technique: String?, verdict: Verdict, trials: Int, completed: Int, alerted: Int,
        lost: Int, lostAlerted: Int, lostAlertedBefore: Int, why: String?
    ) {
        self.step = step
        self.title = title
        self.technique = technique
        self.verdict = verdict
        self.trials = trials
        self.completed = completed
        self.alerted = alerted
        self.lost = lost
        self.lostAlerted = lostAlerted
        self.lostAlertedBefore = lostAlertedBefore
        self.why = why
    }
}

/// A step that nothing could have prevented.
public struct NoticeOnlyStep: Codable, Sendable, Equatable {
    /// The step's id.
    public var step: String
    /// For people.
    public var title: String
    /// ATT&CK technique id or VERIS action; nil where the scenario names none.
    public var technique: String?
    /// "ATT&CK names no mitigation for T1046, and no control of the catalog makes it less likely."
    public var reason: String
    /// Of the trials in which it completes, the share with an alert of it; nil where it never completes.
    public var noticed: Double?

    public init(step: String, title: String, technique: String?, reason: String, noticed: Double?) {
        self.step = step
        self.title = title
        self.technique = technique
        self.reason = reason
        self.noticed = noticed
    }
}

/// Data that left readable although it was encrypted.
public struct EncryptionGap: Codable, Sendable, Equatable {
    /// The asset's name, for people.
    public var asset: String
    /// Name of the asset's department.
    public var department: String
    /// How it is encrypted: "Volumes encrypted".
    public var level: String
    /// Records that the asset holds.
    public var records: Int
    /// Trials in which its data left readable.
    public var count: Int
    /// Trials in all.
    public var trials: Int
    /// Why it did not help, in one sentence.
    public var why: String

    public init(
        asset: String, department: String, level: String, records: Int, count: Int, trials: Int, why: String
    ) {
        self.asset = asset
        self.department = department
        self.level = level
        self.records = records
        self.count = count
        self.trials = trials
        self.why = why
    }
}
