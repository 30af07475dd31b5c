internal import DrillResults

/// How many companies each attack gets through at, in bands of the share of trials.
struct IndexStanding {
    let report: Report

    var section: PageSection? {
        guard report.companies.count > 1, !report.run.scenarios.isEmpty else { return nil }
        let heads = ShareBand.labels.map { "<th scope=\"col\">\($0)</th>" as Markup }
        return PageSection(
            "attacks", title: "Attack by attack: at how many companies?",
            content: """
                <p>If tried, in how many of 100 trials does it reach its goal? Companies counted by that share.</p>
                <div class="scroll" role="region" aria-label="Companies by attack and share" tabindex="0">
                <table class="grid-table bands">
                <thead><tr><th scope="col">Attack</th>\(heads)<th scope="col">does not apply</th></tr></thead>
                <tbody>
                \(report.run.scenarios.map(row))</tbody>
                </table></div>

                """)
    }

    private func row(_ scenario: ScenarioInfo) -> Markup {
        var counts = [Int](repeating: 0, count: ShareBand.labels.count)
        var outside = 0
        for company in report.companies {
            guard let goal = company.goal(of: scenario) else {
                outside += 1
                continue
            }
            counts[ShareBand.index(of: goal.value)] += 1
        }
        let cells = counts.enumerated().map { band, count -> Markup in
            count == 0 ? "<td class=\"zero\">–</td>" : "<td class=\"shade-\(band)\">\(Wording.count(count))</td>"
        }
        return """
            <tr><th scope="row">\(.name(scenario.title))</th>\(cells)\
            <td class="zero">\(outside == 0 ? "–" : Wording.count(outside))</td></tr>

            """
    }
}

/// Bands of shares with a shade each; the shade only repeats the figure.
enum ShareBand {
    private static let ends = [0.05, 0.2, 0.5, 0.8]
    static let labels = ["below 5 %", "5–20 %", "20–50 %", "50–80 %", "80 % or more"]

    static func index(of share: Double) -> Int { ends.firstIndex { share < $0 } ?? ends.count }
}

extension CompanyReport {
    /// How often an attack reaches its goal here; nil where it does not apply.
    func goal(of scenario: ScenarioInfo) -> Probability? {
        result.stories.first { $0.scenario == scenario.id }?.goal(in: scenario)?.reached
    }
}
