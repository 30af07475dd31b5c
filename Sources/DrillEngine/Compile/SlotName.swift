internal import Scenarios

/// What a slot of the worlds holds.
enum SlotName: Hashable, Sendable {
    case never
    case figure(FigureName)
    /// What a level notices of a try where it sees the technique: its effects' chances, the scenario's share, and which
    /// part of it all is sight.
    case hazard([FigureName], share: FigureName, sight: FigureName?)
    /// The end of the interval of words with which a level sees a technique.
    case sight([FigureName], FigureName)
    /// A bound of the interval of presence words with which a level is there, by what scopes answer.
    case bound([ScopeAnswer], slice: Int, level: Int, isUpper: Bool)

    /// Whether an organization's answers are part of it.
    var isOfAnswers: Bool {
        if case .bound = self { true } else { false }
    }
}

/// All that one scope's answer about a control says about where which level is.
struct ScopeAnswer: Hashable, Sendable {
    var key: AnswerKey
    /// nil: unknown.
    var level: Int?
    var coverage: Double?
}

/// A scenario's figure, as far as it is drawn.
struct FigureRange: Hashable, Sendable {
    var low: Double
    var likely: Double
    var high: Double

    init(_ estimate: Estimate) {
        low = estimate.low
        likely = estimate.likely
        high = estimate.high
    }
}
