internal import DrillResults
internal import Scenarios

/// The human part of the exercise: what was expected, what was done, how it was rated, what was decided.
public struct Evaluation: Codable, Sendable, Equatable {
    /// In the order of the MSEL.
    public var actions: [ActionResult]
    /// In the scenario's order.
    public var criteria: [CriterionResult]
    /// In the order of the MSEL.
    public var decisions: [DecisionResult]
    /// What was noted about an inject as a whole, by inject id.
    public var injectNotes: [String: [Note]]
    /// When each inject was read out, as typed, by inject id.
    public var injectTimes: [String: String]
    public var improvements: [Improvement]

    /// Compares what was expected with the log.
    public init(of session: Session, log: ActionLog) {
        let reader = LogLookup(log: log)
        let events = session.events
        actions = events.flatMap { event in
            event.inject.expect.map { reader.result(of: $0, after: event.inject) }
        }
        decisions = events.flatMap { event in
            event.decisions.map { DecisionResult(of: $0, in: session, taken: reader.option(of: $0)) }
        }
        let results = actions
        criteria = session.scenario.evaluation.map { criterion in
            let own = session.scenario.injects.flatMap(\.expect).filter { $0.objective == criterion.id }.map(\.id)
            return reader.result(of: criterion, actions: results.filter { own.contains($0.action) })
        }
        injectNotes = [:]
        injectTimes = [:]
        for inject in session.scenario.injects {
            let entries = reader.entries(.inject(inject.id))
            let notes = LogLookup.notes(entries)
            if !notes.isEmpty { injectNotes[inject.id] = notes }
            injectTimes[inject.id] = entries.first { !$0.time.isEmpty }?.time
        }
        improvements = []
        improvements = Improvement.seeds(of: self, in: session)
    }

    /// How many expected actions came to each outcome.
    public func count(_ outcome: ActionResult.Outcome) -> Int { actions.count { $0.outcome == outcome } }
}

/// A line of the evaluation guide, filled in.
public struct CriterionResult: Codable, Sendable, Equatable {
    public var criterion: String
    /// By the evaluator; the lowest where several were given. Nil: not evaluated, which is no failure.
    public var rating: Rating?
    /// The lowest rating of its actions, where the evaluator gave none: a proposal of ours, no rating.
    public var proposed: Rating?
    public var teams: [String]
    public var notes: [Note]
    /// Its expected actions by outcome.
    public var outcomes: [String: Int]
}

/// Finds in a log what concerns one thing.
struct LogLookup {
    let log: ActionLog

    func entries(_ subject: ActionLog.Subject) -> [ActionLog.Entry] {
        log.entries.filter { $0.subject == subject && !$0.isEmpty }
    }

    func option(of decision: Decision) -> (id: String, entry: ActionLog.Entry)? {
        for option in decision.options {
            let entries = entries(.option(decision: decision.id, option: option.id))
            if let entry = entries.first(where: { $0.done == true }) { return (option.id, entry) }
        }
        return nil
    }

    /// From rows of its own; without any, from rows that answer for the inject as a whole.
    func result(of action: ExpectedAction, after inject: Inject) -> ActionResult {
        let whole = entries(.inject(inject.id))
        var rows = entries(.action(inject: inject.id, action: action.id))
        let isOwn = !rows.isEmpty
        if !isOwn { rows = whole.filter { $0.done != nil || $0.rating != nil } }
        let within = action.within?.hours(in: .hours)
        var result = ActionResult(
            inject: inject.id, action: action.id, outcome: .notEvaluated, withinHours: within,
            times: rows.map(\.time).filter { !$0.isEmpty }, teams: Self.teams(rows), rating: Self.lowest(rows),
            notes: isOwn ? Self.notes(rows) : [])
        let done = rows.filter { $0.done == true }
        if done.isEmpty {
            if rows.contains(where: { $0.done == false }) { result.outcome = .notDone }
            return result
        }
        result.outcome = .done
        result.elapsedHours = done.compactMap(\.storyHours).min()
        if let within, let elapsed = result.elapsedHours { result.outcome = elapsed <= within ? .inTime : .late }
        return result
    }

    func result(of criterion: EvaluationCriterion, actions: [ActionResult]) -> CriterionResult {
        let rows = entries(.criterion(criterion.id))
        let rating = Self.lowest(rows)
        let outcomes = Dictionary(actions.map { ($0.outcome.rawValue, 1) }, uniquingKeysWith: +)
        return CriterionResult(
            criterion: criterion.id, rating: rating,
            proposed: rating == nil ? actions.compactMap(\.rating).max { $0.rank < $1.rank } : nil,
            teams: Self.teams(rows), notes: Self.notes(rows), outcomes: outcomes)
    }

    private static func lowest(_ rows: [ActionLog.Entry]) -> Rating? {
        rows.compactMap(\.rating).max { $0.rank < $1.rank }
    }

    private static func teams(_ rows: [ActionLog.Entry]) -> [String] {
        var teams: [String] = []
        for team in rows.flatMap(\.teams) where !teams.contains(team) { teams.append(team) }
        return teams
    }

    static func notes(_ rows: [ActionLog.Entry]) -> [Note] {
        rows.filter { !$0.note.isEmpty }.map { Note(teams: $0.teams, text: $0.note, line: $0.line) }
    }
}
