internal import DrillResults

/// One company on one sheet of paper, for a reader with one minute.
struct ManagerPage {
    let company: CompanyReport

    var markup: Markup {
        PageFrame(
            frame: company.frame, place: .manager(name: company.name), paths: company.paths, styles: Styles.manager,
            content: """
                <main class="sheet" id="main">
                \(ManagerMasthead(company: company).markup)\(ManagerVerdict(company: company).markup)\
                \(ManagerStanding(company: company).markup)\(ManagerRace(company: company).markup)\
                \(ManagerFixes(company: company).markup)\
                <div class="twin">
                \(ManagerUseless(company: company).markup)\(ManagerNotice(company: company).markup)</div>
                \(ManagerActions(company: company).markup)\(ManagerBasis(company: company).markup)</main>

                """
        ).markup
    }
}
