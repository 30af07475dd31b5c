internal import DrillResults
internal import Scenarios

/// The catalog's entries behind the figures: levels, effort, how many figures, from where.
struct AppendixCatalog {
    let catalog: Catalog?
    let analysis: RunAnalysis?
    /// Whether the page is one company's own.
    let isOfOne: Bool

    var section: PageSection? {
        guard let catalog else { return nil }
        let shown = used.map { ids in catalog.controls.filter { ids.contains($0.id) } } ?? catalog.controls
        guard !shown.isEmpty else { return nil }
        return PageSection(
            "catalog", title: "Catalog entries",
            content: """
                <p>Release \(catalog.release). \(used == nil ? "All controls." : "The controls that could be raised \(isOfOne ? "here" : "at some company of this run").") \
                Each figure has a low, a likely and a high value; \
                “judgement” is somebody’s estimate without a published source.</p>
                \(shown.map(entry))
                """)
    }

    /// Controls that the analysis mentions; nil where there is none.
    private var used: Set<String>? {
        guard let analysis else { return nil }
        let ids = analysis.companies.flatMap { company in
            company.weaknesses.weaknesses.compactMap(\.lever.control)
                + company.weaknesses.withoutEffect.compactMap(\.control)
                + company.weaknesses.tripwires.compactMap(\.lever.control)
        }
        return ids.isEmpty ? nil : Set(ids)
    }

    private func entry(_ control: Control) -> Markup {
        let table = Table(
            caption: "Levels, from weakest to strongest", style: "small",
            columns: [
                .init("Level", .name), .init("Effort from the level below", .text), .init("Figures", .number),
                .init("Sources", .text),
            ],
            rows: control.levels.map { level in
                let figures = control.figures.filter { $0.level == level.id }
                return [
                    "\(.name(level.title))\(mark(level, of: control))",
                    level.effort.map { "\(Wording.effort(Effort(low: $0.low, likely: $0.likely, high: $0.high)))" }
                        ?? "–",
                    "\(figures.count)", "\(sources(figures))",
                ]
            })
        return """
            <article class="control" id="control-\(ReportPath.escaped(control.id))">
            <h3>\(.name(control.title)) <span class="scope">\(Titles.family(control.family.rawValue))</span></h3>
            \(control.help.map { "<p>\($0)</p>\n" } ?? .empty)\
            \(control.twoWay.map { "<p class=\"two-way\"><strong>It acts both ways.</strong> \($0)</p>\n" } ?? .empty)\
            \(references(control))<details><summary>Levels and sources</summary>
            \(table.markup)</details>
            </article>

            """
    }

    private func references(_ control: Control) -> Markup {
        let parts = [("ATT&CK", control.mitigations), ("NIST SP 800-53", control.nist)].filter { !$0.1.isEmpty }
        guard !parts.isEmpty else { return .empty }
        return
            "<p class=\"note\">\(parts.map { "\($0.0): \($0.1.joined(separator: ", "))" }.joined(separator: ". ")).</p>\n"
    }

    private func mark(_ level: ControlLevel, of control: Control) -> Markup {
        var words: [String] = []
        if level.id == control.assumed { words.append("assumed where nobody says") }
        if level.id == control.reference { words.append("reference for scores") }
        return words.isEmpty ? .empty : " <small>\(words.joined(separator: "; "))</small>"
    }

    private func sources(_ figures: [CatalogFigure]) -> Markup {
        let judged = figures.count(where: \.isJudgement)
        var seen: [String] = []
        for figure in figures where !figure.isJudgement {
            let citation = figure.citation
            let text =
                citation.source + (citation.year.map { ", \($0)" } ?? "")
                + (citation.seen == .secondary ? " (read in a copy)" : "")
            if !seen.contains(text) { seen.append(text) }
        }
        if figures.isEmpty { return "–" }
        let judgement = judged > 0 ? ["judgement (\(judged))"] : []
        return "\((seen + judgement).joined(separator: "; "))"
    }
}
