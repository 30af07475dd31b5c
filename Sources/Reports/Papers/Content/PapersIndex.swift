internal import Scenarios
internal import Tabletop

/// The page that links all papers of a folder.
struct PapersIndex {
    struct Entry {
        var session: Session
        /// Paper, and its files by format, relative to the index.
        var papers: [(paper: Paper, files: [(format: PaperFormat, path: String)])]
    }

    let frame: Frame
    let entries: [Entry]
    /// Scenario title, organization name, reason.
    let notPlayed: [(scenario: String, organization: String, reason: String)]

    var html: String {
        var page = PaperPage(
            paper: Paper(
                name: "index", title: "Papers for the tabletop", subtitle: "Start with the facilitator guide",
                audience: .facilitators, blocks: []), frame: frame
        ).markup.html
        let marker = "</header>\n"
        if let range = page.firstRange(of: marker) { page.replaceSubrange(range, with: marker + content.html) }
        return page
    }

    private var content: Markup {
        let sections = entries.map { entry -> Markup in
            let rows = entry.papers.map { paper, files -> Markup in
                let links = files.map { file -> Markup in "<a href=\"\(file.path)\">\(file.format.rawValue)</a> " }
                return
                    "<tr><th scope=\"row\">\(paper.title)</th><td>\(paper.audience.rawValue)</td><td>\(links)</td></tr>\n"
            }
            return """
                <h2>\(.name(entry.session.facilitatorsSubtitle))</h2>
                <table><thead><tr><th scope="col">Paper</th><th scope="col">For whom</th><th scope="col">Open</th></tr></thead>
                <tbody>
                \(rows)</tbody></table>

                """
        }
        let others = notPlayed.map {
            "<li>\(.name($0.organization)), \(.name($0.scenario)): \(.name($0.reason))</li>\n" as Markup
        }
        return "\(sections)\(others.isEmpty ? .empty : "<h2>Not played</h2>\n<ul>\n\(others)</ul>\n")"
    }
}
