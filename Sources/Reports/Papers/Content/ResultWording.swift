internal import DrillResults
internal import Tabletop

/// Outcomes of expected actions in words.
enum ResultWording {
    /// When, by which clock, how rated, what was noted.
    ///
    /// - Parameter notes: those that are to stand here.
    static func details(_ result: ActionResult, notes: [Note]) -> [Words] {
        var lines: [Words] = []
        let who = result.teams.joined(separator: ", ")
        if let rating = result.rating {
            lines.append("\(who)\(who.isEmpty ? "" : ", ")rated \(strong: rating.rawValue)")
        } else if !who.isEmpty {
            lines.append(Words(who))
        }
        if let elapsed = result.elapsedHours {
            lines.append("\(Session.span(elapsed)) after the inject, in the story")
        }
        if !result.times.isEmpty {
            lines.append("noted at \(result.times.joined(separator: ", ")) in the meeting")
        }
        if !result.accounts.isEmpty { lines.append(Words(EvaluationGuide.accounts(result.accounts))) }
        // Whose note it is stands above already, where one team did it all.
        lines += notes.map { note in
            var said = note
            if said.teams == result.teams { said.teams = [] }
            return .quiet(EvaluationGuide.note(said))
        }
        return lines
    }
}

extension ActionResult.Outcome {
    var words: String {
        switch self {
        case .inTime: "done in time"
        case .late: "done, late"
        case .done: "done"
        case .partly: "partly done"
        case .postponed: "put off"
        case .notDone: "not done"
        case .notAgreed: "not agreed"
        case .skipped: "skipped, not evaluated"
        case .notEvaluated: Rating.notEvaluated
        }
    }

    var explained: String {
        switch self {
        case .inTime: "Done within the time that the story gives"
        case .late: "Done, but later than that"
        case .done: "Done; no deadline, or nobody said when in the story"
        case .partly: "Partly done, which does not count as done"
        case .postponed: "Put off until after the meeting"
        case .notDone: "Not done"
        case .notAgreed: "Not agreed: evaluators disagree, and no lead has decided"
        case .skipped: "Skipped, so not evaluated (no failure)"
        case .notEvaluated: "Not evaluated: nobody noted anything (no failure)"
        }
    }
}

extension ActionResult {
    /// The outcome; where a deadline could not be judged, why.
    var words: String {
        outcome == .done && withinHours != nil && elapsedHours == nil ? "done, nobody said when" : outcome.words
    }
}

extension Evaluation {
    /// Outcomes with how many expected actions came to each; rare ones only where there are some.
    var counts: [(outcome: ActionResult.Outcome, count: Int)] {
        let usual: Set<ActionResult.Outcome> = [.inTime, .late, .done, .notDone, .notEvaluated]
        return ActionResult.Outcome.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 || usual.contains($0.0) }
    }

    func result(_ inject: String, _ action: String) -> ActionResult? {
        actions.first { $0.inject == inject && $0.action == action }
    }
}
