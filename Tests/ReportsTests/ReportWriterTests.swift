import DrillResults
import Foundation
import Reports
import Scenarios
import Testing

/// Pages by their path.
func pages(
    _ run: RunResult, _ analysis: RunAnalysis? = nil, catalog: Catalog? = nil, options: ReportOptions = ReportOptions()
) -> [String: String] {
    let files = ReportWriter.files(for: run, analysis: analysis, catalog: catalog, options: options)
    return Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { _, _ in "" })
}

@Suite struct ReportWriterTests {
    private static let index = "index.html"
    private static let manager = "companies/harbor-credit/harbor-credit-2026-11-25-manager.html"
    private static let security = "companies/harbor-credit/harbor-credit-2026-11-25-security.html"
    private static let appendix = "appendix.html"

    private static let options = ReportOptions(
        date: "2026-11-25",
        companies: [
            "harbor-credit": CompanyContext(
                last: EarlierStanding(run: "0123456789abcdef", date: "2026-05-12", score: 24, reached: 0.76),
                peers: PeerStanding(companies: 23, lowerQuartile: 35, median: 52, upperQuartile: 71),
                people: PeopleSummary(
                    expected: 14, inTime: 6, late: 3, undated: 1, notDone: 2, notEvaluated: 2,
                    ratings: [.init(title: "Take the portal offline", rating: "M")],
                    sessions: ["The portal nobody patched"]))
        ])

    private let full = pages(SampleAnalysis.small, SampleAnalysis.full, catalog: .embedded, options: options)

    @Test(arguments: [
        (index, "index.html"), (manager, "manager.html"), (security, "security.html"),
        ("companies/quarry-bank/quarry-bank-2026-11-25-manager.html", "manager-little.html"),
    ])
    func golden(path: String, file: String) throws {
        try expectGolden(full[path] ?? "", file)
    }

    @Test func appendixWithoutCatalog() throws {
        try expectGolden(pages(SampleAnalysis.small, SampleAnalysis.full)[Self.appendix] ?? "", "appendix.html")
    }

    @Test func onePageAFile() {
        let files = ReportWriter.files(for: SampleAnalysis.small, analysis: SampleAnalysis.full)
        #expect(
            files.map(\.path) == [
                "index.html", "companies/harbor-credit/harbor-credit-manager.html",
                "companies/harbor-credit/harbor-credit-security.html",
                "companies/harbor-credit/harbor-credit-appendix.html",
                "companies/quarry-bank/quarry-bank-manager.html", "companies/quarry-bank/quarry-bank-security.html",
                "companies/quarry-bank/quarry-bank-appendix.html", "appendix.html",
            ])
    }

    @Test func theSameInputGivesTheSameBytes() {
        var run = Sample.run
        // Dictionaries have no order of their own.
        run.companies[0].stories[0].noticedBy = Dictionary(
            uniqueKeysWithValues: (0..<20).map { ("channel-\($0)", 0.05) })
        var again = run
        again.companies[0].stories[0].noticedBy = Dictionary(
            uniqueKeysWithValues: (0..<20).reversed().map { ("channel-\($0)", 0.05) })
        let same =
            pages(run, SampleAnalysis.full, catalog: .embedded) == pages(again, SampleAnalysis.full, catalog: .embedded)
        #expect(same)
    }

    @Test func everyPageSaysWhatItIs() {
        for (path, html) in full {
            for words in [
                Wording.exercise, Wording.attackNotice, "TLP:AMBER", "no audit, no certificate",
            ] {
                let said = html.contains(words.replacingOccurrences(of: "&", with: "&amp;"))
                #expect(said, "\(path): \(words)")
            }
        }
        let manager = full[Self.manager] ?? ""
        for words in [
            "Modelled; if tried", "2026-11-25", "Last time", "Middle half of this sector’s companies", "6 in time",
            "M, major challenges",
            "never re-tested", "Rests on 61 figures, 23 of them judgement; 4 answers unknown, 17 assumed.",
        ] {
            let said = manager.contains(words)
            #expect(said, "\(words)")
        }
    }

    @Test func noDateUnlessGiven() {
        let html =
            pages(SampleAnalysis.small, SampleAnalysis.full)["companies/harbor-credit/harbor-credit-manager.html"] ?? ""
        #expect(html.contains("<html") && !html.contains("<dt>Date</dt>"))
    }

    @Test func fixesAreToldByTheAttackThatTheyChangeMost() {
        let html = full[Self.manager] ?? ""
        #expect(html.contains("71 % → 43 %"))
        // Patching helps far more against destruction, and brings it to none of the trials.
        #expect(html.contains("58 % → below 0.03 %"))
        #expect(html.contains("in “Destruction that spreads by itself”"))
    }

    @Test func theManagersPageDoesNotGrowWithTitles() {
        var (run, analysis) = (SampleAnalysis.small, SampleAnalysis.full)
        let long = String(repeating: "an endless title ", count: 40)
        run.companies[0].name = long
        run.scenarios[0].title = long
        run.scenarios[0].objectives[0].title = long
        analysis.companies[0].weaknesses.weaknesses[0].lever.target = long
        analysis.companies[0].findings[0].noticeOnly[0].title = long
        let html = pages(run, analysis)["companies/harbor-credit/harbor-credit-manager.html"] ?? ""
        let body = html.components(separatedBy: "<main").last ?? ""
        let endless = body.contains(long)
        #expect(!endless)
        #expect(body.contains("…"))
    }
}

// MARK: What every page keeps to

extension ReportWriterTests {
    @Test func noFigureClaimsNoughtOrAHundredPercent() {
        for (path, html) in full {
            // Scales may: their labels, and style rules.
            let text = html.components(separatedBy: "<text").map { piece in
                piece.range(of: "</text>").map { String(piece[$0.upperBound...]) } ?? piece
            }.joined().components(separatedBy: "</style>")[1]
            for claim in [" 0 %", ">0 %", " 100 %<", ">100 %", "–100 %"] {
                let made = text.contains(claim)
                #expect(!made, "\(path): \(claim)")
            }
        }
    }

    @Test func pagesAskNobodyForAnything() {
        for html in full.values {
            #expect(!html.contains("http:") && !html.contains("https:"))
            #expect(
                !html.contains("<script") && !html.contains("<link") && !html.contains("src=")
                    && !html.contains("@import"))
            #expect(html.components(separatedBy: "url(").count == html.components(separatedBy: "url(#hatch)").count)
            #expect(html.contains("default-src 'none'"))
        }
    }

    @Test func everyLinkHasItsPlaceAndEveryIdIsThereOnce() {
        var ids: [String: Set<String>] = [:]
        for (path, html) in full {
            let found = tags(in: html).compactMap { $0["id"] }
            #expect(Set(found).count == found.count, "\(path)")
            ids[path] = Set(found)
        }
        var checked = 0
        for (path, html) in full {
            let tags = tags(in: html)
            for target in tags.compactMap({ $0["aria-labelledby"] }) {
                #expect(ids[path]?.contains(target) == true, "\(path): \(target)")
            }
            for link in tags.compactMap({ $0["href"] }) {
                let (page, fragment) = resolve(link, from: path)
                let there = ids[page].map { fragment.isEmpty || $0.contains(fragment) } ?? false
                #expect(there, "\(path): \(link)")
                checked += 1
            }
        }
        #expect(checked > 100)
    }

    private func resolve(_ link: String, from path: String) -> (page: String, fragment: String) {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 ? String(parts[1]) : ""
        if parts[0].isEmpty { return (path, fragment) }
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for piece in parts[0].split(separator: "/") {
            if piece == ".." { folders.removeLast() } else { folders.append(String(piece)) }
        }
        return (folders.joined(separator: "/"), fragment)
    }

    @Test func everyChartHasWords() {
        for (path, html) in full {
            let tags = tags(in: html)
            for chart in tags.indices where tags[chart].name == "svg" && tags[chart]["aria-hidden"] != "true" {
                // Part of the drawing around it.
                if tags[chart]["viewBox"] != nil { continue }
                #expect(tags[chart]["role"] == "img", "\(path)")
                #expect(tags[chart]["aria-label"] != nil || tags[chart + 1].name == "title", "\(path)")
            }
        }
    }

    @Test func headingsGoDownOneLevelAtATime() {
        for (path, html) in full {
            let levels = tags(in: html).map(\.name).filter { $0.count == 2 && $0.hasPrefix("h") }.compactMap {
                Int($0.dropFirst())
            }
            #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1, "\(path)")
            for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(path)") }
        }
    }

    @Test func tagsAreClosedInOrder() {
        for html in full.values { expectBalanced(tags(in: html)) }
    }
}
