import DrillResults
import Reports
import Testing

/// A page read back as a paper.
@Suite struct PagePaperTests {
    private func paper(_ body: String, at path: String = "companies/a/a-manager.html") -> Paper {
        ExportWriter.paper(
            of:
                "<!DOCTYPE html>\n<html lang=\"en\"><head><title>No</title><style>p > a { }</style></head><body>\(body)</body></html>",
            at: path)
    }

    @Test func namesAndReaders() {
        #expect(paper("", at: "companies/a/a-manager.html").name == "a-manager")
        #expect(paper("", at: "companies/a/a-manager.html").isDense)
        #expect(paper("", at: "companies/a/a-security.html").name == "a-security")
        #expect(paper("", at: "companies/a/a-security.html").audience == .company)
        #expect(paper("", at: "index.html").name == "index")
        #expect(paper("", at: "index.html").audience == .coordinators)
    }

    @Test func headingsAndParagraphs() {
        let paper = paper(
            """
            <a class="skip" href="#main">Skip</a><nav><ul><li>Elsewhere</li></ul></nav>
            <main><h1><bdi>Mill &amp; Sons</bdi></h1><p class="stamp"><strong>Modelled.</strong> Not real.</p>
            <section><h2>Verdict</h2>
            <p class="lead">Reached in <strong><span class="figure">45 %</span></strong>
               of trials.</p><div>Loose <small>words</small></div></section></main>
            """)
        #expect(paper.title == "Mill & Sons")
        #expect(paper.subtitle == "Modelled. Not real.")
        #expect(
            paper.blocks == [
                .heading(1, "Verdict"), .note("Reached in \(strong: "45 %") of trials."),
                .paragraph("Loose \(quiet: "words")"),
            ])
    }

    @Test func tablesWithoutTheirDrawings() {
        let paper = paper(
            """
            <table><caption>Each alone. Solid: still reached</caption><thead><tr><th class="name">Fix</th>\
            <th class="chart"><svg><text>0</text></svg></th><th class="number">Share</th></tr></thead><tbody>
            <tr><th>Patching <small>Within days</small></th><td class="chart"><svg aria-label="x"></svg></td>\
            <td><strong>44 %</strong> <small>range 31–58 %</small></td></tr></tbody></table>
            """)
        guard case .table(let table)? = paper.blocks.last else {
            Issue.record("no table in \(paper.blocks)")
            return
        }
        #expect(paper.blocks.first == .paragraph(.quiet("Each alone")))
        #expect(table.columns.map(\.title) == ["Fix", "Share"])
        #expect(
            table.rows == [[["Patching \(quiet: "Within days")"], ["\(strong: "44 %") \(quiet: "range 31–58 %")"]]])
    }

    @Test func lists() {
        let paper = paper(
            """
            <ul><li>One</li><li>81 % <ol class="chain"><li><span>Enter</span></li><li>Leave</li></ol></li></ul>
            <ul class="plain inline"><li>A</li><li>B</li></ul>
            <dl class="facts"><div><dt>Run</dt><dd><code>ab</code></dd></div><div><dt>Seed</dt><dd>1</dd></div></dl>
            """)
        guard case .list(let items, false)? = paper.blocks.first else {
            Issue.record("no list in \(paper.blocks)")
            return
        }
        #expect(items.map(\.text) == ["One", "81 % Enter → Leave"])
        let lines = paper.blocks.dropFirst().map { if case .paragraph(let words) = $0 { words.text } else { "" } }
        #expect(lines == ["A · B", "Run: ab · Seed: 1"])
    }

    @Test(arguments: [
        "<", "</p>", "<p", "<p class=\"", "<p class=", "<!--", "</", "<table><tr><td>", "&", "&#39", "<p></div></p>",
        "<style>",
        String(repeating: "<div>", count: 5_000),
    ])
    func brokenPagesMakeSomething(body: String) {
        _ = paper(body).blocks
        _ = ExportWriter.files(for: Sample.run, pages: [("index.html", body)])
    }

    /// Every sentence and every table's figures of a whole page are in its document.
    @Test func nothingIsLost() {
        let html = ReportWriter.files(for: Sample.run)[0].text
        let paper = ExportWriter.paper(of: html, at: "index.html")
        let text = paper.blocks.map(String.init(describing:)).joined(separator: "\n")
        for company in Sample.run.companies { #expect(text.contains(company.name)) }
        for words in [Wording.attackNotice, "below 0.03 %", "71 %"] { #expect(text.contains(words)) }
        #expect(!text.contains("<"))
    }

    @Test func documentsLieBesideTheirPages() {
        let html = ReportWriter.files(for: Sample.run)[0].text
        let files = ExportWriter.files(
            for: Sample.run,
            pages: [("index.html", html), ("companies/a/a-manager.html", html), ("companies/a/a-security.html", html)])
        #expect(
            files.map(\.path).filter { $0.hasSuffix(".docx") } == [
                "index.docx", "companies/a/a-manager.docx", "companies/a/a-security.docx",
            ])
        #expect(files.filter { $0.path.hasSuffix(".docx") }.allSatisfy { $0.bytes.starts(with: Array("PK".utf8)) })
    }
}
