internal import Scenarios

/// A line of the improvement plan, as a proposal; people fill in what they will do and by when.
public struct Improvement: Codable, Sendable, Equatable {
    /// Why the line is there.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        case unable
        case majorChallenges = "major-challenges"
        case notDone = "not-done"
        case postponed
        case partly = "partly-done"
        case late
    }

    /// What fell short: a rating, or an action.
    public var reason: Reason
    /// The capability it belongs to; empty where the action names none.
    public var capability: String
    /// What fell short, in the evaluators' words; empty where nobody noted it.
    public var findings: [Note]
    /// What was expected: the action or criterion.
    public var expected: String
    /// Departments that the inject went to or that were rated: owners to be confirmed.
    public var owners: [String]

    /// Criteria rated U or M, expected actions not done, put off, done in part or late; what was not evaluated gives none.
    static func seeds(of evaluation: Evaluation, in session: Session) -> [Improvement] {
        var seeds: [Improvement] = []
        for result in evaluation.criteria {
            guard let criterion = session.scenario.evaluation.first(where: { $0.id == result.criterion }),
                let rating = result.rating, rating == .unable || rating == .majorChallenges
            else { continue }
            let roles = session.scenario.injects.filter { $0.expect.contains { $0.objective == criterion.id } }.flatMap(
                \.to)
            seeds.append(
                Improvement(
                    reason: rating == .unable ? .unable : .majorChallenges, capability: criterion.capability,
                    findings: result.notes, expected: criterion.text,
                    owners: owners(result.teams, or: roles, in: session)))
        }
        for result in evaluation.actions {
            guard let reason = Reason(result.outcome),
                let inject = session.scenario.injects.first(where: { $0.id == result.inject }),
                let action = inject.expect.first(where: { $0.id == result.action })
            else { continue }
            seeds.append(
                Improvement(
                    reason: reason,
                    capability: session.criterion(of: action)?.capability ?? "", findings: result.notes,
                    expected: action.text,
                    owners: owners(result.teams, or: inject.to, in: session)))
        }
        let order = Reason.allCases
        return seeds.enumerated().sorted {
            (order.firstIndex(of: $0.element.reason) ?? 0, $0.offset)
                < (order.firstIndex(of: $1.element.reason) ?? 0, $1.offset)
        }.map(\.element)
    }

    private static func owners(_ teams: [String], or roles: [Role], in session: Session) -> [String] {
        teams.isEmpty ? session.departments(roles) : teams
    }
}

extension Improvement.Reason {
    /// Nil for an outcome that is none.
    fileprivate init?(_ outcome: ActionResult.Outcome) {
        switch outcome {
        case .notDone: self = .notDone
        case .postponed: self = .postponed
        case .partly: self = .partly
        case .late: self = .late
        case .inTime, .done, .notAgreed, .skipped, .notEvaluated: return nil
        }
    }
}
