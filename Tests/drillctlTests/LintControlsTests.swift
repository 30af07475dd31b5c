import Foundation
import Testing

/// `drillctl lint --controls`: step × control × way, before any run.
@Suite struct LintControlsTests {
    private static let story = Package.root.appending(path: "scenarios/poisoned-update.json").path

    @Test("the table: every step, at most 100 columns, what acts and where")
    func table() throws {
        let outcome = try Binary.run(["lint", Self.story, "--controls"])
        #expect(outcome.status == 0 && outcome.messages == "")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 100 }, "\(lines.map(\.count).max() ?? 0)")
        for step in ["supplier-entry", "install", "call-home", "take-documents"] {
            #expect(lines.contains { $0.hasPrefix(step) }, "\(step)")
        }
        for words in ["update-staging", "prevents, slows", "from anywhere inside", "conditional-access"] {
            #expect(outcome.output.contains(words), "\(words)")
        }
    }

    @Test("JSON: the keys that are always there, and one entry for each step")
    func json() throws {
        let outcome = try Binary.run(["lint", Self.story, "--controls", "--format", "json"])
        let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        for key in ["schemaVersion", "modelVersion", "seed", "trials", "marking"] {
            #expect(object[key] != nil, "\(key)")
        }
        let scenario = try #require((object["scenarios"] as? [[String: Any]])?.first)
        let steps = try #require(scenario["steps"] as? [[String: Any]])
        #expect(steps.count == 12 && steps.allSatisfy { $0["controls"] is [Any] })
    }

    @Test("an exercise: each of its stories, once")
    func exercise() throws {
        let outcome = try Binary.run(["lint", RunTests.exercise, "--controls", "--format", "json"])
        let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect((object["scenarios"] as? [Any])?.count == 3)
        let twice = try Binary.run(["lint", Self.story, Self.story, "--controls"])
        #expect(twice.output == (try Binary.run(["lint", Self.story, "--controls"])).output)
    }

    @Test("what it is not for")
    func refused() throws {
        #expect(try Binary.run(["lint", Self.story, "--controls", "--format", "sarif"]).status == 64)
        let company = Package.root.appending(path: "scenarios/organizations/harbor-credit.json").path
        let none = try Binary.run(["lint", company, "--controls"])
        #expect(none.status == 65 && none.messages.contains("no scenario and no exercise"))
    }
}
