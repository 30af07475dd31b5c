/// Something that could be better: a control in a scope, a hand-off of the response chain, a department's containment.
public struct Lever: Codable, Sendable, Equatable, Hashable {
    /// What kind of thing is raised.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case control
        case handOff = "hand-off"
        case containment
    }

    /// Unique within the company, such as `mfa/fido2`, `disputes/portal: edge-protection/managed`, `hand-off/notice/faster`.
    public let id: LeverID
    /// As the id says.
    public let kind: Kind
    /// Catalog id of the control, as the id says; nil for the response.
    public let control: String?
    /// Family of the control; `response` for others.
    public var family: String
    /// What is raised: "Multi-factor authentication".
    public var title: String
    /// Where: "whole company", a department's or an asset's name.
    public var scope: String
    /// Id of the department whose matter it is; nil: the whole company's.
    public var department: String?
    /// Its name; nil where there is none, and in results of earlier releases.
    public var departmentName: String?
    /// How it stands today, in words: "Prompt on the phone, for 70 %".
    public var now: String
    /// How it would stand.
    public var target: String
    /// What to do, in one sentence.
    public var action: String
    /// Person-days; nil where nobody has said.
    public var effort: Effort?
    /// ATT&CK mitigation ids.
    public var mitigations: [String]
    /// NIST SP 800-53 control ids.
    public var nist: [String]
    /// Why it can also make things worse; nil where it cannot.
    public var twoWay: String?

    /// Kind and control follow from the id.
    public init(
        id: LeverID, family: String, title: String, scope: String, department: String?, departmentName: String? = nil,
        now: String, target: String, action: String, effort: Effort?, mitigations: [String], nist: [String],
        twoWay: String?
    ) {
        self.id = id
        kind = id.kind
        control = id.control
        self.family = family
        self.title = title
        self.scope = scope
        self.department = department
        self.departmentName = departmentName
        self.now = now
        self.target = target
        self.action = action
        self.effort = effort
        self.mitigations = mitigations
        self.nist = nist
        self.twoWay = twoWay
    }
}

/// Person-days, as a range.
public struct Effort: Codable, Sendable, Equatable, Hashable {
    /// Person-days if it goes well.
    public var low: Double
    /// Person-days to plan with; what orders and budgets count.
    public var likely: Double
    /// Person-days if it does not.
    public var high: Double

    public init(low: Double, likely: Double, high: Double) {
        self.low = low
        self.likely = likely
        self.high = high
    }
}

/// One company's levers, each with what it would change in each story.
public struct CompanyLevers: Codable, Sendable, Equatable {
    /// The organization's id.
    public var organization: String
    /// In the order of the catalog, then of the response chain.
    public var levers: [LeverResult]

    public init(organization: String, levers: [LeverResult]) {
        self.organization = organization
        self.levers = levers
    }
}

/// What a lever would change.
public struct LeverResult: Codable, Sendable, Equatable {
    /// Which one.
    public var lever: Lever
    /// One for each scenario that applies, in the exercise's order.
    public var stories: [LeverStory]

    public init(lever: Lever, stories: [LeverStory]) {
        self.lever = lever
        self.stories = stories
    }
}

/// What a lever would change in one story.
public struct LeverStory: Codable, Sendable, Equatable {
    /// The story without the lever and with it, on the same random numbers.
    public var comparison: StoryComparison
    /// No step of the story depends on it: the difference is zero by construction, not by sampling.
    public var cannotMatter: Bool
    /// For each objective of the comparison, by world: trials that it prevents less those that it causes.
    public var prevented: [[Int]]
    /// Ids of the steps on which it acts, in the scenario's order.
    public var steps: [String]
    /// By objective: why trials reach it only with the lever; missing where none does.
    public var tripwires: [String: Tripwire.Reason]

    public init(
        comparison: StoryComparison, cannotMatter: Bool, prevented: [[Int]] = [], steps: [String] = [],
        tripwires: [String: Tripwire.Reason] = [:]
    ) {
        self.comparison = comparison
        self.cannotMatter = cannotMatter
        self.prevented = prevented
        self.steps = steps
        self.tripwires = tripwires
    }
}
