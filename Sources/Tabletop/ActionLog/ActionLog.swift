/// What people did in the meeting, as typed afterwards.
public struct ActionLog: Sendable, Equatable {
    /// In the order of the file; every row of the file is here, none is dropped.
    public var entries: [Entry]

    /// One row.
    public struct Entry: Sendable, Equatable {
        /// What the row is about.
        public var subject: Subject
        /// As typed; empty where nothing was.
        public var time: String
        /// Minutes after the first time of the log; nil where no time was typed.
        public var minutes: Int?
        /// Department names or role words; empty where none was typed.
        public var teams: [String]
        /// Nil where nothing was typed: not evaluated.
        public var done: Completion?
        /// Who wrote it; empty where only one log was typed and nobody said.
        public var evaluator: String
        /// What went well, verbatim; empty where nothing was typed.
        public var strength: String
        /// Nil: not evaluated.
        public var rating: Rating?
        /// How long after the inject in the story, in hours; nil where nothing was typed.
        public var storyHours: Double?
        /// Verbatim; what stood in columns that nobody asked for is kept at its end.
        public var note: String
        /// In the file, from 1.
        public var line: Int

        /// Whether it is the lead evaluator's word, which decides where others disagree.
        public var isLead: Bool { evaluator == Self.lead }

        /// The lead evaluator's name in a log.
        public static let lead = "lead"

        /// Whether the row says anything beyond its subject.
        public var isEmpty: Bool {
            time.isEmpty && done == nil && rating == nil && storyHours == nil && note.isEmpty && strength.isEmpty
        }
    }

    /// How far something was done, as the column `done` says it.
    public enum Completion: Sendable, Equatable, CaseIterable {
        case done
        /// Some of it; does not count as done.
        case partly
        /// Put off until after the meeting.
        case postponed
        /// Left out, so nobody can say how it would have gone: not evaluated.
        case skipped
        case notDone
    }

    /// What a row is about.
    public enum Subject: Sendable, Hashable {
        /// The inject as a whole: when it was read out, or what was done about it.
        case inject(String)
        case action(inject: String, action: String)
        case option(decision: String, option: String)
        /// A line of the evaluation guide.
        case criterion(String)
        /// What the facilitator made up in the room, as typed.
        case improvised(String)
    }
}
