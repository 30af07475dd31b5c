internal import DrillResults

/// What is simulated, in the order in which it happens.
struct AppendixMethod {
    let frame: RunFrame

    var section: PageSection {
        PageSection("method", title: "Method", content: content)
    }

    private var content: Markup {
        let run = frame.run
        return """
            <p>Nothing was attacked. A description of each company, a description of each attack, and a catalog of what \
            controls do were put together to a graph: every step of the attack on every asset that it fits. Each of \
            \(Wording.count(run.trials)) trials draws, for every step, which try succeeds, how long it takes, whether \
            somebody notices, and lets the response run against it.</p>
            <ol class="loose">
            <li><strong>Start.</strong> A step starts when what it requires has completed; a control on the way scales its \
            chance, its duration, and whether it is noticed.</li>
            <li><strong>Notice.</strong> The earliest alert of monitoring, people, outsiders or the attack itself starts the \
            response chain: hand-offs between departments, with working hours; then containment; then repair.</li>
            <li><strong>Cut.</strong> Containment stops what would end after it. It undoes nothing.</li>
            <li><strong>Chance</strong> is what differs between trials. <strong>Not knowing</strong> is what differs between \
            \(Wording.count(run.worlds)) worlds: one draw of every figure between its low and high, and one level for each \
            unknown answer.</li>
            <li><strong>What-ifs</strong> run on the same random numbers as today’s state, so that a difference is the \
            change’s.</li>
            </ol>
            <h3>Versions</h3>
            <dl class="facts"><div><dt>Model</dt><dd>\(run.modelVersion)</dd></div><div><dt>Catalog</dt>\
            <dd>\(run.catalogRelease)</dd></div><div><dt>Preset</dt><dd>\(run.preset)</dd></div><div><dt>Seed</dt>\
            <dd>\(String(run.seed))</dd></div><div><dt>Trials</dt><dd>\(Wording.count(run.trials))</dd></div>\
            <div><dt>Worlds</dt><dd>\(Wording.count(run.worlds))</dd></div></dl>
            <p class="note">Figures of two model versions, or of two catalog releases, are not comparable.</p>
            <h3>What is left out</h3>
            <p>How often attacks are tried; adversaries who learn; false alarms and fatigue; networks that nobody wrote down; \
            law, insurance and reputation, unless the documents carry money.</p>

            """
    }
}
