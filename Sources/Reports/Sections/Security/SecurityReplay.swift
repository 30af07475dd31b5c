internal import DrillResults

/// How to look at single trials, and where every number comes from.
struct SecurityReplay {
    let company: CompanyReport

    var section: PageSection {
        PageSection("replay", title: "Look for yourself", content: content)
    }

    private var content: Markup {
        let run = company.frame.run
        let commands = company.result.stories.map { story -> Markup in
            let goal = story.goal(in: company.frame.scenario(story.scenario))
            let typical = company.findings(for: story.scenario)?.typical?.first { $0.objective == goal?.id }
            return """
                <li>\(.name(company.frame.scenarioTitle(story.scenario)))\(typical.map { shown($0, story) } ?? .empty):\
                <br>\(replay(story, trial: typical?.trial ?? 0))</li>

                """
        }
        return """
            <p>Every trial can be replayed alone, as a timeline of what the attack does and who notices when. Trials are \
            numbered from 0 to \(Wording.count(max(0, run.trials - 1))). Where an attack’s goal is lost, \
            the trial named here loses it at the median time of all its losses.</p>
            <ul class="loose">\(commands)</ul>
            <p>Whoever ran the exercise types these commands; RUN is its number in their list of runs. The catalog’s figures \
            with their sources and the formulas stand in the <a href="\(company.paths.appendix)">technical appendix</a>.</p>

            """
    }

    private func shown(_ typical: TypicalTrial, _ story: StoryResult) -> Markup {
        let title = company.frame.objectiveTitle(typical.objective, of: story.scenario)
        return ", “\(title)” after \(Wording.hours(typical.hours))"
    }

    private func replay(_ story: StoryResult, trial: Int) -> Markup {
        """
        <code>drillctl replay RUN --organization \(company.id) --scenario \(story.scenario) --trial \
        \(String(trial))</code>
        """
    }
}
