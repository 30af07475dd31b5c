/// What became of the actions that earlier runs led to.
public struct ActionReport: Codable, Sendable, Equatable {
    /// Id of the run that the actions were last checked against; nil where this is the first.
    public var previousRun: String?
    /// Those of one company, in the register's order.
    public var actions: [ActionStatus]
    /// Why a comparison with the earlier run is not of the company alone: "the model is 2.1.0, it was 2.0.0".
    public var warnings: [String]

    public init(previousRun: String?, actions: [ActionStatus], warnings: [String]) {
        self.previousRun = previousRun
        self.actions = actions
        self.warnings = warnings
    }
}

/// An action of the register, as one run finds it.
public struct ActionStatus: Codable, Sendable, Equatable {
    /// What became of an action.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// The lever's weakness is still there.
        case open
        /// The documents now say the target level, and this run has tested it.
        case closed
        /// It was closed once, and the weakness is there again.
        case reopened
        /// Said to be done, and no run since has had a scenario that asks for it.
        case neverRetested = "never-retested"
    }

    /// Unique within the register: "A-3".
    public var id: String
    /// Id of the lever that is to be raised; nil for an action that no simulation tests, in JSON empty.
    public var leverID: LeverID?
    /// What is to be done, in one line.
    public var title: String
    /// A team or role, never a named person.
    public var owner: String?
    /// ISO 8601 calendar date.
    public var due: String?
    /// As this run finds it; `why` says what it rests on.
    public var state: State
    /// Past its due date on the register's day.
    public var isOverdue: Bool
    /// What the state rests on, in one sentence.
    public var why: String

    public init(
        id: String, leverID: LeverID?, title: String, owner: String?, due: String?, state: State, isOverdue: Bool,
        why: String
    ) {
        self.id = id
        self.leverID = leverID
        self.title = title
        self.owner = owner
        self.due = due
        self.state = state
        self.isOverdue = isOverdue
        self.why = why
    }
}

extension ActionStatus {
    private enum CodingKeys: String, CodingKey { case id, leverID, title, owner, due, state, isOverdue, why }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(leverID?.text ?? "", forKey: .leverID)
        try container.encode(title, forKey: .title)
        try container.encodeIfPresent(owner, forKey: .owner)
        try container.encodeIfPresent(due, forKey: .due)
        try container.encode(state, forKey: .state)
        try container.encode(isOverdue, forKey: .isOverdue)
        try container.encode(why, forKey: .why)
    }

    /// - Throws: `DecodingError`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let lever = try container.decode(String.self, forKey: .leverID)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            leverID: lever.isEmpty ? nil : try container.decode(LeverID.self, forKey: .leverID),
            title: try container.decode(String.self, forKey: .title),
            owner: try container.decodeIfPresent(String.self, forKey: .owner),
            due: try container.decodeIfPresent(String.self, forKey: .due),
            state: try container.decode(State.self, forKey: .state),
            isOverdue: try container.decode(Bool.self, forKey: .isOverdue),
            why: try container.decode(String.self, forKey: .why))
    }
}
