import DrillResults
import Foundation
import Testing

/// `drillctl run` on the sample exercise, with few trials.
@Suite struct RunTests {
    static let exercise = Package.root.appending(path: "scenarios/exercises/autumn-drill.json").path
    static let few = ["--trials", "400", "--worlds", "4", "--quick"]

    private func run(_ flags: [String], in scratch: Scratch) throws -> Binary.Outcome {
        try Binary.run(["run", Self.exercise] + Self.few + flags, in: scratch.url)
    }

    @Test("text: marked as an exercise, at most 100 columns, basis, report, two commands that exist")
    func text() throws {
        let scratch = try Scratch()
        let outcome = try run(["--store", "runs.sqlite"], in: scratch)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].hasPrefix("EXERCISE - modelled attacks; nothing is contacted or executed"))
        #expect(lines[1].contains("autumn-drill  6 companies, 3 scenarios, 400 trials, 4 worlds   seed 20261123"))
        // The next commands name the program by the path by which it was called, which is this machine's.
        #expect(lines.allSatisfy { $0.count <= 100 || $0.contains(Binary.url.path) })
        #expect(!outcome.output.contains("\u{1B}"))
        #expect(outcome.output.contains("\nIf tried, how often does the attack reach its goal?"))
        #expect(outcome.output.contains(", why:"))
        #expect(outcome.output.contains("\nRests on "))
        #expect(outcome.output.contains("\nReport   reports/autumn-drill/index.html\n"))
        #expect(!outcome.output.contains(" 0 %") && !outcome.output.contains("100 %"))

        // The next commands work as they are printed.
        let program = Binary.url.path
        // A remark in brackets behind one is not typed.
        let next = lines.filter { $0.contains(program + " ") }.map { $0.drop { $0 != "/" }.prefix { $0 != "(" } }
        #expect(next.count == 2)
        for command in next {
            let arguments = command.split(separator: " ").dropFirst().map(String.init)
            let outcome = try Binary.run(arguments, in: scratch.url)
            #expect(outcome.status == 0, "\(command): \(outcome.messages)")
            // Without a terminal `try` lists the sectors.
            #expect(
                outcome.output.hasPrefix(
                    command.hasSuffix(" try") || command.hasSuffix(" try ") ? "Which of these" : "EXERCISE")
                    || command.contains(" try"))
        }
    }

    @Test("the report: a page and results.json, readable by nobody else")
    func report() throws {
        let scratch = try Scratch()
        let json = try run(["--out", "deep/er/report", "--format", "json"], in: scratch)
        #expect(json.status == 0)
        #expect(json.messages == "", "no progress beside JSON")
        #expect(try scratch.text("deep/er/report/results.json") == json.output)
        let page = try scratch.text("deep/er/report/index.html")
        #expect(page.contains("<html") && page.contains("EXERCISE") && page.contains("TLP:"))
        let folder = scratch.url.appending(path: "deep/er/report")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(
            names == [
                "appendix.docx", "appendix.html", "companies", "files.sha256", "index.docx", "index.html",
                "results.json",
                "tables",
            ])
        #expect(try mode(folder) == 0o700)
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        for company in ["harbor-credit", "meridian-bank"] {
            let own = all.filter { $0.hasPrefix("companies/\(company)/") }
            #expect(own.count == 6)
            for page in ["manager", "security", "appendix"] {
                for kind in ["html", "docx"] {
                    // Whose it is and of which day stands in the name.
                    let name = try Regex("companies/\(company)/\(company)-20\\d\\d-\\d\\d-\\d\\d-\(page)\\.\(kind)")
                    #expect(try own.contains { try name.wholeMatch(in: $0) != nil }, "\(page).\(kind) of \(own)")
                }
            }
        }
        for name in all {
            let isFolder = !name.contains(".")
            #expect(try mode(folder.appending(path: name)) == (isFolder ? 0o700 : 0o600), "\(name)")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.deletingLastPathComponent().path) == ["report"])
    }

    @Test("without --quick: what to fix first, on the screen, in the report and in the store")
    func analysis() throws {
        let scratch = try Scratch()
        let flags = ["--trials", "40", "--worlds", "4", "--out", "report", "--store", "runs.sqlite"]
        let day = ["--date", "2026-11-25"]
        let outcome = try Binary.run(["run", Self.exercise] + day + flags, in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("What helps most, and by how much?"))
        // Each largest effect names the story in which it is so.
        let fixes = outcome.output.components(separatedBy: "where it is largest\n").last ?? ""
        let titles = ["The portal nobody", "The update that ca", "Everything stops a"]
        let named = fixes.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
        #expect(!named.isEmpty && named.allSatisfy { line in titles.contains { line.contains($0) } }, "\(fixes)")
        // Progress is told in what readers know.
        #expect(outcome.messages.contains("Simulating 3 stories on 6 companies: "))
        #expect(outcome.messages.contains("What to fix first, 3 stories on 6 companies: "))
        for word in ["trials", "±", " 0 s"] { #expect(!outcome.messages.contains(word)) }
        // Commands hold this machine's path to the program.
        let lines = outcome.output.split(separator: "\n").filter { !$0.contains("drillctl") }
        #expect(lines.allSatisfy { $0.count <= 100 })
        let text = try scratch.text("report/analysis.json")
        let analysis = try JSONDecoder().decode(RunAnalysis.self, from: Data(text.utf8))
        #expect(analysis.companies.count == 6)
        for company in analysis.companies {
            #expect(!company.weaknesses.withoutEffect.isEmpty)
            #expect(company.scores != nil && !company.findings.isEmpty && company.plan != nil)
            #expect(company.notKnowing?.presets.map(\.preset) == ["pessimistic", "default", "optimistic"])
        }
        // Only two of the samples say what a loss costs.
        let losing = analysis.companies.filter { $0.loss != nil }.map(\.organization)
        #expect(losing == ["harbor-credit", "saint-brendan-hospitals"])
        let page = try scratch.text("report/companies/harbor-credit/harbor-credit-2026-11-25-manager.html")
        #expect(page.contains("drill-pages"))
        let shown = try Binary.run(["runs", "show", "last", "--store", "runs.sqlite"], in: scratch.url)
        #expect(shown.output.contains("What helps most, and by how much?"))
    }

    private func mode(_ url: URL) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("JSON: keys sorted, what every output has, seed and trials as asked for")
    func json() throws {
        let scratch = try Scratch()
        let outcome = try run(["--seed", "7", "--format", "json"], in: scratch)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["seed"] as? Int == 7)
        #expect(object["trials"] as? Int == 400)
        #expect(object["worlds"] as? Int == 4)
        #expect(object["schemaVersion"] as? Int == 1)
        #expect(object["modelVersion"] is String)
        #expect((object["runID"] as? String)?.count == 64)
        #expect((object["companies"] as? [Any])?.count == 6)
        let sorted = try JSONSerialization.data(
            withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        let keys = { (text: String) in text.matches(of: #/\n {2}"(\w+)"/#).map { String($0.1) } }
        #expect(keys(outcome.output) == keys(String(decoding: sorted, as: UTF8.self)))
        #expect(!outcome.output.contains(Package.root.path), "no absolute path of this machine")
        #expect(!outcome.output.contains(scratch.url.path))
    }

    @Test("the same bytes for any number of threads and from any folder, other bytes for another seed")
    func reproducible() throws {
        let scratch = try Scratch()
        let one = try run(["--threads", "1", "--format", "json"], in: scratch)
        #expect(one.status == 0)
        for threads in ["2", "5"] {
            #expect(try run(["--threads", threads, "--format", "json"], in: try Scratch()).output == one.output)
        }
        #expect(try run(["--seed", "8", "--format", "json"], in: scratch).output != one.output)
    }

    @Test(
        "--fail-if",
        arguments: [
            ("probability(personal-data) > 0.0001", Int32(2)), ("probability(personal-data) >= 1", 0),
            ("probability(personal-data) > 0.01 % and not 0.1 > 0.2", 2),
            ("probability(personal-data) > 99.9 % or (0.2 > 0.3)", 0),
        ])
    func failIf(condition: String, status: Int32) throws {
        let scratch = try Scratch()
        let outcome = try run(["--fail-if", condition], in: scratch)
        #expect(outcome.status == status, "\(outcome.messages)")
        #expect(outcome.messages.contains(status == 2 ? ": holds" : ": does not hold"))
        #expect(outcome.output.contains("Report   "), "the report is written all the same")
    }

    @Test("an objective that nobody has is wrong usage, found before the first trial")
    func unknownObjective() throws {
        let scratch = try Scratch()
        let outcome = try run(["--fail-if", "probability(personal-dta) > 0.2"], in: scratch)
        #expect(outcome.status == 64)
        #expect(outcome.messages.contains("--fail-if, column 13"))
        #expect(outcome.messages.contains("did you mean \"personal-data\"?"))
        #expect(try scratch.contents.isEmpty)
    }

    @Test("more worlds than trials is wrong usage")
    func tooManyWorlds() throws {
        let outcome = try Binary.run(["run", Self.exercise, "--trials", "3", "--worlds", "4"])
        #expect(outcome.status == 64)
    }

    @Test("an earlier report is replaced, other people's files are not")
    func replaces() throws {
        let scratch = try Scratch()
        #expect(try run(["--out", "here"], in: scratch).status == 0)
        #expect(try run(["--out", "here", "--seed", "9"], in: scratch).status == 0)
        #expect(try scratch.text("here/results.json").contains("\"seed\" : 9"))
        _ = try scratch.write("mine", as: "here/notes.txt")
        let outcome = try run(["--out", "here"], in: scratch)
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("notes.txt"))
        #expect(try scratch.text("here/notes.txt") == "mine")
        #expect(
            try scratch.contents.filter { $0.hasPrefix(".") && $0 != ".local" }.isEmpty, "nothing half-written stays")
    }
}
