internal import DrillResults

/// Whose page it is, of which exercise, and what kind of figures it holds.
struct ManagerMasthead {
    let company: CompanyReport

    var markup: Markup {
        let run = company.frame.run
        return """
            <header class="masthead">
            <div><p class="kicker">\(.name(run.exercise.title.shortened(to: 90)))</p>
            <h1>\(.name(company.name.shortened(to: 48)))</h1>
            <p class="stamp"><strong>Modelled; if tried.</strong> An exercise: nothing here has happened.</p></div>
            <dl class="facts">\(date)\(sector)
            <div><dt>Attacks tested</dt><dd>\(company.result.stories.count)</dd></div></dl>
            </header>

            """
    }

    private var date: Markup {
        company.frame.options.date.map { "<div><dt>Date</dt><dd>\($0)</dd></div>" } ?? .empty
    }

    private var sector: Markup {
        company.result.sector.map { "<div><dt>Sector</dt><dd>\($0.shortened(to: 20))</dd></div>" } ?? .empty
    }
}
