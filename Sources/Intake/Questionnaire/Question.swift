public import Scenarios

/// One question about a company, as a person would ask it.
public struct Question: Sendable, Equatable {
    /// Stable name, in the sheet's first column.
    public var id: String
    /// The heading under which it stands.
    public var section: QuestionSection
    /// The question.
    public var text: String
    /// Why it is asked, in half a sentence, to be read after "Why:".
    public var why: String
    /// What can be answered.
    public var kind: QuestionKind
    /// When the question has a meaning at all; nil: always.
    public var onlyIf: QuestionCondition?

    init(
        _ id: String, in section: QuestionSection, _ text: String, why: String, kind: QuestionKind,
        unless other: String? = nil, is words: [String] = []
    ) {
        self.id = id
        self.section = section
        self.text = text
        self.why = why
        self.kind = kind
        onlyIf = other.map { QuestionCondition(question: $0, isNot: words) }
    }

    /// The choices in order; empty where a number or a text is asked for.
    public var choices: [Choice] { if case .choice(let choices, _) = kind { choices } else { [] } }

    /// Whether an answer can hold for a share only.
    public var mayBePartial: Bool { if case .choice(_, let partial) = kind { partial } else { false } }

    /// Whether "yes" and "no" are among its answers.
    package var isYesNo: Bool { ["yes", "no"].allSatisfy { word in choices.contains { $0.answer == word } } }

    /// Whether its answers can be shown with numbers: not where a number is an answer itself.
    package var isNumbered: Bool { !isYesNo && !choices.contains { $0.count != nil } }

    /// The catalog's controls that the answers set.
    public var controls: Set<String> { Set(choices.flatMap { $0.effects.compactMap(\.control) }) }
}

/// What can be answered to a question; "unknown" can always be.
public enum QuestionKind: Sendable, Equatable {
    /// One of several, from weakest to strongest where there is such an order.
    case choice([Choice], mayBePartial: Bool)
    /// A whole number of something.
    case count(ClosedRange<Int>, of: String)
    /// A name.
    case name
}

/// One possible answer.
public struct Choice: Sendable, Equatable {
    /// What is written as the answer: short, plain, lower case.
    public var answer: String
    /// What it means, where the answer alone does not say it.
    public var meaning: String?
    /// What it does to the document.
    public var effects: [AnswerEffect]

    /// The number that the answer says in a word; nil where it says none.
    var count: Int? { ["none": 0, "one": 1, "two": 2, "three": 3][answer] }

    init(_ answer: String, meaning: String? = nil, _ effects: AnswerEffect...) {
        self.answer = answer
        self.meaning = meaning
        self.effects = effects
    }
}

/// When a question is asked: unless another was answered so.
public struct QuestionCondition: Sendable, Equatable {
    /// Id of the other question.
    public var question: String
    /// The answers that leave this question without meaning.
    public var isNot: [String]
}

/// Headings, in the order of the questionnaire.
public enum QuestionSection: String, Sendable, CaseIterable {
    case company = "Your company"
    case encryption = "Encryption"
    case access = "Signing in and rights"
    case systems = "Systems and network"
    case people = "Mail and people"
    case watching = "Watching and reacting"
    case recovery = "Backup and repair"
    case suppliers = "Suppliers and software"
    /// What is asked with `--all` only, from every field above.
    case detail = "In more detail"
}

/// For which share of the company an answer holds.
public enum AnswerShare: String, Sendable, CaseIterable {
    case everywhere, most, some

    /// The share that stands for the word, 0 to 1: where it misses, the weakest level holds.
    public var coverage: Double {
        switch self {
        case .everywhere: 1
        case .most: 0.8
        case .some: 0.4
        }
    }

    /// "most of it (about 80 %)".
    public var inWords: String {
        switch self {
        case .everywhere: "everywhere"
        case .most: "most of it (about 80 %)"
        case .some: "some of it (about 40 %)"
        }
    }
}

/// What an answer does to the document.
public enum AnswerEffect: Sendable, Equatable {
    /// The line of business: which template is filled in.
    case sector(Sector)
    /// A control's level for the whole organization.
    case level(control: String, String)
    /// A control's level on every asset of one kind, ahead of what holds elsewhere.
    case levelOn(AssetKind, control: String, String)
    /// Who runs every asset of these kinds.
    case hosted([AssetKind], Hosting)
    /// Whether copies of data leave the house on tapes or disks.
    case copiesTravel(Bool)
    /// Working hours of the people behind a control.
    case hours(control: String, Hours)
    /// Who keeps the keys of encrypted data.
    case keys(KeyCustody)
    /// Hours since a restore was last tested.
    case restoreTested(hours: Double)
    /// When the people of the response chain can be reached.
    case reachable(Hours)
    /// How long a part of the response takes: median and 90th percentile, in hours.
    case time(ResponsePart, median: Double, p90: Double)
    /// Whether the company has something.
    case has(CompanyPart, Bool)
    /// Who watches: a department of its own, or whoever runs the systems.
    case ownSecurityTeam(Bool)
    /// How many of the firms with access the template names stay; nil: all.
    case vendors(Int?)

    /// The control that it sets, if it sets one.
    public var control: String? {
        switch self {
        case .level(let control, _), .levelOn(_, let control, _), .hours(let control, _): control
        case .keys: "encryption-at-rest"
        case .restoreTested: "backup"
        default: nil
        }
    }
}

/// A part of the response whose time is asked for.
public enum ResponsePart: String, Sendable, CaseIterable { case notice, decide, contain, repair }

/// Something that a company has or has not.
public enum CompanyPart: String, Sendable, CaseIterable { case portal, build, machines, tills, gateway, hypervisors }
