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
        run.companies[1] = SampleCompanies.all[5]
        let plain = pages(run, SampleAnalysis.full)
        let hostile = pages(try poisoned(run, with: text), try poisoned(SampleAnalysis.full, with: text))
        for (path, html) in plain {
            let (before, after) = (tags(in: html), tags(in: hostile[path] ?? ""))
            // A Bool apart, so that a failure does not print two pages.
            let same = before == after
            #expect(same, "\(path)")
            expectBalanced(after)
        }
    }

    @Test func shownAsWritten() throws {
        var run = Sample.run
        run.companies[0].name = "Müller & <Söhne> \"Bank\" 'AG'"
        #expect(
            ReportWriter.files(for: run)[0].text.contains("Müller &amp; &lt;Söhne&gt; &quot;Bank&quot; &#39;AG&#39;"))
    }

    @Test func controlCharactersBecomeVisible() {
        var run = Sample.run
        run.exercise.title = "a\u{0}b\u{1B}c\nd"
        let html = ReportWriter.files(for: run)[0].text
        #expect(html.contains("a\u{FFFD}b\u{FFFD}c\nd"))
        #expect(!html.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
    }

    /// The document with the text put in front of every free text in it.
    private func poisoned<Document: Codable>(_ run: Document, with text: String) throws -> Document {
        let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(run))
        let keys: Set = [
            "title", "name", "sector", "summary", "reason", "remarks", "steps", "retells", "toConfirm", "marking",
            "path",
            "modelVersion", "catalogRelease", "preset", "technique", "scope", "now", "target", "action", "twoWay",
            "mitigations", "nist", "formula", "why", "asset", "level", "targetSource", "today", "advice", "lowWords",
            "highWords", "owner", "due", "warnings", "source", "form", "frequencySource", "currency",
            "supplier", "links", "guards", "departmentName",
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
            Document.self, from: JSONSerialization.data(withJSONObject: visit(encoded, under: "")))
    }
}
