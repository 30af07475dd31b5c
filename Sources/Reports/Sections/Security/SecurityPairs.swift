internal import DrillResults

/// Two fixes that do more together than the ranking of single ones says.
struct SecurityPairs {
    let company: CompanyReport

    var section: PageSection? {
        guard let pairs = company.analysis?.weaknesses.pairs, !pairs.isEmpty else { return nil }
        return PageSection("pairs", title: "Fixes that need each other", content: content(pairs))
    }

    private func content(_ pairs: [LeverPair]) -> Markup {
        """
        <p>Where two ways lead to the goal, closing one gains little. These pairs do more together than both alone.</p>
        \(Table(
            caption: "Change of the share that reaches a goal, all attacks added, in points", style: "pairs",
            columns: [
                .init("First and second", .name), .init("Together", .number), .init("First alone", .number),
                .init("Second alone", .number), .init("More than both alone", .number),
            ],
            rows: pairs.map { pair in
                [
                    "\(fix(pair.first)) <span class=\"and\">and</span> \(fix(pair.second))",
                    "<strong>\(Wording.points(-pair.gain))</strong>", "\(Wording.points(-pair.firstGain))",
                    "\(Wording.points(-pair.secondGain))", "\(Wording.points(-pair.surplus))",
                ]
            }).markup)
        """
    }

    private func fix(_ lever: Lever) -> Markup {
        "<span class=\"fix\">\(lever.titleAndScope): \(lever.target)</span>"
    }
}
