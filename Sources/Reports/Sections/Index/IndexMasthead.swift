internal import DrillResults

/// What was run: title, size, identity.
struct IndexMasthead {
    let report: Report

    var markup: Markup {
        let run = report.run
        return """
            <header>
            <p class="kicker">Breach-simulation drill · exercise index · <strong>modelled; if tried</strong></p>
            <h1>\(.name(run.exercise.title))</h1>
            <dl class="facts">\(report.options.date.map { fact("Date", "\($0)") } ?? .empty)\
            \(fact("Companies", "\(Wording.count(run.companies.count))"))\
            \(fact("Attacks", "\(Wording.count(run.scenarios.count))"))\
            \(fact("Trials each", "\(Wording.count(run.trials))"))\(fact("Worlds", "\(Wording.count(run.worlds))"))\
            \(fact("Seed", "\(String(run.seed))"))\(fact("Model", "\(run.modelVersion)"))\
            \(fact("Catalog", "\(run.catalogRelease), \(run.preset)"))\
            \(fact("Run", "<code>\(String(run.runID.prefix(12)))</code>"))</dl>
            </header>

            """
    }

    private func fact(_ title: String, _ value: Markup) -> Markup {
        "<div><dt>\(title)</dt><dd>\(value)</dd></div>\n"
    }
}
