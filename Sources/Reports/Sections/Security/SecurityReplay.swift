internal import DrillResults

/// How to look at single trials, and where every number comes from.
struct SecurityReplay {
    let company: CompanyReport

    var section: PageSection {
        PageSection("replay", "Look for yourself", content)
    }

    private var content: Markup {
        let run = company.frame.run
        let id = String(run.runID.prefix(12))
        let commands = company.result.stories.map { story -> Markup in
            """
            <li>\(.name(company.frame.scenarioTitle(story.scenario))):<br><code>drillctl replay \(id) --organization \
            \(company.id) --scenario \(story.scenario) --trial 0</code></li>

            """
        }
        return """
            <p>Every trial can be replayed alone, as a timeline of what the attack does and who notices when. Trials are \
            numbered from 0 to \(Wording.count(max(0, run.trials - 1))).</p>
            <ul class="loose">\(commands)</ul>
            <p>Documents with their digests, the catalog’s figures with their sources and the formulas stand in the \
            <a href="\(ReportPath.up)\(ReportPath.appendix)">technical appendix</a>. Run <code class="digest">\(run.runID)\
            </code>, seed \(String(run.seed)).</p>

            """
    }
}
