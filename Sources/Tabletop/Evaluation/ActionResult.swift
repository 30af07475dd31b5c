/// What became of an expected action.
public struct ActionResult: Codable, Sendable, Equatable {
    /// Outcomes that no count mixes.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        case inTime = "done-in-time"
        case late = "done-late"
        /// Done; there is no deadline, or nobody said when in the story.
        case done
        /// Some of it, which does not count as done.
        case partly = "partly-done"
        /// Put off until after the meeting.
        case postponed
        case notDone = "not-done"
        /// Evaluators disagree, and no lead has decided.
        case notAgreed = "not-agreed"
        /// Left out in the meeting, so not evaluated; never a failure.
        case skipped
        /// Nobody wrote anything about it; never a failure.
        case notEvaluated = "not-evaluated"
    }

    /// Id of the inject that the action answers.
    public var inject: String
    /// Id of the expected action, unique within the inject.
    public var action: String
    /// What the log comes to.
    public var outcome: Outcome
    /// Hours of story after the inject, as the group said; nil where nobody said. The watch in the room never counts:
    /// ten minutes of talk can be a week of story.
    public var elapsedHours: Double?
    /// Hours after the inject by which it is expected; nil: no deadline.
    public var withinHours: Double?
    /// As typed.
    public var times: [String]
    /// Departments or roles that did it, as typed; empty where none was typed.
    public var teams: [String]
    /// The lowest where several teams were rated; nil: not evaluated.
    public var rating: Rating?
    /// Of all rows about the action, in the order of the log.
    public var notes: [Note]
    /// What each evaluator said, where they disagree; empty otherwise. A lead's word decides, the others are kept.
    public var accounts: [Account]
}

/// What one evaluator said about one thing.
public struct Account: Codable, Sendable, Equatable {
    /// As typed, or the name of the file; `lead` decides.
    public var evaluator: String
    /// Of an expected action.
    public var outcome: ActionResult.Outcome?
    /// Nil: not evaluated.
    public var rating: Rating?
    /// Of a decision: the option that was taken.
    public var option: String?
}

/// What somebody typed, verbatim, with the line of the log.
public struct Note: Codable, Sendable, Equatable {
    /// Whom it is about; empty where none was typed.
    public var teams: [String]
    /// Verbatim.
    public var text: String
    /// In the log's file, from 1.
    public var line: Int
    /// Who wrote it; empty where nobody said.
    public var evaluator: String
}
