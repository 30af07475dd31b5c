import Foundation
import Testing

/// `drillctl catalog`, and runs with a catalog or an ATT&CK bundle of the user's own.
@Suite struct CatalogTests {
    static let bundle = Package.root.appending(path: "Tests/InterchangeTests/Fixtures/bundle-2.1.json").path

    @Test("the overview: every family, at most 100 columns, totals")
    func overview() throws {
        let outcome = try Binary.run(["catalog"])
        #expect(outcome.status == 0 && outcome.messages == "")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(lines.count { $0.contains("  supply-chain") } == 4)
        #expect(outcome.output.contains("[domain-joined]") && outcome.output.contains("judgement"))
        #expect(!outcome.output.contains("…"), "nothing is cut off")
    }

    @Test("one control: levels, effects in words, sources, conflict, notice")
    func page() throws {
        let outcome = try Binary.run(["catalog", "phishing-training"])
        #expect(outcome.status == 0)
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        for words in [
            "98.3 % of the tries", "IEEE Symposium", "KnowBe4", "gives 0.16", "Conflict, not used", "© 2025 The MITRE",
        ] {
            #expect(unwrapped(outcome.output).contains(words), "\(words)")
        }
        let key = try Binary.run(["catalog", "mfa"])
        #expect(unwrapped(key.output).contains("no try succeeds any more"))
    }

    /// The text without its line breaks.
    private func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("a control that is not there: a proposal, and the status of wrong usage")
    func unknown() throws {
        let outcome = try Binary.run(["catalog", "patchng"])
        #expect(outcome.status == 64 && outcome.messages.contains("did you mean \"patching\"?"))
        #expect(try Binary.run(["catalog", "mfa", "--format", "markdown"]).status == 64)
    }

    @Test("JSON: the keys that are always there, sorted")
    func json() throws {
        let outcome = try Binary.run(["catalog", "mfa", "--format", "json"])
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        for key in ["schemaVersion", "modelVersion", "seed", "trials", "controls", "release"] {
            #expect(object[key] != nil, "\(key)")
        }
        #expect((object["controls"] as? [Any])?.count == 1)
        let keys = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  \"") }
        #expect(keys == keys.sorted())
    }

    @Test("a printed document is valid, and a run with it is a run of its own that replays")
    func ownCatalog() throws {
        let scratch = try Scratch()
        let document = try Binary.run(["catalog", "--format", "document"]).output
        let own = document.replacingOccurrences(of: #""release": "3.1.0""#, with: #""release": "3.1.0-own""#)
        let path = try scratch.write(own, as: "own.json")
        #expect(own != document)
        #expect(try Binary.run(["validate", path]).status == 0)
        #expect(
            try Binary.run(["validate", RunTests.exercise, "--catalog", path]).messages.hasPrefix("2 documents: no"))

        func run(_ flags: [String]) throws -> [String: Any] {
            let outcome = try Binary.run(
                ["run", RunTests.exercise, "--format", "json", "--store", "runs.sqlite"] + RunTests.few + flags,
                in: scratch.url)
            #expect(outcome.status == 0, "\(outcome.messages)")
            return try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        }
        let usual = try run([])
        let mine = try run(["--catalog", path])
        #expect(mine["catalogRelease"] as? String == "3.1.0-own")
        #expect(mine["runID"] as? String != usual["runID"] as? String)
        let documents = try #require(mine["documents"] as? [[String: Any]])
        #expect(documents.last?["kind"] as? String == "catalog")
        #expect(documents.last?["path"] as? String == "catalog/own.json", "no path of this machine")
        // The stored copy counts, not the file, which is gone.
        try FileManager.default.removeItem(atPath: path)
        let replay = try Binary.run(
            ["replay", "last", "--organization", "harbor-credit", "--trial", "3", "--store", "runs.sqlite"],
            in: scratch.url)
        #expect(replay.status == 0 && replay.output.hasPrefix("EXERCISE"), "\(replay.messages)")
    }

    @Test("an own bundle: what it does not know is unknown, what it replaces is named, and it belongs to the run")
    func ownBundle() throws {
        let scratch = try Scratch()
        let unknown = try Binary.run(["validate", RunTests.exercise, "--attack", Self.bundle])
        #expect(unknown.status == 65)
        #expect(unknown.output.contains("T1190"), "the small bundle does not know the library's techniques")
        let broken = Package.root.appending(path: "Tests/InterchangeTests/Fixtures/mobile.json").path
        for command in [["run", RunTests.exercise], ["validate", RunTests.exercise], ["lint", RunTests.exercise]] {
            let outcome = try Binary.run(command + ["--attack", broken], in: scratch.url)
            #expect(outcome.status == 65)
            let told = outcome.output + outcome.messages
            #expect(told.contains("mobile.json:4:13: error: the bundle holds \"mobile-attack\""), "\(told)")
        }
        let missing = try Binary.run(["validate", RunTests.exercise, "--attack", "nowhere.json"], in: scratch.url)
        #expect(missing.status == 65 && missing.output.contains("nowhere.json:1:1: error: the file "))
        let other = try Binary.run(["validate", RunTests.exercise, "--catalog", RunTests.exercise])
        #expect(other.status == 65 && other.output.contains("a catalog is expected"))
    }

    @Test("the real bundle's subset runs the exercise, where it is at hand")
    func realBundle() throws {
        let bundle = Package.root.deletingLastPathComponent().appending(
            path: "shared/data/attack/enterprise-attack-18.1-subset.stix20.json"
        ).path
        guard FileManager.default.fileExists(atPath: bundle) else {
            print("skipped: \(bundle) is absent")
            return
        }
        let scratch = try Scratch()
        let outcome = try Binary.run(
            ["run", RunTests.exercise, "--format", "json", "--store", "runs.sqlite", "--attack", bundle] + RunTests.few,
            in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("\"kind\" : \"techniques\""))
        let replay = try Binary.run(
            ["replay", "last", "--organization", "harbor-credit", "--trial", "3", "--store", "runs.sqlite"],
            in: scratch.url)
        #expect(replay.status == 0, "\(replay.messages)")
    }
}
