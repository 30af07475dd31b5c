import DrillResults
import Foundation
import Reports
import Testing

@Suite struct ReportWriterTests {
    @Test func sampleRun() throws {
        try expectGolden(ReportWriter.html(for: Sample.run), "sample.html")
    }

    @Test func theSameResultGivesTheSameBytes() {
        var run = Sample.run
        // Dictionaries have no order of their own.
        run.companies[0].stories[0].noticedBy = Dictionary(
            uniqueKeysWithValues: (0..<20).map { ("channel-\($0)", 0.05) })
        var again = run
        again.companies[0].stories[0].noticedBy = Dictionary(
            uniqueKeysWithValues: (0..<20).reversed().map { ("channel-\($0)", 0.05) })
        #expect(ReportWriter.html(for: run) == ReportWriter.html(for: again))
    }

    @Test func everyPageSaysWhatItIs() {
        let html = ReportWriter.html(for: Sample.run)
        for words in [
            Wording.exercise, Wording.attackNotice.replacingOccurrences(of: "&", with: "&amp;"), "TLP:AMBER",
            "If this attack is tried",
            "Rests on 61 figures, 23 of them judgement; 4 answers unknown, 17 assumed.", "no audit, no certificate",
            Sample.run.runID, "20261123",
        ] {
            let said = html.contains(words)
            #expect(said, "\(words)")
        }
    }

    @Test func noFigureClaimsNoughtOrAHundredPercent() {
        let html = ReportWriter.html(for: Sample.run)
        // Scales may: inside charts, and in style rules.
        let text = html.components(separatedBy: "<svg").map { piece in
            piece.range(of: "</svg>").map { String(piece[$0.upperBound...]) } ?? piece
        }.joined().components(separatedBy: "</style>")[1]
        for claim in [" 0 %", ">0 %", " 100 %", ">100 %", "–100 %"] {
            #expect(!text.contains(claim), "\(claim)")
        }
        #expect(text.contains("below 0.03 %"))
    }

    @Test func thePageAsksNobodyForAnything() {
        let html = ReportWriter.html(for: Sample.run)
        #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("//"))
        #expect(
            !html.contains("<script") && !html.contains("<link") && !html.contains("src=") && !html.contains("@import"))
        #expect(html.components(separatedBy: "url(").count == html.components(separatedBy: "url(#hatch)").count)
        #expect(html.contains("default-src 'none'"))
    }

    @Test func everyLinkHasItsPlaceAndEveryIdIsThereOnce() {
        let tags = tags(in: ReportWriter.html(for: Sample.run))
        let ids = tags.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        let links = tags.compactMap { $0["href"] }
        #expect(links.allSatisfy { $0.hasPrefix("#") })
        let targets = links.map { String($0.dropFirst()) } + tags.compactMap { $0["aria-labelledby"] }
        #expect(targets.count > 40)
        #expect(Set(targets).subtracting(ids) == [])
    }

    @Test func everyChartHasWords() {
        let tags = tags(in: ReportWriter.html(for: Sample.run))
        let charts = tags.indices.filter { tags[$0].name == "svg" }
        #expect(charts.count > 100)
        for chart in charts where tags[chart]["aria-hidden"] != "true" {
            #expect(tags[chart]["role"] == "img")
            #expect(tags[chart]["aria-label"] != nil || tags[chart + 1].name == "title")
        }
    }

    @Test func tagsAreClosedInOrder() {
        expectBalanced(tags(in: ReportWriter.html(for: Sample.run)))
    }
}

// MARK: Runs with little in them

extension ReportWriterTests {
    @Test func nothingReached() {
        var run = Sample.run
        run.companies = [SampleCompanies.all[5]]
        for story in run.companies[0].stories.indices {
            for objective in run.companies[0].stories[story].objectives.indices {
                run.companies[0].stories[story].objectives[objective].reached = share(0, notKnowing: 0...0)
            }
        }
        let html = ReportWriter.html(for: run)
        #expect(html.contains("none of them reaches its goal"))
        #expect(html.contains("every share is below 0.03 %"))
        expectBalanced(tags(in: html))
    }

    @Test func nothingApplies() {
        var run = Sample.run
        run.companies = [SampleCompanies.all[4]]
        run.companies[0].stories = []
        let html = ReportWriter.html(for: run)
        #expect(html.contains("No scenario of this exercise applies"))
        expectBalanced(tags(in: html))
    }

    @Test func nobodyTookPart() {
        var run = Sample.run
        run.companies = []
        run.scenarios = []
        run.documents = []
        run.basis = Basis(figures: 0, judgement: 0, unknownAnswers: 0, assumedAnswers: 0)
        expectBalanced(tags(in: ReportWriter.html(for: run)))
    }

    @Test func aStoryWithoutItsScenarioStillReads() {
        var run = Sample.run
        run.scenarios = []
        let html = ReportWriter.html(for: run)
        #expect(html.contains("unpatched-portal"))
        expectBalanced(tags(in: html))
    }
}
