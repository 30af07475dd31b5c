internal import DrillResults

/// The attack stories themselves: what is tried, in which steps, after which public report.
struct ScenarioSection {
    let frame: RunFrame

    var section: PageSection {
        PageSection("scenarios", title: "The stories", content: content)
    }

    private var content: Markup {
        """
        \(frame.run.scenarios.map(story))
        """
    }

    private func story(_ scenario: ScenarioInfo) -> Markup {
        let anchor = RunFrame.anchor(story: scenario.id)
        return """
            <article class="scenario" id="\(anchor)" aria-labelledby="\(anchor)-title">
            <h3 id="\(anchor)-title">\(.name(scenario.title))</h3>
            <p>\(scenario.summary)</p>
            <p>Watched for \(Wording.span(hours: scenario.horizonHours)) from zero hour; what has not happened by then \
            counts as never.</p>
            \(retells(scenario))\(steps(scenario))</article>

            """
    }

    private func retells(_ scenario: ScenarioInfo) -> Markup {
        guard !scenario.retells.isEmpty else { return .empty }
        return """
            <p>Retells public reports, in our own words; the companies of this exercise have nothing to do with it:</p>
            <ul>\(scenario.retells.map { "<li>\($0)</li>" })</ul>

            """
    }

    private func steps(_ scenario: ScenarioInfo) -> Markup {
        guard !scenario.steps.isEmpty else { return .empty }
        return Table(
            caption: "Steps the attack tries",
            style: "small",
            columns: [.init("Step", .name), .init("Technique or action", .text)],
            rows: scenario.steps.map { step in
                [.name(step.title), step.technique.map { "<code>\($0)</code>" } ?? "none named"]
            }
        ).markup
    }
}
