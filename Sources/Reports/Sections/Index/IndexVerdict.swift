internal import DrillResults

/// The exercise in a few sentences, for whoever reads no further.
struct IndexVerdict {
    let report: Report

    var markup: Markup {
        """
        <section id="verdict" aria-labelledby="verdict-title">
        <h2 id="verdict-title">Where would they break, and would they notice in time?</h2>
        <p class="lead">\(lead)</p>
        \(leftOut)\(tiles)</section>

        """
    }

    private var lead: Markup {
        guard let company = report.byWorst.first, let outcome = company.worst else {
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
            <strong>\(.name(company.name))</strong> breaks most often. If “\(report.frame.scenarioTitle(story.scenario))” is \
            tried there, the attack reaches its goal (“\(report.frame.objectiveTitle(objective.id, of: story.scenario))”) in \
            <strong>\(.figure(Wording.probability(objective.reached)))</strong> of trials (range \(.figure(range))). By the \
            medians it is <strong>\(Wording.race(lost: objective.time, noticed: story.noticed))</strong>.
            """
    }

    private var leftOut: Markup {
        guard let out = report.run.leftOut else { return .empty }
        return """
            <p><strong>Left out: \(out.count) of \(out.count + report.companies.count) participants</strong>, whose documents \
            could not be used. Where one of them supplies others, an outside supplier with general figures stands in its \
            place.</p>
            <ul class="loose">\(out.map { "<li><code>\($0.participant)</code>: \($0.reason)</li>\n" as Markup })</ul>

            """
    }

    private var tiles: Markup {
        let worst = report.companies.compactMap(\.worst)
        guard !worst.isEmpty else { return .empty }
        let often = worst.filter { $0.objective.reached.value > 0.5 }.count
        let late = worst.filter(isLostFirst).count
        let basis = report.run.basis
        return """
            <ul class="tiles">
            \(tile("\(often) of \(worst.count)", "companies where the worst attack reaches its goal in more than half of trials"))\
            \(tile("\(late) of \(worst.count)", "companies where the worst attack is lost before it is noticed, by the medians"))\
            \(common ?? .empty)\
            \(tile("\(Wording.count(basis.judgement)) of \(Wording.count(basis.figures))",
                   "figures behind these pages are judgement; \(Wording.count(basis.unknownAnswers)) answers are unknown"))\
            </ul>

            """
    }

    /// The fix that is among the first three at the most companies.
    private var common: Markup? {
        var counts: [String: Int] = [:]
        var order: [String] = []
        for company in report.companies {
            for title in Set(company.fixes.prefix(3).map(\.lever.title)) {
                if counts[title] == nil { order.append(title) }
                counts[title, default: 0] += 1
            }
        }
        guard let most = counts.values.max(), let title = order.filter({ counts[$0] == most }).min() else { return nil }
        return tile(
            "\(most) of \(report.companies.count)", "companies have “\(title)” among their first three fixes")
    }

    private func isLostFirst(_ outcome: WorstOutcome) -> Bool {
        guard let lost = outcome.objective.time.p50 else { return false }
        return outcome.story.noticed.p50.map { lost < $0 } ?? true
    }

    private func tile(_ figure: String, _ words: String) -> Markup {
        "<li><strong>\(figure)</strong> \(words)</li>\n"
    }
}
