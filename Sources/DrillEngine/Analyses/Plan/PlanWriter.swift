internal import DrillResults

/// The chosen set as a result: steps in order, figures on all trials, remarks.
struct PlanWriter {
    var choice: PlanChoice
    let goals: [PlanGoal]
    /// All of the company's levers.
    let changes: [CompanyLever]
    /// Plan levers that keep within the limit alone.
    let affordable: [Int]

    private var levers: [PlanLever] { choice.aim.levers }

    func plan() async throws -> ImprovementPlan {
        var writer = self
        let order = writer.choice.order()
        try await writer.choice.follow(order)
        return writer.plan(order)
    }

    private func plan(_ order: [Int]) -> ImprovementPlan {
        let steps = order.indices.map { place in
            let lever = levers[order[place]]
            return PlanStep(
                lever: lever.lever, effort: lever.effort, cost: lever.cost,
                after: choice.full[LeverSet(order.prefix(place + 1))].goals.map(\.after.probability.value))
        }
        let final = choice.full[LeverSet(order)]
        return ImprovementPlan(
            limit: choice.aim.limit, goals: goals.map(\.reference), steps: steps, effort: total(steps.map(\.effort)),
            cost: steps.contains { $0.cost != nil } ? steps.reduce(0) { $0 + ($1.cost ?? 0) } : nil,
            currency: currency,
            outcomes: zip(goals, final.goals).map { goal, found in
                PlanOutcome(
                    goal: goal.reference, before: found.before.probability, after: found.after.probability,
                    difference: Uncertainty.difference(found.after.moments(beside: found.before)))
            },
            isExact: choice.isExact, levers: levers.count,
            evaluated: choice.search.evaluated + choice.full.evaluated, remarks: remarks(final))
    }

    private var currency: String? {
        if case .cost(_, let currency) = choice.aim.limit { currency } else { nil }
    }

    private func total(_ efforts: [Effort?]) -> Effort {
        let known = efforts.compactMap(\.self)
        return Effort(
            low: known.reduce(0) { $0 + $1.low }, likely: known.reduce(0) { $0 + $1.likely },
            high: known.reduce(0) { $0 + $1.high })
    }

    // MARK: Remarks

    private func remarks(_ final: SetOutcome) -> [String] {
        [verdict(final), search, tripwires(final), unpriced, judgement].compactMap(\.self)
    }

    /// A target that is missed, or a plan that is empty.
    private func verdict(_ final: SetOutcome) -> String? {
        if case .target(let share) = choice.aim.limit, choice.aim.distance(final.counts, trials: choice.full.trials) > 0
        {
            let worst = final.goals.map(\.after.probability).max { $0.value < $1.value }
            let found = worst.map { Wording.probability($0) } ?? "unknown"
            return choice.isExact
                ? "No set of these levers brings every goal to \(Wording.share(share)); the nearest leaves \(found)."
                : "No set was found that brings every goal to \(Wording.share(share)); the nearest leaves \(found)."
        }
        guard choice.chosen.isEmpty else { return nil }
        if final.goals.allSatisfy({ $0.before.count == 0 }) { return "No trial of today's state reaches a goal." }
        if case .target = choice.aim.limit { return "Every goal is at the target today." }
        if affordable.isEmpty { return "No lever takes so little." }
        return "No lever within the limit makes a goal less likely."
    }

    /// Where the search looked at fewer trials than the run has.
    private var search: String? {
        let (few, all) = (choice.search.trials, choice.full.trials)
        guard few < all else { return nil }
        return
            "Searched on \(Wording.count(few)) trials; the best sets were compared on all \(Wording.count(all)), from "
            + "which all figures are."
    }

    private func tripwires(_ final: SetOutcome) -> String? {
        let caused = final.goals.map { $0.after.less($0.before) }.max() ?? 0
        guard caused > 0 else { return nil }
        return "In \(Wording.count(caused)) of \(Wording.count(choice.full.trials)) trials a goal is reached only with "
            + "the plan: it silences an alarm that would have saved the rest, or a control acts both ways."
    }

    /// Levers left out because nobody has said what they take, by name.
    private var unpriced: String? {
        let priced = Set(levers.map(\.lever.id))
        var names: [String] = []
        let missing = changes.map(\.lever).filter { !priced.contains($0.id) }
        for lever in missing where !names.contains(lever.title) { names.append(lever.title) }
        guard !names.isEmpty else { return nil }
        let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
        let what = currency.map { "cost in \($0)" } ?? "effort"
        let number = missing.count == 1 ? "1 lever is" : "\(missing.count) levers are"
        return "\(number) left out because nobody has said what \(what) they take, or how things stand today: \(shown)."
    }

    private var judgement: String? {
        choice.chosen.members.contains { levers[$0].lever.kind != .control }
            ? "Efforts of hand-offs and containment are judgement, whatever the company; put your own in their place."
            : nil
    }
}
