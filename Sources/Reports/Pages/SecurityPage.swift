internal import DrillResults

/// One company in full, for whoever wants to take the numbers apart.
struct SecurityPage {
    let company: CompanyReport

    var markup: Markup {
        let sections = sections
        // Links to the sections that are there.
        let contents = sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" as Markup }
        return PageFrame(
            frame: company.frame, place: .security(name: company.name), paths: company.paths, styles: Styles.security,
            content: """
                <div class="page">
                \(SecurityMasthead(company: company, contents: contents).markup)<main id="main">
                \(sections.map(\.markup))</main>
                </div>

                """
        ).markup
    }

    private var sections: [PageSection] {
        let all: [PageSection?] = [
            SecurityScope(company: company).section, SecurityObjectives(company: company).section,
            SecurityHeat(company: company).section, SecurityWeaknesses(company: company).section,
            SecurityPairs(company: company).section,
            SecurityPlan(company: company).section, SecurityStories(company: company).section,
            SecurityNotice(company: company).section, SecurityEncryption(company: company).section,
            SecuritySpeeds(company: company).section, SecurityHandOffs(company: company).section,
            SecuritySuppliers(company: company).section, SecurityTripwires(company: company).section,
            SecurityIdle(company: company).section, SecurityRanking(company: company).section,
            SecurityLoss(company: company).section, SecurityActions(company: company).section,
            SecurityReplay(company: company).section,
        ]
        return all.compactMap { $0 }
    }
}
