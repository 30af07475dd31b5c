internal import DrillResults

/// Every objective of every attack, with chance and not knowing apart; and the scores.
struct SecurityObjectives {
    let company: CompanyReport

    var section: PageSection? {
        guard !company.result.stories.isEmpty else { return nil }
        return PageSection(
            "objectives", title: "How far each attack gets",
            content:
                "\(RangeLegend.markup)\(company.result.stories.map(table))\(SecurityScores(company: company).markup)")
    }

    private func table(_ story: StoryResult) -> Markup {
        let frame = company.frame
        return Table(
            caption: "\(.name(frame.scenarioTitle(story.scenario)))",
            style: "objectives",
            columns: [
                .init("Goal", .name), .init("Share of trials", .chart, axis: RangeBar.axis),
                .init("Reached", .number), .init("Range", .number), .init("Chance alone", .number),
                .init("Not knowing alone", .number), .init("Median time", .number),
            ],
            rows: story.objectives.map { objective in
                let p = objective.reached
                let info = frame.objective(objective.id, of: story.scenario)
                return [
                    """
                    \(.name(info?.title ?? objective.id)) \
                    \(info.map { "<small class=\"severity\">\($0.severity.rawValue)</small>" } ?? .empty)
                    """,
                    RangeBar(probability: p).markup, "<strong>\(Wording.probability(p))</strong>",
                    "\(Wording.range(p.range, trials: p.trials))", "\(Wording.range(p.chance, trials: p.trials))",
                    "\(Wording.range(p.notKnowing, trials: p.trials))", "\(Wording.median(objective.time))",
                ]
            }
        ).markup
    }
}

/// What the parts of a ``RangeBar`` mean, drawn.
enum RangeLegend {
    static let markup: Markup = """
        <p class="legend"><span><svg width="16" height="20" aria-hidden="true"><line class="mark" x1="8" x2="8" \
        y1="1" y2="19"/></svg> share of trials</span> <span><svg width="34" height="20" aria-hidden="true">\
        <rect class="chance" x="2" y="6" width="30" height="8"/></svg> chance: so many trials, no more</span> \
        <span><svg width="34" height="20" aria-hidden="true"><rect class="not-knowing" x="2" y="1" width="30" \
        height="18"/></svg> not known: catalog ranges and unknown answers</span> <span>\
        <svg width="34" height="20" aria-hidden="true"><line class="whisker" x1="2" x2="32" y1="10" y2="10"/>\
        <line class="whisker" x1="2" x2="2" y1="4" y2="16"/><line class="whisker" x1="32" x2="32" y1="4" y2="16"/>\
        </svg> range: both together</span></p>

        """
}
