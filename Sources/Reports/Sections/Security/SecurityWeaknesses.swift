internal import DrillResults

/// Fixes ranked, one card each, and every measured lever in a table.
struct SecurityWeaknesses {
    let company: CompanyReport

    var section: PageSection {
        PageSection("weaknesses", title: "What to fix first", content: content)
    }

    @MarkupList private var content: Markup {
        if let report = company.analysis?.weaknesses {
            if company.fixes.isEmpty {
                "<p>No single fix makes a difference that stands out from chance and from what is not known.</p>\n"
            } else {
                Self.reading
                "<div class=\"weaknesses\">\n"
                "\(company.fixes.prefix(Self.cards).enumerated().map { card($0 + 1, $1) })"
                "</div>\n"
                further
            }
            all(report)
        } else {
            "<p>This run has not been analysed, so it does not say what to fix.</p>\n"
        }
    }

    /// Fixes beyond these stand in a table.
    private static let cards = 8

    private func card(_ rank: Int, _ weakness: Weakness) -> Markup {
        WeaknessCard(company: company, rank: rank, weakness: weakness).markup
    }

    private var further: Markup {
        let rest = company.fixes.enumerated().dropFirst(Self.cards)
        guard !rest.isEmpty else { return .empty }
        return Table(
            caption: "Further fixes that stand out from chance", style: "further",
            columns: [
                .init("Fix", .name), .init("Whose", .text), .init("Effort", .text),
                .init("Where it changes most", .text), .init("Today → fixed", .number), .init("Change", .number),
            ],
            rows: rest.map { index, weakness in
                let (lever, story) = (weakness.lever, weakness.bestStories.first)
                return [
                    "\(index + 1). \(lever.titleAndScope) <small>\(lever.now) → \(lever.target)</small>",
                    "\(company.department(lever.department))",
                    lever.effort.map { "\(Wording.effort($0))" } ?? "not stated",
                    story.map { .name(company.frame.scenarioTitle($0.scenario)) } ?? "–",
                    story.map {
                        "\(Wording.probability($0.goal.before)) → \(Wording.probability($0.goal.after))"
                    } ?? "–",
                    story.map { .change($0.goal.difference) } ?? "–",
                ]
            }
        ).markup
    }

    private static let reading: Markup = """
        <p>Each fix was tried alone, on the same random numbers as today’s state, so that a change is the fix’s and not \
        chance’s. Ranked by how much less often the attacks reach their goals, added up over the attacks. Of several levels \
        of one control the least effort that brings four fifths of the best is shown.</p>
        <dl class="terms"><div><dt>Change</dt><dd>In percentage points; smaller, 5 % to 95 %, chance and not knowing \
        together.</dd></div><div><dt>RRW</dt><dd>Risk reduction worth: today’s share divided by the share with the fix, and \
        its range. Above 1 it helps.</dd></div><div><dt>RAW</dt><dd>Risk achievement worth: the share without the control divided by today’s. \
        Above 1 the control already holds something.</dd></div><div><dt>Birnbaum</dt><dd>The share without the control less \
        that with its strongest level: how much hangs on it at all.</dd></div></dl>

        """

    private func all(_ report: WeaknessReport) -> Markup {
        guard !report.weaknesses.isEmpty else { return .empty }
        let table = Table(
            caption: "Every lever that changes something, best first", style: "levers",
            columns: [
                .init("Lever", .name), .init("Today → target", .text), .init("Whose", .text), .init("Effort", .text),
                .init("Change, all attacks added", .number),
            ],
            rows: report.weaknesses.map { weakness in
                let lever = weakness.lever
                return [
                    "\(lever.titleAndScope)", "\(lever.now) → \(lever.target)",
                    "\(company.department(lever.department))",
                    lever.effort.map { "\(Wording.effort($0))" } ?? "not stated",
                    "\(Wording.points(-weakness.gain)) points",
                ]
            })
        return """
            <details class="unprinted"><summary>All \(report.weaknesses.count) levers measured that change something\
            </summary>
            \(table.markup)</details>

            """
    }
}
