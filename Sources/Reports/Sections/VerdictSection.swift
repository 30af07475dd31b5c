internal import DrillResults

/// The page in a few sentences, for whoever reads no further.
struct VerdictSection {
    let report: Report

    var markup: Markup {
        """
        <section id="verdict" aria-labelledby="verdict-title">
        <h2 id="verdict-title">Where would we break, and would we notice in time?</h2>
        <p class="lead">\(lead)</p>
        \(tiles)<p class="note">\(Wording.basis(report.run.basis)) \(Wording.disclaimer)</p>
        </section>

        """
    }

    private var hardest: (company: CompanyResult, outcome: WorstOutcome)? {
        report.worst.reduce(nil) { hardest, next in
            guard let hardest else { return next }
            return next.outcome.objective.reached.value > hardest.outcome.objective.reached.value ? next : hardest
        }
    }

    private var lead: Markup {
        guard let (company, outcome) = hardest else {
            return "No scenario of this exercise applies to any of its companies; the reasons stand with each company."
        }
        let (story, objective) = (outcome.story, outcome.objective)
        guard objective.reached.count > 0 else {
            return """
                If these attacks are tried, none of them reaches its goal at any company in \
                \(Wording.count(report.run.trials)) trials each: every share is \
                \(Wording.probability(objective.reached)). That is a statement about the model, not a promise.
                """
        }
        let range = Wording.range(objective.reached.range, trials: objective.reached.trials)
        return """
            <strong>\(.name(company.name))</strong> breaks most often. If “\(report.scenarioTitle(story.scenario))” is \
            tried there, the attack reaches its goal (“\(report.objectiveTitle(objective.id, of: story.scenario))”) in \
            <strong>\(.figure(Wording.probability(objective.reached)))</strong> of trials (range \(.figure(range))). By the medians it is \
            <strong>\(Wording.race(lost: objective.time, noticed: story.noticed))</strong>.
            """
    }

    private var tiles: Markup {
        let worst = report.worst
        guard !worst.isEmpty else { return .empty }
        let all = worst.count
        let often = worst.filter { $0.outcome.objective.reached.value > 0.5 }.count
        let late = worst.filter { isLostFirst($0.outcome) }.count
        let basis = report.run.basis
        return """
            <ul class="tiles">
            \(tile("\(often) of \(all)", "companies where the worst story reaches its goal in more than half of trials"))\
            \(tile("\(late) of \(all)", "companies where the worst story is lost before it is noticed, by the medians"))\
            \(widest ?? .empty)\
            \(tile("\(Wording.count(basis.judgement)) of \(Wording.count(basis.figures))",
                   "figures behind this page are judgement; \(Wording.count(basis.unknownAnswers)) answers are unknown"))\
            </ul>

            """
    }

    /// The story that gets through at the most companies.
    private var widest: Markup? {
        let counts = report.run.scenarios.map { scenario in
            (scenario, report.run.companies.filter { reachesMostly($0, scenario) }.count)
        }
        guard let most = counts.map(\.1).max(), most > 0, let first = counts.first(where: { $0.1 == most }) else {
            return nil
        }
        return tile(
            "\(most) of \(report.run.companies.count)",
            "companies where “\(first.0.title)” reaches its goal in more than half of trials")
    }

    private func reachesMostly(_ company: CompanyResult, _ scenario: ScenarioInfo) -> Bool {
        company.stories.contains { story in
            story.scenario == scenario.id && (story.goal(in: scenario)?.reached.value ?? 0) > 0.5
        }
    }

    private func isLostFirst(_ outcome: WorstOutcome) -> Bool {
        guard let lost = outcome.objective.time.p50 else { return false }
        return outcome.story.noticed.p50.map { lost < $0 } ?? true
    }

    private func tile(_ figure: String, _ words: String) -> Markup {
        "<li><strong>\(figure)</strong> \(words)</li>\n"
    }
}
