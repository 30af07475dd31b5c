internal import DrillResults

/// Where there is something to gain: departments (or, with many companies, companies) against families of controls.
struct IndexHeat {
    let report: Report

    /// With more companies than this a row is a company; its departments stand in its security report.
    private static let mostWithDepartments = 24

    var section: PageSection? {
        guard report.companies.contains(where: { $0.analysis?.weaknesses.weaknesses.isEmpty == false }) else {
            return nil
        }
        let families = shownFamilies
        let isByDepartment = report.companies.count <= Self.mostWithDepartments
        let heads = families.map { "<th scope=\"col\">\(Titles.family($0))</th>" as Markup }
        return PageSection(
            "heat", "Where there is most to gain",
            """
            <p>By how many of 100 trials the best single fix of a family makes the attack that it helps most reach its goal \
            less often. The stronger the colour, the more; a dash: nothing that stands out from chance.\
            \(isByDepartment ? "" : " Departments stand in each company’s security report.")</p>
            <div class="scroll" role="region" aria-label="Gain by department and family of controls" tabindex="0">
            <table class="grid-table heat" style="min-width:\(14 + 5 * families.count)rem">
            <thead><tr><th scope="col">\(isByDepartment ? "Company and department" : "Company")</th>\(heads)</tr></thead>
            \(isByDepartment
                ? report.companies.map { departments($0, families) }
                : ["<tbody>\n\(report.companies.map { company($0, families) })</tbody>\n"])</table></div>

            """)
    }

    private var shownFamilies: [String] {
        let present = Set(report.companies.flatMap { $0.gains.map(\.family) })
        return Titles(run: report.run, catalog: report.catalog).families.filter { present.contains($0) }
            + present.subtracting(Titles(run: report.run, catalog: report.catalog).families).sorted()
    }

    private func departments(_ company: CompanyReport, _ families: [String]) -> Markup {
        let gains = company.gains
        guard !gains.isEmpty else { return .empty }
        var rows: [String?] = [nil]
        rows += company.departmentIDs.filter { id in gains.contains { $0.department == id } }.map { $0 }
        let lines = rows.map { id -> Markup in
            let own = gains.filter { $0.department == id }
            return own.isEmpty ? .empty : row("\(company.department(id))", own, families)
        }
        return """
            <tbody><tr class="group"><th scope="rowgroup" colspan="\(families.count + 1)">\
            <a href="\(ReportPath.folder(ofCompany: company.id))\(ReportPath.security)#weaknesses">\(.name(company.name))</a>\
            </th></tr>
            \(lines)</tbody>

            """
    }

    private func company(_ company: CompanyReport, _ families: [String]) -> Markup {
        row(.name(company.name), company.gains, families)
    }

    private func row(_ title: Markup, _ gains: [FamilyGain], _ families: [String]) -> Markup {
        let cells = families.map { family -> Markup in
            guard let most = gains.filter({ $0.family == family }).map(\.points).max() else {
                return "<td class=\"zero\">–</td>"
            }
            return "<td class=\"gain-\(FamilyGain.shade(of: most))\">\(Wording.points(-most))</td>"
        }
        return "<tr><th scope=\"row\">\(title)</th>\(cells)</tr>\n"
    }
}

/// What the best fix of a family in a department takes off some attack's share.
struct FamilyGain {
    /// Nil: the whole company's matter.
    var department: String?
    var family: String
    /// Share of trials, above 0.
    var points: Double

    static func shade(of points: Double) -> Int {
        [0.02, 0.05, 0.15, 0.3].firstIndex { points < $0 } ?? 4
    }
}

extension CompanyReport {
    /// One for each weakness that stands out from chance.
    var gains: [FamilyGain] {
        (analysis?.weaknesses.weaknesses ?? []).filter(\.standsOut).compactMap { weakness in
            let most = weakness.stories.map { -$0.goal.difference.value }.max() ?? 0
            return most > 0
                ? FamilyGain(department: weakness.lever.department, family: weakness.lever.family, points: most) : nil
        }
    }
}
