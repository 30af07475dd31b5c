public import DrillResults
internal import Scenarios

/// A decision as it was taken, beside what simulation says about its options.
public struct DecisionResult: Codable, Sendable, Equatable {
    /// The decision's id.
    public var decision: String
    /// An option's id, ``other`` or ``postponed``. Nil: the log does not say, or evaluators disagree; never taken for
    /// the default.
    public var taken: String?
    /// The option without people in the room.
    public var usual: String
    /// As typed.
    public var time: String?
    /// Who decided, as typed; empty where none was typed.
    public var teams: [String]
    /// Of all rows about the decision.
    public var notes: [Note]
    /// What each evaluator said, where they disagree; empty otherwise.
    public var accounts: [Account]

    /// Taken is what no option of the scenario says; the note tells what.
    public static let other = "other"
    /// The group put the decision off.
    public static let postponed = "postponed"

    /// What the option taken changes against the default, with the decisions before it as they were taken; nil for the
    /// default itself, or if none is known.
    public var effect: StoryComparison?
    /// The objective by which options are compared: the story's goal.
    public var objective: String?
    /// The option with the lowest probability of that objective, the default among them; the first among equals.
    public var best: String?
    /// Probability of that objective with each option that was simulated, by option id; decisions before this one as
    /// they were taken, those after it as usual.
    public var probabilities: [String: Double]
    /// How much less often the objective had been reached with the best option than with the one taken: decision
    /// regret, by simulation. Nil where no option is known to have been taken.
    public var regret: Double?

    init(of decision: Decision, in session: Session, found: LogLookup.Decided) {
        let taken = found.taken
        self.decision = decision.id
        self.taken = taken?.id
        usual = decision.default
        time = taken.flatMap { $0.entry.time.isEmpty ? nil : $0.entry.time }
        teams = taken?.entry.teams ?? []
        notes = found.notes
        accounts = found.accounts
        effect = taken.flatMap { session.comparison(decision: decision.id, option: $0.id) }
        probabilities = [:]
        guard let goal = session.goal else { return }
        objective = goal.id
        // On the path that was played the usual option is not what it is without people.
        var usually = session.path == nil ? goal.reached.value : nil
        for option in decision.options {
            let compared = session.comparison(decision: decision.id, option: option.id)?
                .objectives.first { $0.id == goal.id }
            usually = usually ?? compared?.before.value
            if option.id != decision.default { probabilities[option.id] = compared?.after.value }
        }
        probabilities[decision.default] = usually
        let known = decision.options.compactMap { option in probabilities[option.id].map { (option.id, $0) } }
        guard let lowest = known.map(\.1).min() else { return }
        // The default, where it does as well as any.
        best = probabilities[decision.default] == lowest ? decision.default : known.first { $0.1 == lowest }?.0
        if let taken, let value = probabilities[taken.id] { regret = value - lowest }
    }
}

extension Session {
    /// What the attack is after: the most severe objective, of equals the one that is reached most often.
    public var goal: ObjectiveResult? {
        Goal.among(
            forecast.story.objectives,
            severity: { result in
                let objective = scenario.objectives.first { $0.id == result.id }
                return objective.flatMap { ObjectiveInfo.Severity(rawValue: $0.severity.rawValue) }
            }, reached: \.reached.value)
    }
}
