internal import DrillResults

/// Where in the company there is something to gain.
struct SecurityHeat {
    let company: CompanyReport

    var section: PageSection? {
        let table = GainTable(titles: company.frame.titles, companies: [company], rows: .own)
        guard !table.families.isEmpty else { return nil }
        return PageSection(
            "heat", title: "Where there is most to gain", content: "<p>\(GainTable.reading)</p>\n\(table.markup)")
    }
}
