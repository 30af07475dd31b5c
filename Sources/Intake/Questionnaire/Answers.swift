/// What somebody answered; whatever is not there is unknown.
public struct Answers: Sendable, Equatable {
    /// Answers by question id; "unknown" is kept, so that a sheet that is continued knows what was looked at.
    public var values: [String: AnswerValue] = [:]
    /// What people wrote beside their answers, by question id.
    public var notes: [String: String] = [:]

    /// Nothing answered yet.
    public init() {}

    /// The answer to a question.
    public subscript(_ question: String) -> AnswerValue { values[question] ?? .unknown }

    /// The chosen answer's words; nil where it is unknown or no choice.
    public func chosen(_ question: String) -> String? {
        if case .choice(let answer, _) = self[question] { answer } else { nil }
    }

    /// Whether a question has a meaning beside the other answers.
    public func concerns(_ question: Question) -> Bool {
        guard let condition = question.onlyIf, let other = chosen(condition.question) else { return true }
        return !condition.isNot.contains(other)
    }
}

/// One answer.
public enum AnswerValue: Sendable, Equatable {
    /// Nobody knows: every possibility is tried.
    case unknown
    /// The words of a choice, and for which share they hold.
    case choice(String, share: AnswerShare)
    /// A number.
    case count(Int)
    /// A name.
    case name(String)

    /// As it is written in a sheet; read back, it gives the same answer.
    public var text: String {
        switch self {
        case .unknown: "unknown"
        case .choice(let answer, .everywhere): answer
        case .choice(let answer, let share): "\(answer), \(share.rawValue)"
        case .count(let count): String(count)
        case .name(let name): name
        }
    }
}
