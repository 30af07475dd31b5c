internal import DrillResults

/// Where there is something to gain: departments (or, with many companies, companies) against families of controls.
struct IndexHeat {
    let report: Report

    /// With more companies than this a row is a company; its departments stand in its security report.
    private static let mostWithDepartments = 24

    var section: PageSection? {
        let isByDepartment = report.companies.count <= Self.mostWithDepartments
        let table = GainTable(
            titles: report.frame.titles, companies: report.companies, rows: isByDepartment ? .departments : .companies)
        guard !table.families.isEmpty else { return nil }
        return PageSection(
            "heat", title: "Where there is most to gain",
            content: """
                <p>\(GainTable.reading)\(isByDepartment ? "" : " Departments stand in each company’s security report.")</p>
                \(table.markup)
                """)
    }
}
