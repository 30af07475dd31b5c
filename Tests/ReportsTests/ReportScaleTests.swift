import DrillResults
import Foundation
import Reports
import Scenarios
import Testing

/// Hundreds of companies, and runs with little in them.
@Suite struct ReportScaleTests {
    @Test func rowsOfTheIndexStaySmall() {
        func size(_ count: Int) -> Int {
            var (run, analysis) = (SampleAnalysis.small, SampleAnalysis.full)
            let (company, findings) = (run.companies[0], analysis.companies[0])
            run.companies = (0..<count).map { number in
                var company = company
                company.id += "-\(number)"
                return company
            }
            analysis.companies = (0..<count).map { number in
                var findings = findings
                findings.organization += "-\(number)"
                return findings
            }
            return pages(run, analysis)["index.html"]?.utf8.count ?? 0
        }
        let row = (size(60) - size(30)) / 30
        #expect(row > 200 && row < 2_000)
    }

    @Test func aCompanysPagesStayBelow400Kilobytes() {
        var analysis = SampleAnalysis.full
        let one = analysis.companies[0].weaknesses.weaknesses[1]
        // As many levers as a large company has.
        analysis.companies[0].weaknesses.weaknesses = (0..<120).map { number in
            var weakness = one
            weakness.lever = SampleAnalysis.lever(
                "disputes: patching-\(number)/prompt", "Patching \(number)", "patching", scope: "Disputes",
                department: "disputes", now: one.lever.now, target: one.lever.target, effort: one.lever.effort,
                mitigations: one.lever.mitigations, nist: one.lever.nist, twoWay: one.lever.twoWay)
            return weakness
        }
        let pages = pages(SampleAnalysis.small, analysis)
        let size = pages.filter { $0.key.hasPrefix("companies/harbor-credit/") }.values.reduce(0) { $0 + $1.utf8.count }
        #expect(size < 400_000)
    }

    @Test func withoutAnalysis() {
        let pages = pages(Sample.run)
        #expect(pages.count == 20)
        #expect(pages["companies/harbor-credit/harbor-credit-manager.html"]?.contains("Not analysed yet") == true)
        for html in pages.values { expectBalanced(tags(in: html)) }
    }

    /// Each part left out alone: pages stay whole, and links of the page's contents keep their places.
    @Test(arguments: [
        "scores", "findings", "speeds", "handOffs", "plan", "notKnowing", "loss", "actions", "weaknesses",
    ])
    func withoutOnePart(part: String) throws {
        var analysis = SampleAnalysis.full
        switch part {
        case "scores": analysis.companies[0].scores = nil
        case "findings": analysis.companies[0].findings = []
        case "speeds": analysis.companies[0].speeds = []
        case "handOffs": analysis.companies[0].handOffs = []
        case "plan": analysis.companies[0].plan = nil
        case "notKnowing": analysis.companies[0].notKnowing = nil
        case "loss": analysis.companies[0].loss = nil
        case "actions": analysis.companies[0].actions = nil
        default:
            analysis.companies[0].weaknesses = WeaknessReport(
                organization: "harbor-credit", weaknesses: [], tripwires: [], withoutEffect: [])
        }
        for html in pages(SampleAnalysis.small, analysis).values {
            let tags = tags(in: html)
            expectBalanced(tags)
            let ids = Set(tags.compactMap { $0["id"] })
            for link in tags.compactMap({ $0["href"] }) where link.hasPrefix("#") {
                #expect(ids.contains(String(link.dropFirst())), "\(part): \(link)")
            }
        }
    }

    @Test func nothingReached() {
        var run = Sample.run
        run.companies = [SampleCompanies.all[5]]
        for story in run.companies[0].stories.indices {
            for objective in run.companies[0].stories[story].objectives.indices {
                run.companies[0].stories[story].objectives[objective].reached = share(0, notKnowing: 0...0)
            }
        }
        let pages = pages(run)
        #expect(pages["index.html"]?.contains("none of them reaches its goal") == true)
        #expect(pages["index.html"]?.contains("every share is below 0.03 %") == true)
        #expect(
            pages["companies/quarry-bank/quarry-bank-manager.html"]?.contains(
                "None of the 3 attacks tested here reaches its goal")
                == true)
    }

    @Test func nothingApplies() {
        var run = Sample.run
        run.companies = [SampleCompanies.all[4]]
        run.companies[0].stories = []
        let pages = pages(run)
        #expect(pages["index.html"]?.contains("No scenario of this exercise applies") == true)
        for html in pages.values { expectBalanced(tags(in: html)) }
    }

    @Test func nobodyTookPart() {
        var run = Sample.run
        run.companies = []
        run.scenarios = []
        run.documents = []
        run.basis = Basis(figures: 0, judgement: 0, unknownAnswers: 0, assumedAnswers: 0)
        for html in pages(run).values { expectBalanced(tags(in: html)) }
    }

    @Test func aStoryWithoutItsScenarioStillReads() {
        var run = Sample.run
        run.scenarios = []
        let pages = pages(run, SampleAnalysis.full)
        #expect(pages["companies/harbor-credit/harbor-credit-security.html"]?.contains("unpatched-portal") == true)
        for html in pages.values { expectBalanced(tags(in: html)) }
    }

    @Test func idsBecomeSafeFolders() {
        var run = Sample.run
        let ids = ["../../etc", "a b", "a_20b", "A", "con", ""]
        for (index, id) in ids.enumerated() { run.companies[index].id = id }
        let paths = ReportWriter.files(for: run).map(\.path)
        #expect(Set(paths.map { $0.lowercased() }).count == 20)
        for path in paths {
            #expect(!path.contains("..") && !path.hasPrefix("/"))
            #expect(
                path.utf8.allSatisfy {
                    ("a"..."z").contains(Character(UnicodeScalar($0))) || "/-_.ABCDEF0123456789".utf8.contains($0)
                })
        }
        #expect(paths.contains("companies/con_/con_-manager.html"))
    }
}

@Suite struct ChartScaleTests {
    @Test func waysKeepTheirOrder() {
        let ways = [["a", "b", "d"], ["a", "c", "b", "e"], ["c", "e"]]
        let stops = WayOrder.stops(of: ways)
        #expect(stops.count == 5)
        for way in ways {
            let places = way.compactMap { stops.firstIndex(of: $0) }
            #expect(places == places.sorted())
        }
    }

    @Test func waysThatContradictEachOtherEndAllTheSame() {
        #expect(WayOrder.stops(of: [["a", "b"], ["b", "a"], ["c", "c"]]).sorted() == ["a", "b", "c"])
    }

    @Test func decades() {
        let scale = DecadeScale(covering: [300, 5_000_000])
        #expect(scale.decades == [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000])
        #expect(scale.place(of: 100) == 0 && scale.place(of: 10_000_000) == 1)
        // log10(316.2) is 2.5.
        #expect(abs(scale.place(of: 316.23) - 0.1) < 0.0005)
        #expect(abs(scale.place(of: 2_000) - (1.30103 / 5)) < 0.0005)
    }
}
