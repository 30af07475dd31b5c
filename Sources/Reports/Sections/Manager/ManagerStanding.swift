internal import DrillResults

/// How bad: the worst outcome with its range, the score, and both beside last time and peers.
struct ManagerStanding {
    let company: CompanyReport

    var markup: Markup {
        guard let worst = company.worst else { return .empty }
        let title = company.frame.objectiveTitle(worst.objective.id, of: worst.story.scenario)
        return """
            <section id="standing" class="standing" aria-labelledby="standing-title">
            <h2 id="standing-title">Worst outcome: \(.name(title.shortened(to: 80)))</h2>
            <div class="twin">
            \(reached(worst))\(score)</div>
            \(warning)</section>

            """
    }

    private func reached(_ worst: WorstOutcome) -> Markup {
        let p = worst.objective.reached
        var rows: [[Markup]] = [
            [
                "This run", RangeBar(probability: p).markup,
                """
                <strong>\(Wording.probability(p))</strong> <small>range \
                \(Wording.range(p.range, trials: p.trials))</small>
                """,
            ]
        ]
        if let last = company.context?.last, let share = last.reached {
            rows.append([lastTime(last), PointBar(value: share * 100).markup, "\(Wording.share(share))"])
        }
        return Table(
            caption: "Reached, of 100 tried attacks (lower is better)", style: "standing",
            columns: [.init("When", .name), .init("Reached", .chart, axis: RangeBar.axis), .init("Share", .number)],
            rows: rows
        ).markup
    }

    private func lastTime(_ last: EarlierStanding) -> Markup {
        "Last time\(last.date.map { " <small>\($0)</small>" } ?? .empty)"
    }

    @MarkupList private var score: Markup {
        if let scores = company.analysis?.scores {
            Table(
                caption: "Score of 100 (higher is better): <code>\(scores.overall.formula.shortened(to: 32))</code>",
                style: "standing",
                columns: [
                    .init("Whose", .name), .init("Score", .chart, axis: ScoreBar.axis), .init("Points", .number),
                ],
                rows: scoreRows(scores)
            ).markup
        } else {
            "<p class=\"absent\">No score: this run has not been analysed.</p>\n"
        }
    }

    private func scoreRows(_ scores: Scorecard) -> [[Markup]] {
        var rows: [[Markup]] = [
            [
                "This run", ScoreBar(score: scores.overall).markup,
                """
                <strong>\(Wording.score(scores.overall.value))</strong> <small>range \
                \(Wording.scores(scores.overall.range))</small>
                """,
            ]
        ]
        if let last = company.context?.last, let value = last.score {
            rows.append([lastTime(last), PointBar(value: value).markup, "\(Wording.score(value))"])
        }
        if let peers = company.context?.peers {
            rows.append([
                "Middle half of this sector’s companies here",
                SpanBar(low: peers.lowerQuartile, middle: peers.median, high: peers.upperQuartile).markup,
                """
                \(Wording.scores(Interval(low: peers.lowerQuartile, high: peers.upperQuartile))) \
                <small>median \(Wording.score(peers.median)), to the nearest 5</small>
                """,
            ])
        }
        return rows
    }

    private var warning: Markup {
        let notes = [
            company.context?.last?.warning.map { "Last time is not comparable: \($0.shortened(to: 120))." },
            company.context?.peersWithheld.map { "Peers are not shown: \($0.shortened(to: 80))." },
        ].compactMap(\.self)
        return notes.isEmpty ? .empty : "<p class=\"note\">\(notes.joined(separator: " "))</p>\n"
    }
}
