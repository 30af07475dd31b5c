internal import DrillResults

/// What the figures are, and where to read on.
struct IndexReading {
    let report: Report

    var section: PageSection {
        PageSection(
            "reading", title: "How to read this",
            content: """
                <ul class="loose">
                <li>A share answers: of 100 tries of this attack on this company, in how many does it reach its most severe \
                goal? None says how likely it is that somebody tries.</li>
                <li>A range holds chance and what is not known, from 5 % to 95 %. “\(Wording.probability(0, trials: report.run.trials))” \
                is said where none of \(Wording.count(report.run.trials)) trials showed it.</li>
                <li>Each company has a manager’s page, one sheet of paper, and a security report with all figures behind it.</li>
                <li>\(Wording.basis(report.run.basis)) Method, formulas and sources stand in the \
                <a href="\(ReportPath.appendix)">technical appendix</a>.</li>
                </ul>

                """)
    }
}
