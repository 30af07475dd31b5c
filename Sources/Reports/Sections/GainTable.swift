internal import DrillResults

/// Departments or companies against families of controls: what the best single fix takes off.
struct GainTable {
    enum Rows {
        /// Every company with its departments, below its name.
        case departments
        /// One row a company.
        case companies
        /// The departments of a single company, on its own page.
        case own
    }

    let titles: Titles
    let companies: [CompanyReport]
    var rows: Rows

    static let reading =
        "By how many of 100 trials the best single fix of a family makes the attack that it helps most reach its goal less "
        + "often. The stronger the colour, the more; a dash: nothing that stands out from chance."

    /// Families with something to gain: the catalog's first, in its order.
    var families: [String] {
        let present = Set(companies.flatMap { $0.gains.map(\.family) })
        return titles.families.filter { present.contains($0) } + present.subtracting(titles.families).sorted()
    }

    var markup: Markup {
        let families = families
        let heads = families.map { "<th scope=\"col\">\(Titles.words(of: $0))</th>" as Markup }
        return """
            <div class="scroll" role="region" aria-label="Gain by department and family of controls" tabindex="0">
            <table class="grid-table heat" style="min-width:\(14 + 5 * families.count)rem">
            <thead><tr><th scope="col">\(corner)</th>\(heads)</tr></thead>
            \(bodies(families))</table></div>

            """
    }

    private var corner: String {
        switch rows {
        case .departments: "Company and department"
        case .companies: "Company"
        case .own: "Department"
        }
    }

    private func bodies(_ families: [String]) -> Markup {
        switch rows {
        case .departments: "\(companies.map { group($0, families) })"
        case .companies:
            "<tbody>\n\(companies.map { row(.name($0.name), gains: $0.gains, families: families) })</tbody>\n"
        case .own: "<tbody>\n\(companies.flatMap { departments($0, families) })</tbody>\n"
        }
    }

    private func group(_ company: CompanyReport, _ families: [String]) -> Markup {
        let lines = departments(company, families)
        guard !lines.isEmpty else { return .empty }
        return """
            <tbody><tr class="group"><th scope="rowgroup" colspan="\(families.count + 1)">\
            <a href="\(company.paths.folder)\(company.paths.security)#weaknesses">\(.name(company.name))</a>\
            </th></tr>
            \(lines)</tbody>

            """
    }

    private func departments(_ company: CompanyReport, _ families: [String]) -> [Markup] {
        let gains = company.gains
        return ([nil] + company.departmentIDs).compactMap { id -> Markup? in
            let own = gains.filter { $0.department == id }
            return own.isEmpty ? nil : row("\(company.department(id))", gains: own, families: families)
        }
    }

    private func row(_ title: Markup, gains: [FamilyGain], families: [String]) -> Markup {
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
