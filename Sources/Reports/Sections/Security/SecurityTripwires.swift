internal import DrillResults

/// Hardenings with which some trials go worse, explained.
struct SecurityTripwires {
    let company: CompanyReport

    /// What is more stands below the fold.
    private static let most = 8

    var section: PageSection? {
        guard let wires = company.analysis?.weaknesses.worstTripwires, !wires.isEmpty else { return nil }
        return PageSection("tripwires", title: "Where hardening makes some trials worse", content: content(wires))
    }

    private func content(_ wires: [Tripwire]) -> Markup {
        let rest = Array(wires.dropFirst(Self.most))
        return """
            <p>A fix can prevent a noisy step whose alarm would have saved the rest: a <strong>lost tripwire</strong>. It can \
            keep a system up that would have been down before it was robbed: a <strong>lost outage</strong>; or a step from \
            happening that would have made people decide: a <strong>lost decision</strong>. Which of them it is is found by \
            test: what stops the attack is held at its former times, one kind after the other, until the harm is undone. A few \
            controls act both ways by nature. None of it speaks against the fix as long as it helps more often than it harms; \
            where a tripwire is lost, put an alarm in its place.</p>
            \(table("Most trials first; for each control and attack the level and goal with which it goes worst", Array(wires.prefix(Self.most))))\
            \(rest.isEmpty ? .empty : """
                <details class="unprinted"><summary>\(rest.count) more, in fewer trials</summary>
                \(table("In fewer trials", rest))</details>

                """)
            """
    }

    private func table(_ caption: Markup, _ wires: [Tripwire]) -> Markup {
        Table(
            caption: caption, style: "tripwires",
            columns: [
                .init("Fix", .name), .init("Attack and goal", .text), .init("Worse in", .number),
                .init("Better in", .number), .init("Why", .text),
            ],
            rows: wires.map { wire in
                [
                    "\(wire.lever.titleAndScope) <small>\(wire.lever.target)</small>",
                    """
                    \(.name(company.frame.scenarioTitle(wire.scenario))) \
                    <small>\(company.frame.objectiveTitle(wire.objective, of: wire.scenario))</small>
                    """,
                    "\(share(wire.caused, wire))", "\(share(wire.prevented, wire))",
                    "<strong>\(wire.reason.kind.title).</strong> \(wire.reason.why)",
                ]
            }
        ).markup
    }

    private func share(_ count: Int, _ wire: Tripwire) -> Markup {
        "\(Wording.count(count)) <small>of \(Wording.count(wire.trials)) trials</small>"
    }
}
