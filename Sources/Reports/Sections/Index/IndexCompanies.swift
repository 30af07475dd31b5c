internal import DrillResults

/// One row a company, hardest hit first: every attack, the worst outcome, and what the plan would change. Rows stay
/// below 2 kB, so that hundreds of companies fit on the page.
struct IndexCompanies {
    let report: Report

    var section: PageSection? {
        guard !report.companies.isEmpty else { return nil }
        let scenarios = report.run.scenarios
        let heads = scenarios.map { scenario -> Markup in
            """
            <th scope="col"><a href="\(ReportPath.appendix)#\(RunFrame.anchor(story: scenario.id))">\
            \(.name(scenario.title))</a></th>
            """
        }
        return PageSection(
            "companies", title: "Company by company, hardest hit first",
            content: """
                <p>In each attack’s column the share of trials that reach its goal, with the range of chance and not knowing \
                below; the stronger the colour, the more often.\(hasPlan ? planLegend : .empty)</p>
                <div class="scroll" role="region" aria-label="Companies and attacks" tabindex="0">
                <table class="grid-table companies" style="min-width:\(18 + 8 * scenarios.count + (hasPlan ? 13 : 0))rem">
                <thead><tr><th scope="col">Company</th>\(heads)<th scope="col">Worst outcome</th>\
                \(hasPlan ? "<th scope=\"col\" class=\"plan\">Worst outcome, today → with the plan\(RangeBar.axis)</th>" : .empty)\
                </tr></thead>
                <tbody>
                \(report.byWorst.map(row))</tbody>
                </table></div>

                """)
    }

    private var hasPlan: Bool { report.companies.contains { $0.analysis?.plan != nil } }

    private var planLegend: Markup {
        " In the last column solid is what is left with the improvement plan, hatched what the plan takes away."
    }

    private func row(_ company: CompanyReport) -> Markup {
        let paths = company.paths
        return """
            <tr><th scope="row"><a href="\(paths.folder)\(paths.manager)">\(.name(company.name))</a> <small>\
            \(company.result.sector.map { "\($0) · " } ?? "")<a href="\(paths.folder)\(paths.security)" \
            aria-label="Security report of \(company.name)">security report</a></small></th>\
            \(report.run.scenarios.map { cell(company, $0) })\(worst(company))\(plan(company))</tr>

            """
    }

    private func cell(_ company: CompanyReport, _ scenario: ScenarioInfo) -> Markup {
        guard let goal = company.goal(of: scenario) else { return "<td class=\"outside\">does not apply</td>" }
        return """
            <td class="shade-\(ShareBand.index(of: goal.value))"><b>\(Wording.probability(goal))</b> \
            <small>\(Wording.range(goal.range, trials: goal.trials))</small></td>
            """
    }

    private func worst(_ company: CompanyReport) -> Markup {
        guard let worst = company.worst else { return "<td class=\"words\">no attack applies</td>" }
        guard worst.objective.reached.count > 0 else { return "<td class=\"words\">no goal reached</td>" }
        return """
            <td class="words">\(report.frame.objectiveTitle(worst.objective.id, of: worst.story.scenario).shortened(to: 60)) \
            <small>\(Wording.race(lost: worst.objective.time, noticed: worst.story.noticed))</small></td>
            """
    }

    private func plan(_ company: CompanyReport) -> Markup {
        guard hasPlan else { return .empty }
        guard let plan = company.analysis?.plan, let worst = company.worst,
            let outcome = plan.outcomes.first(where: {
                $0.goal.scenario == worst.story.scenario && $0.goal.objective == worst.objective.id
            })
        else { return "<td class=\"words\">no plan</td>" }
        let (left, was) = (Coordinate(outcome.after.value * 100), Coordinate(outcome.before.value * 100))
        let (today, planned) = (Wording.probability(outcome.before), Wording.probability(outcome.after))
        return """
            <td class="plan"><svg width="100%" height="12" aria-hidden="true"><rect class="left" y="2" \
            width="\(left.attribute)" height="8"/><rect class="taken" x="\(left.attribute)" y="2" \
            width="\(left.width(to: was))" height="8"/></svg>\(today) → \(planned) \
            <small>\(Wording.effort(plan.effort))</small></td>
            """
    }
}
