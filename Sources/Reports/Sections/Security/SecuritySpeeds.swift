internal import DrillResults

/// Notice, contain, restore, notify: how fast, against a target.
struct SecuritySpeeds {
    let company: CompanyReport

    private static let kinds: [(SpeedResult.Kind, String, String)] = [
        (.notice, "Notice", "first completed step to the earliest alert"),
        (.contain, "Contain", "earliest alert to the last containment"),
        (.restore, "Restore", "first outage to the last repair"),
        (.notify, "Notify", "earliest alert to the end of the response chain"),
    ]

    var section: PageSection? {
        guard let speeds = company.analysis?.speeds, !speeds.isEmpty else { return nil }
        var scenarios: [String] = []
        for speed in speeds where !scenarios.contains(speed.scenario) { scenarios.append(speed.scenario) }
        return PageSection(
            "speed", title: "Speed of response against targets",
            content: """
                <p>Bars: 8 of 10 trials in which the clock starts, black line the median, dotted line the target. “Never” by the \
                end of the story counts as missed.</p>
                \(scenarios.map { scenario in table(scenario, speeds.filter { $0.scenario == scenario }) })
                """)
    }

    private func table(_ scenario: String, _ speeds: [SpeedResult]) -> Markup {
        let horizon = company.frame.scenario(scenario)?.horizonHours ?? 24
        let shown = Self.kinds.compactMap { kind, title, words in
            speeds.first { $0.kind == kind }.map { (title, words, $0) }
        }
        let axis = TimeAxis(horizon: horizon, earliest: shown.compactMap { $0.2.time.p10 }.filter { $0 > 0 }.min())
        let times = Table(
            caption: "\(.name(company.frame.scenarioTitle(scenario)))", style: "speeds",
            columns: [
                .init("What", .name), .init("How long", .chart, axis: axis.head), .init("Median", .number),
                .init("P90", .number), .init("Target", .text), .init("Within it", .number),
            ],
            rows: shown.map { title, words, speed in
                [
                    "\(title) <small>\(words)</small>", SpeedBar(speed: speed, title: title, axis: axis).markup,
                    "<strong>\(Wording.median(speed.time))</strong>", "\(Wording.hours(speed.time.p90))", target(speed),
                    speed.within.map { p in
                        """
                        \(Wording.probability(p)) <small>\(Wording.range(p.range, trials: p.trials))</small>
                        """
                    } ?? "–",
                ]
            }
        ).markup
        return "\(times)\(duties(speeds.compactMap(\.duties).flatMap(\.self)))"
    }

    /// What the law asks for, each with its source, and how often the response is in time.
    private func duties(_ duties: [DutyResult]) -> Markup {
        guard !duties.isEmpty else { return .empty }
        let items = duties.map { duty -> Markup in
            let met: Markup = duty.within.map { "<strong>in time in \(Wording.probability($0))</strong>. " } ?? ""
            return "<li>\(met)\(duty.sentence).</li>\n"
        }
        return """
            <p>What the law asks for. Its clocks run from awareness, not from the breach, and at night and on holidays too; the \
            first alert that somebody acts on stands for awareness, the end of the response chain for the moment from which \
            an authority can be told. Whether a duty applies is for a lawyer to say.</p>
            <ul class="loose">\(items)</ul>

            """
    }

    private func target(_ speed: SpeedResult) -> Markup {
        guard let hours = speed.targetHours else { return "none set" }
        return "\(Wording.span(hours: hours)) <small>\(speed.targetSource ?? "")</small>"
    }
}
