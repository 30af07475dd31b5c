import DrillResults
import Scenarios

/// Improvement plans as people read them in a terminal. At most 100 columns.
struct PlanText {
    var companies: [Organization]
    var scenarios: [ScenarioInfo]
    var marking: String
    var style: Style

    /// Goals that have a column of their own in the table of steps.
    private static let columns = 3

    func text(_ plans: [CompanyPlan]) -> String {
        style(.warning, "\(Wording.exercise)   \(marking)") + "\n"
            + plans.map { "\n" + text($0) }.joined()
            + style(
                .aside,
                "\n(how often the attack reaches the story's goal, if tried; in brackets: 5 % to 95 % of the difference\n"
                    + "in points, chance and what is not known together; person-days: likely, and from low to high)\n")
    }

    private func text(_ company: CompanyPlan) -> String {
        let organization = companies.first { $0.id == company.organization }
        let name = (organization?.name ?? company.organization).printable
        guard let plan = company.plan else {
            return style(.heading, name) + ": no story of this exercise applies\n"
        }
        var lines = [style(.heading, "\(name): \(title(plan.limit))"), ""]
        lines += outcomes(plan)
        if !plan.steps.isEmpty {
            lines.append("")
            lines += steps(plan, organization)
        }
        lines.append("")
        lines += ([method(plan)] + plan.remarks.map(\.printable)).flatMap { remark in
            remark.wrapped(toWidth: RunText.width - 2).enumerated().map { ($0 == 0 ? "" : "  ") + $1 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func title(_ limit: ImprovementPlan.Limit) -> String {
        switch limit {
        case .effort(let days): "what to do with \(Figure.significant(days, digits: 6)) person-days"
        case .cost(let money, let currency): "what to do with \(self.money(money)) \(currency)"
        case .target(let share): "the least effort that brings every goal to \(Wording.share(share))"
        }
    }

    private func money(_ amount: Double) -> String { Wording.count(Int(amount.rounded())) }

    private func method(_ plan: ImprovementPlan) -> String {
        let sets = "\(Wording.count(plan.evaluated)) sets of \(Wording.count(plan.levers)) levers simulated"
        return plan.isExact
            ? "Exact: every set within the limit was tried (\(sets))."
            : "Greedy over singles and pairs, with swaps (\(sets)); a better set may exist."
    }

    // MARK: Before and after

    private func outcomes(_ plan: ImprovementPlan) -> [String] {
        var table = Table(columns: [
            .init(title: "story", widest: 44), .init(title: "goal", widest: 34),
            .init(title: "today → with the plan", widest: 40),
        ])
        table.rows = plan.outcomes.map { outcome in
            [
                .init(title(of: outcome.goal.scenario)), .init(objective(outcome.goal)),
                .init(
                    ChangeText.text(before: outcome.before, after: outcome.after, outcome.difference),
                    outcome.difference.range.high < 0 ? .good : nil),
            ]
        }
        return table.text(style).split(separator: "\n").map(String.init)
    }

    // MARK: Steps

    /// Columns left of the goals, and of each goal.
    private static let left = 46
    private static let right = 18

    /// What to do in full width, and under it what it takes and what is left then.
    private func steps(_ plan: ImprovementPlan, _ organization: Organization?) -> [String] {
        let shown = goalsShown(plan)
        let trials = plan.outcomes.first?.before.trials ?? 0
        let titles = shown.map { short(title(of: plan.goals[$0].scenario)) }
        var lines = [style(.aside, line("", titles))]
        lines.append(line("today", shown.map { Wording.probability(plan.outcomes[$0].before) }))
        for (number, step) in plan.steps.enumerated() {
            let place = "\(number + 1)".padded(toWidth: 3, .leading)
            let text = WeaknessText.words(step.lever).printable.wrapped(toWidth: RunText.width - 3)
            lines += text.enumerated().map { ($0 == 0 ? place : "   ") + style(.heading, $1) }
            let takes = [days(step.effort), money(step.cost, plan), department(step.lever, organization).printable]
            let left = "   " + takes.compactMap(\.self).joined(separator: ", ")
            lines.append(line(left, shown.map { Wording.probability(step.after[$0], trials: trials) }))
        }
        let takes = [days(plan.effort), money(plan.cost, plan)].compactMap(\.self).joined(separator: ", ")
        return lines + ["all: \(takes)"]
    }

    private func line(_ left: String, _ right: [String]) -> String {
        left.truncated(toWidth: Self.left).padded(toWidth: Self.left, .leading)
            + right.map { $0.padded(toWidth: Self.right, .trailing) }.joined()
    }

    private func days(_ effort: Effort?) -> String? {
        guard let effort, effort.high > 0 else { return nil }
        let (low, high) = (Wording.count(effort.low), Wording.count(effort.high))
        let likely = Wording.count(effort.likely)
        return low == high ? "\(likely) days" : "\(likely) days (\(low)–\(high))"
    }

    private func money(_ cost: Double?, _ plan: ImprovementPlan) -> String? {
        cost.map { "\(money($0)) \(plan.currency ?? "")" }
    }

    /// Those that change most, in the exercise's order.
    private func goalsShown(_ plan: ImprovementPlan) -> [Int] {
        plan.outcomes.indices.sorted {
            (plan.outcomes[$0].difference.value, $0) < (plan.outcomes[$1].difference.value, $1)
        }.prefix(Self.columns).sorted()
    }

    private func department(_ lever: Lever, _ organization: Organization?) -> String {
        guard let id = lever.department else { return "whole company" }
        return organization?.departments.first { $0.id == id }?.name ?? id
    }

    private func title(of scenario: String) -> String { scenarios.first { $0.id == scenario }?.title ?? scenario }

    private func objective(_ goal: ObjectiveReference) -> String {
        scenarios.first { $0.id == goal.scenario }?.objectives.first { $0.id == goal.objective }?.title
            ?? goal.objective
    }

    /// Enough of a title to tell stories apart at the head of a narrow column.
    private func short(_ title: String) -> String {
        let words = title.printable.split(separator: " ").drop { ["a", "an", "the"].contains($0.lowercased()) }
        return words.joined(separator: " ").truncated(toWidth: Self.right - 2)
    }
}
