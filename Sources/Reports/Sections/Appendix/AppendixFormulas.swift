internal import DrillResults

/// How printed numbers follow from counted trials.
struct AppendixFormulas {
    let frame: RunFrame

    private static let rows: [(String, String, String)] = [
        (
            "Share", "trials that reach the goal / all trials",
            "0 and 1 are never printed: the rule of three, 3 / n, bounds them."
        ),
        ("Chance alone", "Wilson’s 90 % interval of the share", "Narrows with more trials."),
        (
            "Not knowing alone", "5 % and 95 % points of the worlds’ shares, less what chance explains in each world",
            "Narrows with answers and better figures only."
        ),
        ("Range", "the two distances from the share added in quadrature, on each side", "The headline range."),
        (
            "Change of a fix", "mean over trials of (with − without), paired",
            "Its interval is that of the difference, not the difference of two intervals."
        ),
        ("RRW, risk reduction worth", "P(goal today) / P(goal with the fix)", "Above 1: it helps."),
        (
            "RAW, risk achievement worth", "P(goal without the control) / P(goal today)",
            "Above 1: the control holds something."
        ),
        (
            "Birnbaum importance", "P(goal without the control) − P(goal with its strongest level)",
            "How much hangs on it at all."
        ),
        (
            "Score", "printed beside each score, with its numbers",
            "0 worst, 100 best; monotone; only for its set of attacks."
        ),
        ("Dwell", "earliest alert − first completed step, in each trial", "0 where the alert came first."),
        (
            "Loss exceedance", "share of trials, or years, with a loss of at least so much",
            "Yearly only with a sourced frequency of attacks."
        ),
    ]

    var section: PageSection {
        PageSection(
            "formulas", title: "Formulas",
            content: Table(
                caption: "From counted trials to printed numbers", style: "small",
                columns: [.init("Number", .name), .init("How it is computed", .text), .init("What to know", .text)],
                rows: Self.rows.map { ["\($0.0)", "\($0.1)", "\($0.2)"] }
            ).markup)
    }
}
