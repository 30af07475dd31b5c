internal import DrillResults

/// The three fixes that change most, each by itself.
struct ManagerFixes {
    let company: CompanyReport

    private static let most = 3

    var markup: Markup {
        """
        <section id="fixes" aria-labelledby="fixes-title">
        <h2 id="fixes-title">Fix these first</h2>
        \(content)</section>

        """
    }

    @MarkupList private var content: Markup {
        let fixes = company.fixes.prefix(Self.most).compactMap { fix in company.headline(of: fix).map { (fix, $0) } }
        if company.analysis == nil {
            "<p class=\"absent\">Not analysed yet: this run says how bad it is, not what to change.</p>\n"
        } else if fixes.isEmpty {
            """
            <p class="absent">No single fix makes a difference that stands out from chance. \
            \(company.analysis?.weaknesses.pairs.isEmpty == false ? "Two together do: see the security report." : .empty)</p>

            """
        } else {
            Table(
                caption: """
                    Each alone, on the same random numbers as today. Solid: still reached; hatched: what the fix takes away
                    """,
                style: "fixes",
                columns: [
                    .init("Fix", .name), .init("Whose", .text), .init("Effort", .text),
                    .init("Reached, today to fixed", .chart, axis: RangeBar.axis), .init("Today → fixed", .number),
                ],
                rows: fixes.enumerated().map { number, entry in row(number + 1, fix: entry.0, story: entry.1) }
            ).markup
            plan
        }
    }

    private func row(_ number: Int, fix: Weakness, story: WeaknessStory) -> [Markup] {
        let lever = fix.lever
        return [
            """
            \(number). \(lever.titleAndScope.shortened(to: 46)) <small>\(lever.target.shortened(to: 56))\
            \(elsewhere(story))</small>
            """,
            "\(company.department(lever.department).shortened(to: 26))",
            lever.effort.map(effort) ?? "not stated",
            ChangeBar(goal: story.goal).markup,
            """
            <strong>\(Wording.probability(story.goal.before)) → \(Wording.probability(story.goal.after))</strong> \
            <small>\(Wording.points(story.goal.difference))</small>
            """,
        ]
    }

    private func effort(_ effort: Effort) -> Markup {
        let likely = Wording.count(effort.likely)
        return """
            \(likely) \(likely == "1" ? "person-day" : "person-days") <small>\(Wording.count(effort.low)) to \
            \(Wording.count(effort.high))</small>
            """
    }

    /// Says which attack the figures are of, where it is not the worst outcome's.
    private func elsewhere(_ story: WeaknessStory) -> Markup {
        guard story.scenario != company.worst?.story.scenario else { return .empty }
        return " · in “\(company.frame.scenarioTitle(story.scenario).shortened(to: 36))”"
    }

    private var plan: Markup {
        guard let plan = company.analysis?.plan, plan.steps.count > 1, let worst = company.worst,
            let outcome = plan.outcomes.first(where: {
                $0.goal.scenario == worst.story.scenario && $0.goal.objective == worst.objective.id
            })
        else { return .empty }
        return """
            <p class="after">The whole plan, \(plan.steps.count) fixes for \(Wording.effort(plan.effort)): \
            <strong>\(.figure(Wording.probability(outcome.before))) → \(.figure(Wording.probability(outcome.after)))\
            </strong>. Its steps are in the security report.</p>

            """
    }
}
