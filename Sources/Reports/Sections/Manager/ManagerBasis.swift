internal import DrillResults

/// What the page rests on, in small print that is still read.
struct ManagerBasis {
    let company: CompanyReport

    var markup: Markup {
        let run = company.frame.run
        let confirm = company.result.toConfirm.count
        return """
            <section id="basis" class="basis" aria-labelledby="basis-title">
            <h2 id="basis-title">What this rests on</h2>
            <p>\(Wording.basis(run.basis)) \(confirm == 0
                ? "This company’s answers are all its own."
                : "Of this company’s answers \(confirm) \(confirm == 1 ? "is" : "are") unknown or assumed: the security report lists them.") \
            <strong>Not tested:</strong> \(untested) \(Wording.count(run.trials)) trials an attack over \
            \(Wording.count(run.worlds)) worlds of what is not known; a range holds chance and not knowing, 5 % to 95 %. \
            Model \(run.modelVersion), catalog \(run.catalogRelease), preset \(run.preset).</p>
            </section>

            """
    }

    private var untested: Markup {
        let titles = company.result.notApplicable.map {
            "“\(company.frame.scenarioTitle($0.scenario).shortened(to: 36))”"
        }
        let stories = company.result.stories.count
        let other = "any attack but \(stories == 1 ? "the one" : "the \(stories)") of this exercise."
        if titles.isEmpty { return "\(other)" }
        let named = titles.prefix(2).joined(separator: ", ") + (titles.count > 2 ? " and \(titles.count - 2) more" : "")
        return "\(named), which \(titles.count == 1 ? "does" : "do") not apply here, and \(other)"
    }
}
