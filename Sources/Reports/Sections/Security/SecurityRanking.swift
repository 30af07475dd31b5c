internal import DrillResults

/// How firm the ranking is, and which unknown would change it: "find this out first".
struct SecurityRanking {
    let company: CompanyReport

    var section: PageSection? {
        let firmness = company.analysis?.weaknesses.firmness.map(firm) ?? .empty
        let unknown = company.analysis?.notKnowing.map(notKnowing) ?? .empty
        if firmness == .empty, unknown == .empty { return nil }
        return PageSection("ranking", title: "What would change this ranking", content: "\(firmness)\(unknown)")
    }

    private func title(_ id: LeverID) -> String {
        let report = company.analysis?.weaknesses
        let lever = report?.weaknesses.first { $0.lever.id == id }?.lever ?? report?.withoutEffect.first { $0.id == id }
        return lever.map { "\($0.titleAndScope): \($0.target)" } ?? id.text
    }

    private func firm(_ firmness: RankingFirmness) -> Markup {
        let rows = [(firmness.first, firmness.share)] + firmness.rivals.map { ($0.lever, $0.share) }
        return """
            <p>“\(title(firmness.first))” is first in <strong>\(Wording.share(firmness.share))</strong> of the worlds, that \
            is, of the draws of what is not known.</p>
            \(Table(
                caption: "First in so many worlds", style: "firmness",
                columns: [.init("Fix", .name), .init("Share of worlds", .chart), .init("Share", .number)],
                rows: rows.map { id, share in
                    ["\(title(id))", ShareBar(share: share, label: "First").markup, "\(Wording.share(share))"]
                }).markup)
            """
    }

    private func notKnowing(_ report: NotKnowingReport) -> Markup {
        let outcome = company.frame.objectiveTitle(report.outcome.objective, of: report.outcome.scenario)
        let trials = company.frame.run.trials
        let chart = TornadoChart(
            drivers: report.drivers, today: report.today, trials: trials, firsts: { self.title($0) })
        return """
            <h3 id="find-out">Find this out first</h3>
            <p>How often “\(outcome)” is reached when one unknown is put at either end and everything else stays. The \
            thin line is today: \(Wording.probability(report.today, trials: trials)).</p>
            \(report.drivers.isEmpty ? "<p>No unknown moves it.</p>\n" : chart.markup)\
            \(report.presets.isEmpty ? .empty : presets(report))
            """
    }

    private func presets(_ report: NotKnowingReport) -> Markup {
        Table(
            caption: "The same outcome under the catalog’s presets", style: "presets",
            columns: [
                .init("Preset", .name), .init("Share of trials", .chart, axis: RangeBar.axis),
                .init("Reached", .number),
                .init("Range", .number),
            ],
            rows: report.presets.map { entry in
                let p = entry.reached
                return [
                    "\(entry.preset)", RangeBar(probability: p).markup, "<strong>\(Wording.probability(p))</strong>",
                    "\(Wording.range(p.range, trials: p.trials))",
                ]
            }
        ).markup
    }
}
