internal import DrillResults

/// One company under one story: how far the attack gets, the race against it, what it costs, how it goes.
struct StorySection {
    let report: Report
    let company: CompanyResult
    let story: StoryResult

    var markup: Markup {
        let anchor = Report.anchor(company: company.id, story: story.scenario)
        return """
            <article class="story" id="\(anchor)" aria-labelledby="\(anchor)-title">
            <h4 id="\(anchor)-title">\(.name(report.scenarioTitle(story.scenario)))</h4>
            <p>\(sentence)</p>
            \(remarks)\(objectives)\(race)<div class="columns">
            \(NoticeTable(story: story).markup)\(CostTable(story: story, trials: report.run.trials).markup)</div>
            \(PathList(paths: story.paths).markup)</article>

            """
    }

    private var sentence: Markup {
        guard let goal = story.goal(in: report.scenario(story.scenario)) else {
            return "The story names no goal."
        }
        let title = report.objectiveTitle(goal.id, of: story.scenario)
        return """
            If this attack is tried, it reaches its goal (“\(title)”) in \
            <strong>\(.figure(Wording.probability(goal.reached)))</strong> of trials (range \
            \(.figure(Wording.range(goal.reached.range, trials: goal.reached.trials)))). By the medians it is \
            <strong>\(Wording.race(lost: goal.time, noticed: story.noticed))</strong>.\(meanTime(goal))
            """
    }

    /// Where the median is "never", how long it takes in the trials in which it happens.
    private func meanTime(_ objective: ObjectiveResult) -> Markup {
        guard objective.time.p50 == nil, let mean = objective.time.meanHours else { return .empty }
        return " Where it gets there, it takes \(Wording.hours(mean)) on average."
    }

    private var remarks: Markup {
        guard !story.remarks.isEmpty else { return .empty }
        return """
            <ul class="remarks" aria-label="Remarks">\(story.remarks.map { "<li>\($0)</li>" })</ul>

            """
    }

    private var objectives: Markup {
        Table(
            caption: "How often the attack reaches its goals",
            style: "objectives",
            columns: [
                .init("Goal", .name), .init("Share of trials", .chart, axis: RangeBar.axis),
                .init("Reached", .number), .init("Range", .number), .init("Chance alone", .number),
                .init("Not knowing alone", .number),
            ],
            rows: story.objectives.map { objective in
                let p = objective.reached
                let info = report.objective(objective.id, of: story.scenario)
                return [
                    "\(.name(info?.title ?? objective.id)) \(severity(info))",
                    RangeBar(probability: p).markup,
                    "<strong>\(Wording.probability(p))</strong>",
                    "\(Wording.range(p.range, trials: p.trials))", "\(Wording.range(p.chance, trials: p.trials))",
                    "\(Wording.range(p.notKnowing, trials: p.trials))",
                ]
            }
        ).markup
    }

    private func severity(_ info: ObjectiveInfo?) -> Markup {
        info.map { "<small class=\"severity\">\($0.severity)</small>" } ?? .empty
    }

    private var race: Markup {
        var events = [
            RaceChart.Event(title: "First step done", side: .attack, time: story.compromised)
        ]
        events += story.objectives.map { objective in
            .init(
                title: report.objectiveTitle(objective.id, of: story.scenario), side: .attack, time: objective.time)
        }
        events += [
            .init(title: "Noticed", side: .defence, time: story.noticed),
            .init(title: "Contained everywhere", side: .defence, time: story.contained),
        ]
        if story.downtimeHours.probability > 0 || story.repaired.probability > 0 {
            events.append(
                .init(title: "Outages repaired", side: .defence, time: story.repaired, among: "of trials with one"))
        }
        return RaceChart(
            caption: "The race, from zero hour",
            events: events, horizon: report.scenario(story.scenario)?.horizonHours ?? 24, trials: report.run.trials
        ).markup
    }
}
