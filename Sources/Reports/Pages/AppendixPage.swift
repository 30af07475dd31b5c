internal import DrillResults
internal import Scenarios

/// How the figures come about: method, formulas, the catalog's entries, versions, documents.
struct AppendixPage {
    private let frame: RunFrame
    private let catalog: Catalog?
    /// Whose appendix it is; nil: the coordinator's, over all companies.
    private let company: CompanyReport?

    /// The coordinator's.
    init(report: Report) {
        (frame, catalog, company) = (report.frame, report.catalog, nil)
    }

    /// What one company's own pages rest on.
    init(company: CompanyReport, catalog: Catalog?) {
        (frame, self.catalog, self.company) = (company.frame, catalog, company)
    }

    var markup: Markup {
        PageFrame(
            frame: frame, place: company.map { .basis(name: $0.name) } ?? .appendix, paths: company?.paths,
            styles: Styles.appendix,
            content: """
                <div class="page">
                <header>
                <p class="kicker">\(.name(frame.run.exercise.title))\(company.map { " · \(.name($0.name))" } ?? .empty)</p>
                <h1>Technical appendix</h1>
                <nav aria-label="On this page"><ul>
                \(sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" })</ul></nav>
                </header>
                <main id="main">
                \(sections.map(\.markup))</main>
                </div>

                """
        ).markup
    }

    private var sections: [PageSection] {
        let all: [PageSection?] = [
            AppendixMethod(frame: frame).section, AppendixFormulas(frame: frame).section,
            ReadingSection(frame: frame).section, BasisSection(frame: frame).section,
            ScenarioSection(frame: frame).section,
            AppendixCatalog(catalog: catalog, analysis: frame.analysis, isOfOne: company != nil).section,
            company == nil ? DocumentSection(frame: frame).section : nil,
        ]
        return all.compactMap { $0 }
    }
}
