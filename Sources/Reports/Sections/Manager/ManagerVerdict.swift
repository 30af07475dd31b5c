internal import DrillResults

/// The page in one sentence.
struct ManagerVerdict {
    let company: CompanyReport

    var markup: Markup {
        """
        <section id="verdict" aria-labelledby="verdict-title">
        <h2 id="verdict-title">Verdict</h2>
        <p class="lead">\(sentence)</p>
        </section>

        """
    }

    private var sentence: Markup {
        guard let worst = company.worst else {
            return "No attack of this exercise applies here, so it says nothing about this company."
        }
        let (story, objective) = (worst.story, worst.objective)
        let frame = company.frame
        guard objective.reached.count > 0 else {
            let attacks = company.result.stories.count
            return """
                \(attacks == 1 ? "The attack" : "None of the \(Wording.count(attacks)) attacks") tested here \
                \(attacks == 1 ? "never reaches" : "reaches") its goal in \(Wording.count(objective.reached.trials)) trials \
                each: if tried, \(.figure(Wording.probability(objective.reached))), as far as the model goes.
                """
        }
        return """
            If “\(.name(frame.scenarioTitle(story.scenario).shortened(to: 60)))” is tried here, it reaches its goal in \
            <strong>\(.figure(Wording.probability(objective.reached)))</strong> of trials; by the medians it is \
            <strong>\(Wording.race(lost: objective.time, noticed: story.noticed).keptTogether)</strong>\(firstFix).
            """
    }

    /// What the first fix alone would change, where it acts on this outcome.
    private var firstFix: Markup {
        guard let worst = company.worst, let fix = company.fixes.first, let story = company.headline(of: fix),
            story.scenario == worst.story.scenario, story.goal.id == worst.objective.id
        else { return .empty }
        return """
            , and the first fix below alone would bring it to \
            <strong>\(.figure(Wording.probability(story.goal.after)))</strong>
            """
    }
}
