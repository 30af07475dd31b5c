internal import DrillResults

/// Attack by attack: the ways it takes, the race against it, who notices, what it costs.
struct SecurityStories {
    let company: CompanyReport

    var section: PageSection? {
        guard !company.result.stories.isEmpty else { return nil }
        return PageSection("stories", title: "Attack by attack", content: "\(company.result.stories.map(story))")
    }

    private func story(_ story: StoryResult) -> Markup {
        let anchor = RunFrame.anchor(story: story.scenario)
        return """
            <article class="story" id="\(anchor)" aria-labelledby="\(anchor)-title">
            <h3 id="\(anchor)-title">\(.name(company.frame.scenarioTitle(story.scenario)))</h3>
            <p>\(sentence(story))</p>
            \(remarks(story))\(WayMap(company: company, story: story).markup)\(ChoiceTable(story: story).markup)\(race(story))<div class="columns">
            \(NoticeTable(story: story).markup)\(CostTable(story: story, trials: company.frame.run.trials).markup)</div>
            </article>

            """
    }

    private func sentence(_ story: StoryResult) -> Markup {
        guard let goal = story.goal(in: company.frame.scenario(story.scenario)) else {
            return "The story names no goal."
        }
        let title = company.frame.objectiveTitle(goal.id, of: story.scenario)
        let mean =
            goal.time.p50 == nil
            ? goal.time.meanHours.map { " Where it gets there, it takes \(Wording.hours($0)) on average." } ?? "" : ""
        return """
            If this attack is tried, it reaches its goal (“\(title)”) in \
            <strong>\(.figure(Wording.probability(goal.reached)))</strong> of trials (range \
            \(.figure(Wording.range(goal.reached.range, trials: goal.reached.trials)))). By the medians it is \
            <strong>\(Wording.race(lost: goal.time, noticed: story.noticed))</strong>.\(mean)
            """
    }

    private func remarks(_ story: StoryResult) -> Markup {
        guard !story.remarks.isEmpty else { return .empty }
        return "<ul class=\"remarks\" aria-label=\"Remarks\">\(story.remarks.map { "<li>\($0)</li>" })</ul>\n"
    }

    private func race(_ story: StoryResult) -> Markup {
        let frame = company.frame
        var events = [RaceChart.Event(title: "First step done", side: .attack, time: story.compromised)]
        events += story.objectives.map { objective in
            .init(title: frame.objectiveTitle(objective.id, of: story.scenario), side: .attack, time: objective.time)
        }
        events += [
            .init(title: "Noticed", side: .defence, time: story.noticed),
            .init(title: "Contained everywhere", side: .defence, time: story.contained),
        ]
        if story.downtimeHours.probability > 0 || story.repaired.probability > 0 {
            if let first = story.firstServiceBack {
                events.append(
                    .init(
                        title: "First service back", side: .defence, time: first,
                        among: "of trials with one"))
            }
            events.append(
                .init(title: "Last asset back", side: .defence, time: story.repaired, among: "of trials with one")
            )
        }
        return """
            <h4>The race, from zero hour</h4>
            \(RaceLegend.markup)\(RaceChart(
                caption: "Time after zero hour, on a stretched scale", events: events,
                horizon: frame.scenario(story.scenario)?.horizonHours ?? 24, trials: frame.run.trials
            ).markup)\(dwell(story))
            """
    }

    private func dwell(_ story: StoryResult) -> Markup {
        guard let dwell = story.dwell, dwell.probability > 0 else { return .empty }
        return """
            <p class="note">Unnoticed after the first completed step: median \(Wording.median(dwell)), counted over the \
            trials with a completed step.</p>

            """
    }
}
