import DrillResults
import Foundation
import Reports
import Testing

/// Names, titles and markings come from other people's documents.
@Suite struct HostileTextTests {
    private static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</title></style><b>",
        "a & b < c", "]]><!-- ", "\u{0}\u{7}\u{1B}[31m", "\u{202E}moc.elpmaxe", "\\3c script>", "# .x{}", "é 漢字 🜂",
    ]

    @Test(arguments: texts)
    func isTextEverywhere(text: String) throws {
        var run = Sample.run
        run.companies = [SampleCompanies.all[0], SampleCompanies.all[2]]
        let plain = tags(in: ReportWriter.html(for: run))
        let hostile = tags(in: ReportWriter.html(for: try poisoned(run, with: text)))
        // A Bool apart, so that a failure does not print two pages.
        let same = hostile == plain
        #expect(same)
        expectBalanced(hostile)
    }

    @Test(arguments: texts)
    func severityIsTextToo(text: String) {
        var run = Sample.run
        run.scenarios[0].objectives[0].severity = text
        expectBalanced(tags(in: ReportWriter.html(for: run)))
    }

    @Test func shownAsWritten() throws {
        var run = Sample.run
        run.companies[0].name = "Müller & <Söhne> \"Bank\" 'AG'"
        #expect(ReportWriter.html(for: run).contains("Müller &amp; &lt;Söhne&gt; &quot;Bank&quot; &#39;AG&#39;"))
    }

    @Test func controlCharactersBecomeVisible() {
        var run = Sample.run
        run.exercise.title = "a\u{0}b\u{1B}c\nd"
        let html = ReportWriter.html(for: run)
        #expect(html.contains("a\u{FFFD}b\u{FFFD}c\nd"))
        #expect(!html.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
    }

    @Test func differentIdsKeepDifferentAnchors() {
        var run = Sample.run
        run.companies[0].id = "a b"
        run.companies[1].id = "a_20b"
        run.companies[2].id = "a\u{A0}b"
        let ids = tags(in: ReportWriter.html(for: run)).filter { $0["class"] == "company" }.compactMap { $0["id"] }
        #expect(Set(ids).count == 6)
        #expect(ids.allSatisfy { !$0.contains(" ") })
    }

    /// The run with the text put in front of every free text in it.
    private func poisoned(_ run: RunResult, with text: String) throws -> RunResult {
        let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(run))
        let keys: Set = [
            "title", "name", "sector", "summary", "reason", "remarks", "steps", "retells", "toConfirm", "marking",
            "path",
            "modelVersion", "catalogRelease", "preset", "technique",
        ]
        func visit(_ value: Any, under key: String) -> Any {
            switch value {
            case let object as [String: Any]:
                return Dictionary(uniqueKeysWithValues: object.map { ($0, visit($1, under: $0)) })
            case let list as [Any]: return list.map { visit($0, under: key) }
            case let string as String where keys.contains(key): return text + string
            default: return value
            }
        }
        return try JSONDecoder().decode(
            RunResult.self, from: JSONSerialization.data(withJSONObject: visit(encoded, under: "")))
    }
}
