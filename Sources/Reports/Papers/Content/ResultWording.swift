internal import DrillResults
internal import Tabletop

/// Outcomes of expected actions in words.
enum ResultWording {
    /// When, by which clock, how rated, what was noted.
    static func details(_ result: ActionResult) -> [Words] {
        var lines: [Words] = []
        if let elapsed = result.elapsedHours, let clock = result.clock {
            lines.append(
                "\(Session.span(elapsed)) after the inject\(clock == .meeting ? ", by the clock of the meeting" : ", in the story")"
            )
        } else if !result.times.isEmpty {
            lines.append("at \(result.times.joined(separator: ", "))")
        }
        if !result.teams.isEmpty { lines.append(Words(result.teams.joined(separator: ", "))) }
        if let rating = result.rating { lines.append("rated \(strong: rating.rawValue)") }
        lines += result.notes.map { .quiet(EvaluationGuide.note($0)) }
        return lines
    }
}

extension ActionResult.Outcome {
    var words: String {
        switch self {
        case .inTime: "done in time"
        case .late: "done, late"
        case .done: "done"
        case .notDone: "not done"
        case .notEvaluated: Rating.notEvaluated
        }
    }

    var explained: String {
        switch self {
        case .inTime: "Done within the time that the story gives"
        case .late: "Done, but later than that"
        case .done: "Done; no deadline, or nothing says when"
        case .notDone: "Not done"
        case .notEvaluated: "Not evaluated: nobody noted anything (no failure)"
        }
    }
}

extension Evaluation {
    func result(_ inject: String, _ action: String) -> ActionResult? {
        actions.first { $0.inject == inject && $0.action == action }
    }
}
