/// What became of an expected action.
public struct ActionResult: Codable, Sendable, Equatable {
    /// Five outcomes that no count mixes.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        case inTime = "done-in-time"
        case late = "done-late"
        /// Done; there is no deadline, or nobody said when in the story.
        case done
        case notDone = "not-done"
        /// Nobody wrote anything about it; never a failure.
        case notEvaluated = "not-evaluated"
    }

    public var inject: String
    public var action: String
    public var outcome: Outcome
    /// Hours of story after the inject, as the group said; nil where nobody said. The watch in the room never counts:
    /// ten minutes of talk can be a week of story.
    public var elapsedHours: Double?
    /// Hours after the inject by which it is expected; nil: no deadline.
    public var withinHours: Double?
    /// As typed.
    public var times: [String]
    public var teams: [String]
    /// The lowest where several teams were rated; nil: not evaluated.
    public var rating: Rating?
    public var notes: [Note]
}

/// What somebody typed, verbatim, with the line of the log.
public struct Note: Codable, Sendable, Equatable {
    public var teams: [String]
    public var text: String
    public var line: Int
}
