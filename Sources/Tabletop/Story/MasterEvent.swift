public import DrillResults
public import Scenarios

/// One line of the master scenario events list.
public struct MasterEvent: Sendable {
    /// The kinds of inject that HSEEP knows.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// At a stated time.
        case timed
        /// When the story has come so far.
        case contextual
        /// When the players have decided so.
        case contingency
    }

    /// From 1, in the order of play.
    public var number: Int
    /// What is read out, and what is expected then.
    public var inject: Inject
    /// What it waits for.
    public var kind: Kind
    /// When it comes, in words: "3 d 2 h after zero hour", "1 d after the first alert". Facilitators only: it names steps.
    public var condition: String
    /// Hours after zero hour: as stated, or the simulated median among the trials in which it comes. Nil: never seen,
    /// or it hangs on a decision.
    public var typicalHours: Double?
    /// By simulation; nil for stated times and for what hangs on a decision.
    public var simulated: MomentTime?
    /// Decisions that the inject asks for.
    public var decisions: [Decision]

    /// By time: a contextual inject at its simulated median, one that hangs on a decision after the inject that asks for
    /// it, one that no trial has shown at the end.
    static func list(of session: Session) -> [MasterEvent] {
        var known: [String: Double] = [:]
        var events = session.scenario.injects.map { inject in
            let (condition, kind) = session.condition(of: inject)
            let simulated = session.forecast.injects[inject.id]
            var hours = simulated?.p50
            if case .at(let time) = inject.trigger {
                hours = session.hours(time).map { $0 + (session.hours(inject.delay) ?? 0) }
            }
            known[inject.id] = hours
            return MasterEvent(
                number: 0, inject: inject, kind: kind, condition: condition, typicalHours: hours,
                simulated: kind == .contextual ? simulated : nil,
                decisions: session.scenario.decisions.filter { $0.inject == inject.id })
        }
        func place(_ inject: Inject, depth: Int) -> Double {
            if case .decided(let id, _) = inject.trigger, depth < 20,
                let asked = session.scenario.decisions.first(where: { $0.id == id })?.inject,
                let before = session.scenario.injects.first(where: { $0.id == asked })
            {
                return place(before, depth: depth + 1).nextUp + (session.hours(inject.delay) ?? 0)
            }
            return known[inject.id] ?? .infinity
        }
        let order = events.enumerated().map { (place($1.inject, depth: 0), $0) }.sorted { $0 < $1 }
        events = order.map { events[$0.1] }
        for index in events.indices { events[index].number = index + 1 }
        return events
    }
}

extension Session {
    func condition(of inject: Inject) -> (String, MasterEvent.Kind) {
        let delay = hours(inject.delay) ?? 0
        let later = delay > 0 ? "\(Self.span(delay)) after" : "At"
        switch inject.trigger {
        case .at(let time):
            guard let start = hours(time) else { return ("At a time that the exercise sets", .timed) }
            return (start + delay > 0 ? "\(Self.span(start + delay)) after zero hour" : "At zero hour", .timed)
        case .noticed:
            return ("\(later) the first alert", .contextual)
        case .reached(let step):
            let title = scenario.steps.first { $0.id == step }?.title ?? step
            return ("\(delay > 0 ? later : "As soon as this step is done:") “\(title)”", .contextual)
        case .decided(let id, let option):
            let decision = scenario.decisions.first { $0.id == id }
            let chosen = decision?.options.first { $0.id == option }?.text
            let question = decision?.question ?? id
            let words = chosen.map { "the decision “\($0)”" } ?? "the decision on “\(question)”"
            return ("\(delay > 0 ? later : "After") \(words)", .contingency)
        }
    }

    /// "3 d 2 h": a stated length of time in full.
    public static func span(_ hours: Double) -> String {
        let minutes = Int((hours * 60).rounded())
        let parts = [(minutes / 1440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? "0 h" : words.joined(separator: " ")
    }
}
