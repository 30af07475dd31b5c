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
    /// Proposed lines of the improvement plan, the gravest reason first.
    public var improvements: [Improvement]
    /// What went well, verbatim, in the order of the log.
    public var strengths: [Note]
    /// What the facilitator made up in the room, in the order of the log.
    public var improvised: [ImprovisedInject]

    /// Compares what was expected with the log.
    public init(of session: Session, log: ActionLog) {
        let reader = LogLookup(log: log)
        let events = session.events
        actions = events.flatMap { event in
            event.inject.expect.map { reader.result(of: $0, after: event.inject) }
        }
        decisions = events.flatMap { event in
            event.decisions.map { DecisionResult(of: $0, in: session, found: reader.option(of: $0)) }
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
        strengths = log.entries.filter { !$0.strength.isEmpty }.map {
            Note(teams: $0.teams, text: $0.strength, line: $0.line, evaluator: $0.evaluator)
        }
        improvised = log.entries.compactMap { entry in
            guard case .improvised(let title) = entry.subject else { return nil }
            return ImprovisedInject(
                title: title, time: entry.time, teams: entry.teams, done: entry.done.flatMap(Self.isDone),
                rating: entry.rating,
                notes: LogLookup.notes([entry]))
        }
        improvements = []
        improvements = Improvement.seeds(of: self, in: session)
    }

    /// Nil for what was skipped: not evaluated.
    private static func isDone(_ done: ActionLog.Completion) -> Bool? { done == .skipped ? nil : done == .done }

    /// How many expected actions came to each outcome.
    public func count(_ outcome: ActionResult.Outcome) -> Int { actions.count { $0.outcome == outcome } }
}

/// An inject that stands in no list; it is told, and counts for nothing.
public struct ImprovisedInject: Codable, Sendable, Equatable {
    /// As typed.
    public var title: String
    /// As typed; empty where nothing was.
    public var time: String
    /// Whom it went to, as typed; empty where none was typed.
    public var teams: [String]
    /// Whether something was done about it; nil: not evaluated.
    public var done: Bool?
    /// Nil: not evaluated.
    public var rating: Rating?
    /// Of its row.
    public var notes: [Note]
}

/// A line of the evaluation guide, filled in.
public struct CriterionResult: Codable, Sendable, Equatable {
    /// The criterion's id.
    public var criterion: String
    /// By the evaluator; the lowest where several were given. Nil: not evaluated, which is no failure.
    public var rating: Rating?
    /// The lowest rating of its actions, where the evaluator gave none: a proposal of ours, no rating. Nil too where an
    /// action fell short without a rating of its own.
    public var proposed: Rating?
    /// Teams that were rated; empty where none was named.
    public var teams: [String]
    /// Of all rows about the criterion, in the order of the log.
    public var notes: [Note]
    /// Its expected actions by outcome.
    public var outcomes: [String: Int]
    /// What each evaluator said, where they disagree; empty otherwise.
    public var accounts: [Account]
}

/// Finds in a log what concerns one thing.
struct LogLookup {
    let log: ActionLog

    func entries(_ subject: ActionLog.Subject) -> [ActionLog.Entry] {
        log.entries.filter { $0.subject == subject && !$0.isEmpty }
    }

    /// What is known of a decision.
    struct Decided {
        var taken: (id: String, entry: ActionLog.Entry)?
        var notes: [Note]
        var accounts: [Account]
    }

    func option(of decision: Decision) -> Decided {
        var rows: [(id: String, entry: ActionLog.Entry)] = []
        for id in decision.options.map(\.id) + [DecisionResult.other, DecisionResult.postponed] {
            rows += entries(.option(decision: decision.id, option: id)).map { (id, $0) }
        }
        let notes = Self.notes(rows.map(\.entry).sorted { $0.line < $1.line })
        var taken = rows.filter { $0.entry.done == .done }
        // Half of an option is what no option says; where every option was put off, so was the decision.
        for (done, id) in [(ActionLog.Completion.partly, DecisionResult.other), (.postponed, DecisionResult.postponed)]
        where taken.isEmpty {
            taken = rows.filter { $0.entry.done == done }.map { (id, $0.entry) }
        }
        let agree = Set(taken.map(\.id)).count < 2
        let accounts = taken.map { Account(evaluator: $0.entry.evaluator, option: $0.id) }
        return Decided(
            taken: agree ? taken.first : taken.first { $0.entry.isLead }, notes: notes, accounts: agree ? [] : accounts)
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
            notes: isOwn ? Self.notes(rows) : [], accounts: [])
        let told = Self.byEvaluator(rows)
        result.elapsedHours = rows.filter { $0.done == .done }.compactMap(\.storyHours).min()
        result.accounts = told.map { evaluator, rows in
            Account(evaluator: evaluator, outcome: Self.outcome(rows, within: within), rating: Self.lowest(rows))
        }.filter { $0.outcome != .notEvaluated || $0.rating != nil }
        var outcomes = Set(result.accounts.compactMap(\.outcome)).subtracting([.notEvaluated])
        // Who evaluated nothing disagrees with nobody.
        if outcomes.count > 1 { outcomes.remove(.skipped) }
        // One who noted no story time does not disagree with one who did.
        if !outcomes.isDisjoint(with: [.inTime, .late]) { outcomes.remove(.done) }
        result.outcome = outcomes.count < 2 ? outcomes.first ?? .notEvaluated : .notAgreed
        let ratings = Set(result.accounts.compactMap(\.rating))
        if ratings.count > 1, told.count > 1 { result.rating = nil }
        if let lead = result.accounts.first(where: { $0.evaluator == ActionLog.Entry.lead }) {
            if let outcome = lead.outcome, outcome != .notEvaluated { result.outcome = outcome }
            result.rating = lead.outcome == .skipped ? nil : lead.rating ?? result.rating
        }
        if outcomes.count < 2, ratings.count < 2 { result.accounts = [] }
        return result
    }

    /// The rows of each evaluator, in the order in which they first come up.
    private static func byEvaluator(_ rows: [ActionLog.Entry]) -> [(String, [ActionLog.Entry])] {
        var names: [String] = []
        for row in rows where !names.contains(row.evaluator) { names.append(row.evaluator) }
        return names.map { name in (name, rows.filter { $0.evaluator == name }) }
    }

    /// What one evaluator's rows say; late only by story time.
    private static func outcome(_ rows: [ActionLog.Entry], within: Double?) -> ActionResult.Outcome {
        let done = rows.filter { $0.done == .done }
        guard !done.isEmpty else {
            let furthest: [(ActionLog.Completion, ActionResult.Outcome)] = [
                (.partly, .partly), (.postponed, .postponed), (.notDone, .notDone), (.skipped, .skipped),
            ]
            return furthest.first { completion, _ in rows.contains { $0.done == completion } }?.1 ?? .notEvaluated
        }
        guard let within, let elapsed = done.compactMap(\.storyHours).min() else { return .done }
        return elapsed <= within ? .inTime : .late
    }

    func result(of criterion: EvaluationCriterion, actions: [ActionResult]) -> CriterionResult {
        let rows = entries(.criterion(criterion.id))
        let told = Self.byEvaluator(rows).map { Account(evaluator: $0.0, rating: Self.lowest($0.1)) }
            .filter { $0.rating != nil }
        let agree = Set(told.map(\.rating)).count < 2
        let lead = told.first { $0.evaluator == ActionLog.Entry.lead }?.rating
        let rating = lead ?? (agree ? Self.lowest(rows) : nil)
        let outcomes = Dictionary(actions.map { ($0.outcome.rawValue, 1) }, uniquingKeysWith: +)
        return CriterionResult(
            criterion: criterion.id, rating: rating,
            proposed: rating == nil && agree ? Self.proposal(actions) : nil,
            teams: Self.teams(rows), notes: Self.notes(rows), outcomes: outcomes,
            accounts: agree ? [] : told)
    }

    /// The lowest rating; nil where an action fell short and nobody rated it, which the others must not hide.
    private static func proposal(_ actions: [ActionResult]) -> Rating? {
        let shortfalls: Set<ActionResult.Outcome> = [.partly, .postponed, .notDone, .notAgreed]
        guard !actions.contains(where: { $0.rating == nil && shortfalls.contains($0.outcome) }) else { return nil }
        return actions.compactMap(\.rating).max { $0.rank < $1.rank }
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
        rows.filter { !$0.note.isEmpty }.map {
            Note(teams: $0.teams, text: $0.note, line: $0.line, evaluator: $0.evaluator)
        }
    }
}
