internal import DrillResults

/// Steps that nobody would notice, alerts that come too late, and steps that can only be noticed.
struct SecurityNotice {
    let company: CompanyReport

    var section: PageSection? {
        guard let findings = company.analysis?.findings.filter({ !$0.steps.isEmpty || !$0.noticeOnly.isEmpty }),
            !findings.isEmpty
        else { return nil }
        return PageSection(
            "blind", title: "Blind steps and late alerts",
            content: """
                <p>Of the trials in which a step completes, in how many does that step itself raise an alert? <strong>Blind</strong>: \
                in fewer than one of a hundred. <strong>Late</strong>: most of its alerts come after the goal is lost.</p>
                \(findings.filter { !$0.steps.isEmpty }.map(table))\(noticeOnly(findings))
                """)
    }

    private func table(_ findings: StoryFindings) -> Markup {
        Table(
            caption: "\(.name(company.frame.scenarioTitle(findings.scenario)))", style: "notices",
            columns: [
                .init("Step", .name), .init("Verdict", .text), .init("Alert, of 100 trials with the step", .chart),
                .init("Alert", .number), .init("Step completes", .number), .init("Lost, alert before it", .number),
                .init("Why", .text),
            ],
            rows: findings.steps.filter { $0.completed > 0 }.map(row)
        ).markup
    }

    private func row(_ step: StepNotice) -> [Markup] {
        let share = step.completed > 0 ? Double(step.alerted) / Double(step.completed) : 0
        let completes = step.trials > 0 ? Double(step.completed) / Double(step.trials) : 0
        return [
            "\(.name(step.title))\(step.technique.map { " <small><code>\($0)</code></small>" } ?? .empty)",
            Self.badge(step.verdict), ShareBar(share: share, label: "Alert of this step").markup,
            "\(Wording.probability(share, trials: step.completed))",
            "\(Wording.probability(completes, trials: step.trials))",
            step.lost > 0
                ? "\(Wording.probability(Double(step.lostAlertedBefore) / Double(step.lost), trials: step.lost))"
                : "not lost",
            "\(step.why ?? "–")",
        ]
    }

    /// The word carries the meaning, the frame repeats it.
    static func badge(_ verdict: StepNotice.Verdict) -> Markup {
        switch verdict {
        case .blind: "<span class=\"badge blind\">blind</span>"
        case .late: "<span class=\"badge late\">late</span>"
        case .seen: "<span class=\"badge seen\">seen</span>"
        }
    }

    private func noticeOnly(_ findings: [StoryFindings]) -> Markup {
        let steps = NoticeOnlyList.distinct(in: findings)
        guard !steps.isEmpty else { return .empty }
        return """
            <h3 id="notice-only">Nothing could prevent these; notice them</h3>
            \(Table(
                caption: "Steps that no control makes less likely", style: "notice-only",
                columns: [.init("Step", .name), .init("Noticed", .text), .init("Why nothing prevents it", .text)],
                rows: steps.map { step in
                    [
                        "\(.name(step.title))\(step.technique.map { " <small><code>\($0)</code></small>" } ?? .empty)",
                        "\(NoticeOnlyList.noticed(step))", "\(step.reason)",
                    ]
                }).markup)
            """
    }
}
