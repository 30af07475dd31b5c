/// One line of the action register: what somebody is to do, kept from run to run.
public struct RegisteredAction: Codable, Sendable, Equatable {
    /// Unique within the register, counted up from 1; never given twice.
    public var number: Int
    /// As people write it: "A-3".
    public var id: String { "A-\(number)" }
    /// Id of the company whose matter it is.
    public var organization: String
    /// What is to be raised; nil for an action that no simulation tests, such as one from a meeting.
    public var lever: Lever?
    /// Median hours that a hand-off, the chain or containment is to have at most; nil for all other levers.
    public var targetHours: Double?
    /// What is to be done, in one line.
    public var title: String
    /// A team or role, never a named person.
    public var owner: String?
    /// ISO 8601 calendar date.
    public var due: String?
    /// Somebody has said that it is done.
    public var isDone: Bool
    /// Where it comes from: "run 3", "improvement-plan.csv, line 4".
    public var source: String
    /// ISO 8601, as the caller gave it.
    public var created: String
    /// Id of the run that found it closed, the last time that one did; kept when a later run finds it open again.
    public var closedBy: String?
    /// Id of the last run that it was checked against.
    public var checkedBy: String?

    public init(
        number: Int = 0, organization: String, lever: Lever?, targetHours: Double? = nil, title: String,
        owner: String? = nil, due: String? = nil, isDone: Bool = false, source: String, created: String,
        closedBy: String? = nil, checkedBy: String? = nil
    ) {
        self.number = number
        self.organization = organization
        self.lever = lever
        self.targetHours = targetHours
        self.title = title
        self.owner = owner
        self.due = due
        self.isDone = isDone
        self.source = source
        self.created = created
        self.closedBy = closedBy
        self.checkedBy = checkedBy
    }

    /// The number in "A-3", "a-3" or "3"; nil for anything else.
    public static func number(in text: String) -> Int? {
        let digits = text.lowercased().hasPrefix("a-") ? text.dropFirst(2) : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(digits)
    }
}

/// How a lever's target stands in a run's documents.
public struct LeverStanding: Codable, Sendable, Equatable {
    /// Where a lever's target stands, as far as documents tell.
    public enum Level: String, Codable, Sendable, CaseIterable {
        /// At least the target, for all that the scope covers.
        case reached
        case below
        /// The documents say that nobody knows.
        case unknown
        /// The documents have no such control, department, asset or hand-off any more.
        case gone
    }

    /// Against the target.
    public var level: Level
    /// How it stands, in words.
    public var now: String
    /// Some scenario of the run depends on it.
    public var isTested: Bool

    public init(level: Level, now: String, isTested: Bool) {
        self.level = level
        self.now = now
        self.isTested = isTested
    }
}

// MARK: What the register takes

/// What owners and dates must look like.
public enum ActionField {
    /// Why a text cannot be an owner; nil where it can. Owners are teams or roles: who an action belongs to outlives who
    /// works there, and a list of weaknesses with people's addresses is a gift.
    public static func problem(owner: String) -> String? {
        let text = owner.trimmingBlanks
        if text.isEmpty { return "the owner is empty" }
        if text.contains("@") { return "an owner is a team or role, such as \"IT operations\", not an e-mail address" }
        if text.count > 80 { return "an owner has at most 80 characters" }
        return nil
    }

    /// Why a text is no ISO 8601 calendar date; nil where it is one.
    public static func problem(due: String) -> String? {
        let bytes = Array(due.utf8)
        let isShaped =
            bytes.count == 10
            && bytes.enumerated().allSatisfy { place, byte in
                place == 4 || place == 7 ? byte == UInt8(ascii: "-") : (48...57).contains(byte)
            }
        guard isShaped, let year = Int(due.prefix(4)), let month = Int(due.dropFirst(5).prefix(2)),
            let day = Int(due.suffix(2)), (1...12).contains(month), (1...days(in: month, of: year)).contains(day)
        else { return "\"\(due)\" is no date; write it like 2027-01-31" }
        return nil
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let kept = drop(while: \.isWhitespace)
        guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(kept[...last])
    }
}
