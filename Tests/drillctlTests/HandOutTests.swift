import Foundation
import Testing

/// What one company gets holds nothing of another: its folder is all that it gets.
@Suite struct HandOutTests {
    /// A company of the exercise below, and every text by which it could be recognized.
    struct Company {
        let id: String
        let name: String
        let file: String
        let digest: String
        /// Stands in the name of each of its departments and assets.
        let mark: String

        var traces: [String] { [id, name, file, digest, String(digest.prefix(12)), mark] }
    }

    /// Every text of a company's folder; Word documents unpacked.
    private static func texts(of company: Company, in report: URL) throws -> [String: String] {
        let folder = report.appending(path: "companies/\(company.id)")
        var texts: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let data = try Data(contentsOf: folder.appending(path: name))
            texts[name] = name.hasSuffix(".docx") ? try storedParts(data) : String(decoding: data, as: UTF8.self)
        }
        return texts
    }

    /// Our Word documents are zip archives without compression, so their bytes are their text.
    private static func storedParts(_ data: Data) throws -> String {
        let text = String(decoding: data, as: UTF8.self)
        try #require(text.contains("<w:document") && text.contains("word/document.xml"))
        return text
    }

    /// What stands in a company's folder and should not: another's trace, a link that leaves, somebody's digest.
    static func leaks(
        of company: Company, among others: [Company], texts: [String: String]
    ) -> [String] {
        var found: [String] = []
        for (file, text) in texts {
            for trace in others.filter({ $0.id != company.id }).flatMap(\.traces) where text.contains(trace) {
                found.append("\(file): \(trace)")
            }
            for link in text.matches(of: /href="([^"]*)"/).map({ String($0.output.1) }) where !link.hasPrefix("#") {
                let target = String(link.prefix { $0 != "#" })
                if texts[target] == nil { found.append("\(file): link to \(link)") }
            }
            if !text.matches(of: /\b[0-9a-f]{64}\b/).isEmpty { found.append("\(file): a digest") }
            for count in ["60 companies", "60 participants", "59 other"] where text.contains(count) {
                found.append("\(file): \(count)")
            }
        }
        return found
    }

    @Test("sixty companies, linked as suppliers: nothing of the other fifty-nine, and a planted leak is found")
    func sixty() throws {
        let scratch = try Scratch()
        let sectors = ["finance", "health", "retail", "logistics"]
        // One document for each sector, then one company for each name: sixty starts of the program are not needed.
        var templates: [String: String] = [:]
        for sector in sectors {
            let outcome = try Binary.run(
                ["init", "organization", "--template", sector, "--name", "Template", "--out", "\(sector).json"],
                in: scratch.url)
            #expect(outcome.status == 0, "\(outcome.messages)")
            templates[sector] = try scratch.text("\(sector).json")
            try FileManager.default.removeItem(at: scratch.url.appending(path: "\(sector).json"))
        }
        var companies: [Company] = []
        for number in 0..<60 {
            let (id, name) = ("qzx-\(number + 100)-house", "Qzx House No \(number + 100)")
            var object = try #require(
                JSONSerialization.jsonObject(with: Data((templates[sectors[number % 4]] ?? "").utf8)) as? [String: Any])
            object["id"] = id
            object["name"] = name
            object["$schema"] = nil
            object["departments"] = Self.marked(object["departments"], with: "Zq\(number + 100)q")
            // Suppliers among three, so that circles stay small; a name of its own for one link only.
            object["suppliers"] = (1...2).filter { number % 3 >= $0 }.map { back in
                var link = [
                    "organization": "qzx-\(number + 100 - back)-house",
                    "link": back == 1 ? "software-update" : "vendor-access",
                ]
                if back == 1 { link["name"] = "our maker of tills" }
                return link
            }
            let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
            let file = "docs-\(number + 100)/private-\(number + 100).json"
            _ = try scratch.write(data, as: file)
            companies.append(
                Company(
                    id: id, name: name, file: file, digest: try Self.digest(of: file, in: scratch),
                    mark: "Zq\(number + 100)q"))
        }
        let story = Package.root.appending(path: "scenarios/poisoned-update.json").path
        let exercise: [String: Any] = [
            "kind": "exercise", "version": 1, "id": "sixty", "title": "Sixty houses",
            "participants": companies.map { ["organization": $0.file] }, "scenarios": [story],
            "disclosure": ["peers": "quartiles"], "simulation": ["trials": 20, "worlds": 2, "seed": 7],
        ]
        _ = try scratch.write(try JSONSerialization.data(withJSONObject: exercise), as: "sixty.json")
        let outcome = try Binary.run(
            ["run", "sixty.json", "--no-store", "--out", "report", "--date", "2026-11-25"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let report = scratch.url.appending(path: "report")
        let results = try scratch.text("report/results.json")
        let runID = String(try #require(results.firstMatch(of: /"runID" : "([0-9a-f]{12})/)).output.1)
        for company in companies {
            let texts = try Self.texts(of: company, in: report)
            #expect(texts.count == 6)
            #expect(texts.values.contains { $0.contains(company.mark) }, "its own names are there")
            #expect(!texts.values.contains { $0.contains(runID) }, "the run's id is a digest over all documents")
            let leaks = Self.leaks(of: company, among: companies, texts: texts)
            #expect(leaks.isEmpty, "\(company.id): \(leaks.prefix(5))")
        }
        // The coordinator's own pages name everybody.
        let index = try scratch.text("report/index.html")
        #expect(companies.allSatisfy { index.contains($0.name) })
        #expect(try scratch.text("report/appendix.html").contains(companies[0].digest))

        // The test itself: a leak that somebody plants is found, in a page and in a Word document.
        for suffix in ["html", "docx"] {
            let clean = try Self.texts(of: companies[3], in: report)
            let file = try #require(clean.keys.first { $0.hasSuffix(suffix) })
            for trace in companies[4].traces + ["href=\"../../index.html\"", String(repeating: "a1", count: 32)] {
                var planted = clean
                planted[file, default: ""] += " " + trace
                #expect(!Self.leaks(of: companies[3], among: companies, texts: planted).isEmpty, "\(trace)")
            }
        }
    }

    /// Departments with the mark in their names and those of their assets.
    private static func marked(_ departments: Any?, with mark: String) -> [[String: Any]] {
        (departments as? [[String: Any]] ?? []).map { department in
            var department = department
            department["name"] = "\(department["name"] ?? "Department") \(mark)"
            department["assets"] = (department["assets"] as? [[String: Any]] ?? []).map { asset in
                asset.merging(["name": "\(asset["name"] ?? "Asset") \(mark)"]) { $1 }
            }
            return department
        }
    }

    @Test("altering one company's document changes no byte of what the others get, its customers aside")
    func byChange() throws {
        let scratch = try Scratch()
        try Library.copy(in: scratch)
        func folders(_ out: String) throws -> [String: [String: Data]] {
            let outcome = try Binary.run(
                [
                    "run", "copy/exercises/autumn-drill.json", "--quick", "--no-store", "--out", out, "--date",
                    "2026-11-25",
                ] + RunTests.few, in: scratch.url)
            #expect(outcome.status == 0, "\(outcome.messages)")
            var folders: [String: [String: Data]] = [:]
            let base = scratch.url.appending(path: "\(out)/companies")
            for company in try FileManager.default.contentsOfDirectory(atPath: base.path) {
                let folder = base.appending(path: company)
                for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                    folders[company, default: [:]][file] = try Data(contentsOf: folder.appending(path: file))
                }
            }
            return folders
        }
        let before = try folders("before")
        #expect(before.count == 6)
        // It supplies nobody. Another name, another size, and no control stated any more.
        let file = scratch.url.appending(path: "copy/organizations/meridian-bank.json")
        var bank = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        bank["name"] = "Another bank"
        bank["headcount"] = 12
        bank["controls"] = nil
        try JSONSerialization.data(withJSONObject: bank).write(to: file)
        let after = try folders("after")
        #expect(before["meridian-bank"] != after["meridian-bank"])
        for (company, files) in before where company != "meridian-bank" {
            #expect(after[company] == files, "\(company)")
        }
    }

    /// SHA-256 as the program writes it beside its own files.
    private static func digest(of file: String, in scratch: Scratch) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        process.arguments = [scratch.url.appending(path: file).path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return String(text.prefix(64))
    }

    @Test("--leave-out: who cannot take part is named and missed by nobody else")
    func leaveOut() throws {
        let scratch = try Scratch()
        try Library.copy(in: scratch)
        let exercise = "copy/exercises/autumn-drill.json"
        let folder = scratch.url.appending(path: "copy/organizations")
        try FileManager.default.removeItem(at: folder.appending(path: "northgate-it.json"))
        let bank = try scratch.text("copy/organizations/meridian-bank.json")
        _ = try scratch.write(
            bank.replacing("\"meridian-bank\"", with: "\"meridian bank\""), as: "copy/organizations/meridian-bank.json")
        let flags = ["--quick", "--date", "2026-11-25", "--store", "runs.sqlite"] + RunTests.few
        #expect(try Binary.run(["run", exercise, "--out", "no"] + flags, in: scratch.url).status == 65)
        let outcome = try Binary.run(["run", exercise, "--leave-out", "--out", "yes"] + flags, in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages.contains("left out: 2 of 6 participants"))
        #expect(outcome.messages.contains("northgate-it.json") && outcome.messages.contains("no identifier"))
        let results = try scratch.text("yes/results.json")
        #expect(results.contains("\"leftOut\""))
        #expect(try scratch.text("yes/index.html").contains("Left out: 2 of 6 participants"))
        let pages = try FileManager.default.subpathsOfDirectory(
            atPath: scratch.url.appending(path: "yes/companies").path)
        #expect(pages.count { !$0.contains("/") } == 4)
        for page in pages where page.hasSuffix(".html") {
            #expect(!(try scratch.text("yes/companies/" + page)).contains("Left out"))
        }
        // A supplier, whether it plays or not, stands under the customer's own words.
        let bureau = try scratch.text("yes/companies/harbor-credit/harbor-credit-2026-11-25-security.html")
        #expect(bureau.contains("our IT service firm") && !bureau.contains("Northgate"))
        // The stored run is told again without them.
        let replay = try Binary.run(
            ["replay", "last", "--organization", "harbor-credit", "--trial", "3", "--store", "runs.sqlite"],
            in: scratch.url)
        #expect(replay.status == 0, "\(replay.messages)")
    }
}
