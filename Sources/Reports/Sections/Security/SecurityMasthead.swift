internal import DrillResults

/// What was run for whom, and where things are on the page.
struct SecurityMasthead {
    let company: CompanyReport
    /// Links to the page's sections.
    let contents: [Markup]

    var markup: Markup {
        let run = company.frame.run
        return """
            <header>
            <p class="kicker">\(.name(run.exercise.title)) · security report · <strong>modelled; if tried</strong></p>
            <h1>\(.name(company.name))</h1>
            <dl class="facts">\(company.frame.options.date.map { fact("Date", "\($0)") } ?? .empty)\
            \(company.result.sector.map { fact("Sector", "\($0)") } ?? .empty)\
            \(fact("Trials each attack", "\(Wording.count(run.trials))"))\(fact("Worlds", "\(Wording.count(run.worlds))"))\
            \(fact("Seed", "\(String(run.seed))"))\(fact("Model", "\(run.modelVersion)"))\
            \(fact("Catalog", "\(run.catalogRelease), \(run.preset)"))</dl>
            <nav aria-label="On this page"><ul>
            \(contents)</ul></nav>
            </header>

            """
    }

    private func fact(_ title: String, _ value: Markup) -> Markup {
        "<div><dt>\(title)</dt><dd>\(value)</dd></div>\n"
    }
}
