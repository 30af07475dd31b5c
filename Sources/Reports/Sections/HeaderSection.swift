internal import DrillResults

/// What was run: title, size, identity, and where things are on the page.
struct HeaderSection {
    let report: Report

    var markup: Markup {
        let run = report.run
        return """
            <header>
            <p class="kicker">Breach-simulation drill</p>
            <h1>\(.name(run.exercise.title))</h1>
            <dl class="facts">
            <div><dt>Companies</dt><dd>\(Wording.count(run.companies.count))</dd></div>
            <div><dt>Attack stories</dt><dd>\(Wording.count(run.scenarios.count))</dd></div>
            <div><dt>Trials each</dt><dd>\(Wording.count(run.trials))</dd></div>
            <div><dt>Worlds</dt><dd>\(Wording.count(run.worlds))</dd></div>
            <div><dt>Seed</dt><dd>\(String(run.seed))</dd></div>
            <div><dt>Model</dt><dd>\(run.modelVersion)</dd></div>
            <div><dt>Catalog</dt><dd>\(run.catalogRelease), \(run.preset)</dd></div>
            <div><dt>Run</dt><dd><code>\(String(run.runID.prefix(12)))</code></dd></div>
            </dl>
            <nav aria-label="On this page"><ul>
            <li><a href="#verdict">Verdict</a></li>
            <li><a href="#summary">Worst story</a></li>
            <li><a href="#matrix">All stories</a></li>
            <li><a href="#companies">Companies</a></li>
            <li><a href="#scenarios">The stories</a></li>
            <li><a href="#basis">What it rests on</a></li>
            <li><a href="#reading">How to read this</a></li>
            <li><a href="#documents">Documents</a></li>
            </ul></nav>
            </header>

            """
    }
}
