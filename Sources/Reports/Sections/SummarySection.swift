internal import DrillResults

/// One line a company: its worst story, how often that gets through, and whether it is noticed in time.
struct SummarySection {
    let report: Report

    var markup: Markup {
        guard !report.worst.isEmpty else { return .empty }
        return """
            <section id="summary" aria-labelledby="summary-title">
            <h2 id="summary-title">Each company’s worst story</h2>
            <p>If tried, how often does the attack reach its goal? Times are medians over all trials.</p>
            \(RangeLegend.markup)\(outcomes)\(behind)</section>

            """
    }

    private var outcomes: Markup {
        Table(
            caption: "Worst story of each company",
            style: "summary",
            columns: [
                .init("Company", .name), .init("Worst story", .text),
                .init("Share of trials in which it reaches its goal", .chart, axis: RangeBar.axis),
                .init("Reached", .number), .init("Noticed", .number), .init("Lost", .number),
                .init("The race", .text),
            ],
            rows: report.worst.map { company, outcome in
                let (story, objective) = (outcome.story, outcome.objective)
                return [
                    "<a href=\"#\(Report.anchor(company: company.id))\">\(.name(company.name))</a>",
                    """
                    \(.name(report.scenarioTitle(story.scenario))) \
                    <small>\(.name(report.objectiveTitle(objective.id, of: story.scenario)))</small>
                    """,
                    RangeBar(probability: objective.reached).markup,
                    """
                    <strong>\(Wording.probability(objective.reached))</strong> \
                    <small>\(Wording.range(objective.reached.range, trials: objective.reached.trials))</small>
                    """,
                    "\(Wording.median(story.noticed))", "\(lost(objective.time))",
                    "\(Wording.race(lost: objective.time, noticed: story.noticed))",
                ]
            }
        ).markup
    }

    private func lost(_ time: TimeSummary) -> Markup {
        guard time.p50 == nil, let mean = time.meanHours else { return "\(Wording.median(time))" }
        return "\(Wording.median(time)) <small>if lost: \(Wording.hours(mean)) on average</small>"
    }

    private var behind: Markup {
        let table = Table(
            caption: "Chance and not knowing apart: ends at 5 % and 95 %",
            columns: [
                .init("Company", .name), .init("Reached", .text), .init("Chance alone", .number),
                .init("Not knowing alone", .number), .init("Both: the range", .number),
            ],
            rows: report.worst.map { company, outcome in
                let p = outcome.objective.reached
                return [
                    .name(company.name), "\(Wording.counted(p))", "\(Wording.range(p.chance, trials: p.trials))",
                    "\(Wording.range(p.notKnowing, trials: p.trials))", "\(Wording.range(p.range, trials: p.trials))",
                ]
            })
        return "<details><summary>The figures behind the bars</summary>\n\(table.markup)</details>\n"
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
