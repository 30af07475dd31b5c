/// All questions, in the order in which they are asked.
public enum Questionnaire {
    /// The questions that change results most, or that every company can answer: section by section.
    public static let core: [Question] =
        company + encryption + access + systems + people + watching + recovery + suppliers

    /// All questions: the core, then those that go into detail.
    public static let questions: [Question] = core + detail

    /// The question of an id; nil where there is none.
    public static func question(_ id: String) -> Question? { byID[id] }

    private static let byID = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0) })

    /// Controls of the catalog that no question asks for, and why; they stay `"unknown"` and can be written by hand.
    public static let notAsked: [String: String] = [
        "hardening": "hardly anybody can answer it for a whole company; set it by hand where a baseline is enforced"
    ]
}

/// How much of the questionnaire is asked. What is not asked is unknown, unless answers say otherwise.
public enum QuestionnaireExtent: Sendable, CaseIterable {
    /// About thirty questions.
    case core
    /// Those and the questions that go into detail.
    case all

    /// What is asked: a question outside the extent is among them once somebody answered it or wrote a note on it, so
    /// that no answer gets lost.
    public func questions(beside answers: Answers = Answers()) -> [Question] {
        switch self {
        case .all: Questionnaire.questions
        case .core:
            Questionnaire.core
                + Questionnaire.detail.filter { answers.values[$0.id] != nil || answers.notes[$0.id] != nil }
        }
    }

    /// How many questions that have a meaning beside the answers are left for ``all``.
    public func left(beside answers: Answers = Answers()) -> Int {
        let asked = Set(questions(beside: answers).map(\.id))
        return Questionnaire.questions.count { !asked.contains($0.id) && answers.concerns($0) }
    }
}
