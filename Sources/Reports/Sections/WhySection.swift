internal import DrillResults

/// Why each company's worst story gets through: its most frequent way, and what a person should know about it.
struct WhySection {
    let report: Report

    var markup: Markup {
        let entries = report.worst.filter { $0.outcome.objective.reached.count > 0 && hasReasons($0.outcome.story) }
        guard !entries.isEmpty else { return .empty }
        return """
            <section id="why" aria-labelledby="why-title">
            <h2 id="why-title">Why the worst story gets through</h2>
            <p>The most frequent way to the goal, among the trials that reached it.</p>
            <dl class="why">
            \(entries.map { entry($0.company, $0.outcome) })</dl>
            </section>

            """
    }

    private func hasReasons(_ story: StoryResult) -> Bool {
        !story.paths.isEmpty || !story.remarks.isEmpty
    }

    private func entry(_ company: CompanyResult, _ outcome: WorstOutcome) -> Markup {
        let story = outcome.story
        let chain = story.paths.first.map { PathList.chain($0.steps) } ?? .empty
        return """
            <div><dt>\(.name(company.name)) <small>\(.name(report.scenarioTitle(story.scenario)))</small></dt>
            <dd>\(chain)\(story.remarks.map { "<p>\($0)</p>" })</dd></div>

            """
    }
}
