internal import DrillResults

/// How the figures come about: method, formulas, the catalog's entries, versions, documents.
struct AppendixPage {
    let report: Report

    var markup: Markup {
        let frame = report.frame
        return PageFrame(
            frame: frame, place: .appendix, styles: Styles.appendix,
            content: """
                <div class="page">
                <header>
                <p class="kicker">\(.name(frame.run.exercise.title))</p>
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
        let frame = report.frame
        let all: [PageSection?] = [
            AppendixMethod(frame: frame).section, AppendixFormulas(frame: frame).section,
            ReadingSection(frame: frame).section, BasisSection(frame: frame).section,
            ScenarioSection(frame: frame).section, AppendixCatalog(report: report).section,
            DocumentSection(frame: frame).section,
        ]
        return all.compactMap { $0 }
    }
}
