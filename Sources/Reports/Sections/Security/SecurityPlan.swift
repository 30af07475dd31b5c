internal import DrillResults

/// The best set of fixes found under a limit, in the order to do them in.
struct SecurityPlan {
    let company: CompanyReport

    var section: PageSection? {
        guard let plan = company.analysis?.plan else { return nil }
        return PageSection("plan", title: "Improvement plan", content: content(plan))
    }

    private func content(_ plan: ImprovementPlan) -> Markup {
        """
        <p class="lead">\(lead(plan))</p>
        \(plan.outcomes.isEmpty ? .empty : outcomes(plan))\(plan.steps.isEmpty ? .empty : steps(plan))\
        \(plan.remarks.isEmpty ? .empty : "<ul>\(plan.remarks.map { "<li>\($0)</li>\n" })</ul>\n")\
        <p class="note">\(Wording.count(plan.levers)) levers considered, \(Wording.count(plan.evaluated)) sets simulated. \
        \(plan.isExact
            ? "Every set was tried: there is no better one among these levers."
            : "Found step by step, over single fixes and pairs with swaps; there may be a better set.") Owners and dates come \
        from the action register: <code>drillctl actions add</code>.</p>

        """
    }

    private func lead(_ plan: ImprovementPlan) -> Markup {
        let cost = plan.cost.flatMap { cost in plan.currency.map { ", " + Wording.money(cost, currency: $0) } } ?? ""
        let limit: String =
            switch plan.limit {
            case .effort(let days): "at most \(Wording.count(days)) person-days"
            case .cost(let cost, let currency): "at most \(Wording.money(cost, currency: currency))"
            case .target(let share): "the cheapest set that brings the goal to \(Wording.share(share)) or below"
            }
        guard !plan.steps.isEmpty else { return "No set of fixes was found under the limit (\(limit))." }
        return """
            \(plan.steps.count) \(plan.steps.count == 1 ? "fix" : "fixes"), \(Wording.effort(plan.effort))\(cost); limit: \
            \(limit).
            """
    }

    private func outcomes(_ plan: ImprovementPlan) -> Markup {
        Table(
            caption: "What the whole plan changes", style: "changes",
            columns: [
                .init("Attack and its goal", .name), .init("Reached, today to planned", .chart, axis: RangeBar.axis),
                .init("Today → planned", .number), .init("Change", .number),
            ],
            rows: plan.outcomes.map { outcome in
                [
                    """
                    \(.name(company.frame.scenarioTitle(outcome.goal.scenario))) \
                    <small>\(company.frame.objectiveTitle(outcome.goal.objective, of: outcome.goal.scenario))</small>
                    """,
                    ChangeBar(before: outcome.before, after: outcome.after).markup,
                    "<strong>\(Wording.probability(outcome.before)) → \(Wording.probability(outcome.after))</strong>",
                    .change(outcome.difference),
                ]
            }
        ).markup
    }

    /// Who has taken it on, by the action register.
    private func owner(of lever: Lever) -> String {
        guard let action = company.analysis?.actions?.actions.first(where: { $0.leverID == lever.id }) else {
            return "no owner yet"
        }
        return (action.owner ?? "no owner named") + (action.due.map { ", due \($0)" } ?? "")
    }

    private func steps(_ plan: ImprovementPlan) -> Markup {
        Table(
            caption: "Steps, in this order; shares are with the step and all before it", style: "plan",
            columns: [.init("Step", .name), .init("Whose", .text), .init("Effort", .text)]
                + plan.goals.map { Table.Column(company.frame.scenarioTitle($0.scenario), .number) },
            rows: plan.steps.enumerated().map { number, step in
                let lever = step.lever
                let goals = plan.goals.indices.map { index -> Markup in
                    let share = step.after.indices.contains(index) ? step.after[index] : .nan
                    return "\(Wording.probability(share, trials: company.frame.analysis?.trials ?? 0))"
                }
                let cost = step.cost.flatMap { cost in plan.currency.map { Wording.money(cost, currency: $0) } }
                return [
                    "\(number + 1). \(lever.titleAndScope) <small>\(lever.now) → \(lever.target)</small>",
                    "\(company.department(lever.department)) <small>\(owner(of: lever))</small>",
                    "\(step.effort.map { Wording.effort($0) } ?? "not said")\(cost.map { " <small>\($0)</small>" } ?? .empty)",
                ] + goals
            }
        ).markup
    }
}
