internal import Scenarios

/// What a slot of the worlds holds.
enum SlotName: Hashable, Sendable {
    case never
    case figure(FigureName)
    /// A catalog's chance of noticing times the scenario's share.
    case hazard(FigureName, share: FigureName)
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
