internal import DrillResults

/// Companies against stories: the share in figures, the shade only repeats it.
struct HeatSection {
    let report: Report

    /// Shades by the share in percent; the last has no upper end.
    private static let shades: [(below: Double, label: String)] = [
        (0.05, "below 5 %"), (0.2, "5–20 %"), (0.5, "20–50 %"), (0.8, "50–80 %"),
    ]
    private static let lastLabel = "80 % or more"

    var markup: Markup {
        guard !report.run.companies.isEmpty, !report.run.scenarios.isEmpty else { return .empty }
        return """
            <section id="matrix" aria-labelledby="matrix-title">
            <h2 id="matrix-title">Every company under every story</h2>
            <p>If this attack is tried, the share of trials in which it reaches its goal, the most severe objective of the \
            story. Below it the range of chance and not knowing together.</p>
            \(legend)<div class="scroll" role="region" aria-label="Matrix of companies and stories" tabindex="0">
            <table class="heat" style="min-width:\(5 + 5 * report.run.scenarios.count)rem">
            <thead><tr><th scope="col">Company</th>\(report.run.scenarios.map(head))</tr></thead>
            <tbody>
            \(report.run.companies.map(row))</tbody>
            </table>
            </div>
            </section>

            """
    }

    private var legend: Markup {
        let labels = Self.shades.map(\.label) + [Self.lastLabel]
        let keys = labels.enumerated().map { index, label -> Markup in
            "<span><span class=\"key shade-\(index)\"></span> \(label)</span> "
        }
        return "<p class=\"legend\">\(keys)</p>\n"
    }

    private func head(_ scenario: ScenarioInfo) -> Markup {
        "<th scope=\"col\"><a href=\"#\(Report.anchor(story: scenario.id))\">\(.name(scenario.title))</a></th>"
    }

    private func row(_ company: CompanyResult) -> Markup {
        let cells = report.run.scenarios.map { cell(company, $0) }
        return """
            <tr><th scope="row"><a href="#\(Report.anchor(company: company.id))">\(.name(company.name))</a></th>\
            \(cells)</tr>

            """
    }

    private func cell(_ company: CompanyResult, _ scenario: ScenarioInfo) -> Markup {
        guard let story = company.stories.first(where: { $0.scenario == scenario.id }),
            let goal = story.goal(in: scenario)?.reached
        else {
            return "<td class=\"outside\">does not apply</td>"
        }
        let shade = Self.shades.firstIndex { goal.value < $0.below } ?? Self.shades.count
        return """
            <td class="shade-\(shade)"><a href="#\(Report.anchor(company: company.id, story: scenario.id))">\
            <strong>\(Wording.probability(goal))</strong> \
            <small>\(Wording.range(goal.range, trials: goal.trials))</small></a></td>
            """
    }
}
