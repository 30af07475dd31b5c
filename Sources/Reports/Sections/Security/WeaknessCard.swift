internal import DrillResults

/// One fix: what to do, whose it is, what it takes, what it changes in which attack, and what stands behind it.
struct WeaknessCard {
    let company: CompanyReport
    let rank: Int
    let weakness: Weakness

    var markup: Markup {
        let lever = weakness.lever
        return """
            <article class="weakness" aria-labelledby="fix-\(rank)">
            <h3 id="fix-\(rank)"><span class="rank">\(rank)</span> \(.name(lever.title)) <span class="scope">\
            \(.name(lever.scope))</span></h3>
            <p class="action">\(lever.action)</p>
            <dl class="facts">\(fact("Today", "\(lever.now)"))\(fact("Target", "\(lever.target)"))\
            \(fact("Whose", "\(company.department(lever.department))"))\
            \(fact("Effort", lever.effort.map { "\(Wording.effort($0))" } ?? "not stated"))</dl>
            \(stories)\(lever.twoWay.map { "<p class=\"two-way\"><strong>It acts both ways.</strong> \($0)</p>\n" } ?? .empty)\
            \(behind)</article>

            """
    }

    private func fact(_ title: String, _ value: Markup) -> Markup {
        "<div><dt>\(title)</dt><dd>\(value)</dd></div>"
    }

    private var stories: Markup {
        Table(
            caption: "What it changes", style: "changes",
            columns: [
                .init("Attack and its goal", .name), .init("Reached, today to fixed", .chart, axis: RangeBar.axis),
                .init("Today → fixed", .number), .init("Change", .number), .init("RRW", .number), .init("RAW", .number),
                .init("Birnbaum", .number),
            ],
            rows: weakness.stories.map(row)
        ).markup
    }

    private func row(_ story: WeaknessStory) -> [Markup] {
        let goal = story.goal
        return [
            """
            <a href="#\(RunFrame.anchor(story: story.scenario))">\(.name(company.frame.scenarioTitle(story.scenario)))</a> \
            <small>\(company.frame.objectiveTitle(goal.id, of: story.scenario))\(besides(story))</small>
            """,
            ChangeBar(goal: goal).markup,
            "<strong>\(Wording.probability(goal.before)) → \(Wording.probability(goal.after))</strong>",
            .change(goal.difference),
            story.rrw.map { .ratio($0, story.rrwRange) } ?? (goal.before.count > 0 ? "none left" : "–"),
            story.raw.map { .ratio($0, story.rawRange) } ?? "–", story.birnbaum.map { "\(Wording.figure($0))" } ?? "–",
        ]
    }

    /// Records and hours saved, where there are any, and on how many trials it rests, where not on all.
    private func besides(_ story: WeaknessStory) -> String {
        var parts: [String] = []
        func add(_ difference: Difference, _ unit: String, say: (Double) -> String) {
            guard abs(difference.value) > 0, difference.value.isFinite else { return }
            parts.append("\(say(abs(difference.value))) \(difference.value < 0 ? "fewer" : "more") \(unit)")
        }
        add(story.recordsExposed, "records exposed", say: Wording.count)
        if abs(story.downtimeHours.value) > 0 {
            parts.append(
                "\(Wording.hours(abs(story.downtimeHours.value))) \(story.downtimeHours.value < 0 ? "less" : "more") downtime"
            )
        }
        // What few trials could tell from the ten that help most was run on no more.
        let trials = story.goal.before.trials
        let on = trials < company.frame.run.trials ? " · on \(Wording.count(trials)) trials" : ""
        return (parts.isEmpty ? "" : " · on average " + parts.joined(separator: ", ")) + on
    }

    private var behind: Markup {
        var steps: [String] = []
        for story in weakness.stories {
            for id in story.steps {
                let info = company.frame.step(id, of: story.scenario)
                let text = (info?.title ?? id) + (info?.technique.map { " (\($0))" } ?? "")
                if !steps.contains(text) { steps.append(text) }
            }
        }
        let lever = weakness.lever
        let parts: [(String, [String])] = [
            ("Acts on", steps), ("ATT&CK mitigations", lever.mitigations), ("NIST SP 800-53", lever.nist),
        ]
        let shown = parts.filter { !$0.1.isEmpty }.map { fact($0.0, "\($0.1.joined(separator: ", "))") }
        return shown.isEmpty ? .empty : "<dl class=\"behind\">\(shown)</dl>\n"
    }
}
