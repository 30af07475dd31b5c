import DrillEngine
import DrillResults
import Intake

/// Which question of the questionnaire settles something that nobody knows.
struct DriverQuestions {
    /// Id of the company that is asked.
    let organization: String

    /// An answer that is open, and how far the worst outcome moves with it.
    struct Open: Sendable, Equatable {
        var question: Question
        var driver: Driver
    }

    /// The open answers among the drivers, widest first as they are; each question once.
    ///
    /// - Parameter asked: ids of questions that have had their turn.
    func open(_ drivers: [Driver], besides asked: Set<String>) -> [Open] {
        var seen = asked
        return drivers.compactMap { driver in
            guard driver.kind == .unknownAnswer, let question = question(settling: driver.id),
                seen.insert(question.id).inserted
            else { return nil }
            return Open(question: question, driver: driver)
        }
    }

    private func question(settling driver: String) -> Question? {
        Questionnaire.questions.first { question in
            question.choices.flatMap(\.effects).contains { unknowns($0).contains(driver) }
        }
    }

    private func unknowns(_ effect: AnswerEffect) -> [String] {
        switch effect {
        case .level(let control, _):
            [
                UnknownAnswerID.level(of: control, in: organization),
                UnknownAnswerID.coverage(of: control, in: organization),
            ]
        case .time(.notice, _, _), .time(.decide, _, _): effect.stage.map { [UnknownAnswerID.handOff($0)] } ?? []
        case .time(.contain, _, _): [UnknownAnswerID.containment]
        case .time(.repair, _, _): [UnknownAnswerID.repair]
        default: []
        }
    }
}

extension AnswerEffect {
    /// The stage of the template's response chain whose time it says.
    fileprivate var stage: String? { if case .time(let part, _, _) = self { part.rawValue } else { nil } }
}
