internal import DrillResults

/// What would not help against these attacks.
struct SecurityIdle {
    let company: CompanyReport

    var section: PageSection? {
        guard let report = company.analysis?.weaknesses, !report.withoutEffect.isEmpty else { return nil }
        return PageSection("idle", title: "What would not help here", content: content(report))
    }

    private func content(_ report: WeaknessReport) -> Markup {
        let idle = report.idleControls
        let table = Table(
            caption: "Levers without any effect in these attacks", style: "small",
            columns: [.init("Lever", .name), .init("Today → target", .text), .init("Whose", .text)],
            rows: report.withoutEffect.map { lever in
                ["\(lever.titleAndScope)", "\(lever.now) → \(lever.target)", "\(company.department(lever.department))"]
            })
        return """
            <p>Raising these changes no trial, to the last bit. They may matter against attacks that were not tested.</p>
            \(idle.isEmpty ? .empty : "<ul class=\"inline plain\">\(idle.map { "<li>\($0)</li>" })</ul>\n")\
            <details class="unprinted"><summary>All \(report.withoutEffect.count) levers without effect, level by level\
            </summary>
            \(table.markup)</details>

            """
    }
}
