import Foundation
import Testing

/// `drillctl scores` and `drillctl findings`, end to end.
@Suite struct ScoresAndFindingsTests {
    private static let exercise = "scenarios/exercises/autumn-drill.json"

    private func call(_ command: String, _ more: [String] = []) throws -> Binary.Outcome {
        try Binary.run([command, Self.exercise, "--trials", "400", "--organization", "harbor-credit"] + more)
    }

    @Test func scoresWithFormulas() throws {
        let outcome = try call("scores")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("EXERCISE - "))
        #expect(lines.contains { $0.hasPrefix("Harbor Credit Bureau: ") && $0.hasSuffix(" of 100") })
        for name in ["overall", "prevention", "response", "encryption", "access", "monitoring"] {
            let row = lines.first { $0.split(separator: " ").first.map { $0 == name } ?? false }
            #expect(row?.contains("100 × (1 − ") == true, "\(name)")
        }
        #expect(outcome.output.contains("no score: ") && outcome.output.contains("backup"))
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(!outcome.output.contains("Meridian Bank"))
    }

    @Test func findingsWithReasons() throws {
        let outcome = try call("findings")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains { $0.hasPrefix("    blind  ") } && lines.contains { $0.hasPrefix("    late   ") })
        #expect(lines.contains { $0.hasPrefix("    only   ") } && lines.contains { $0.hasPrefix("    cipher ") })
        #expect(outcome.output.contains("Hand-offs, over all stories"))
        // The company's own targets.
        #expect(lines.contains { $0.hasPrefix("    notify ") && $0.contains("3 d") })
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    @Test(arguments: ["scores", "findings"])
    func theSameForMachines(command: String) throws {
        let one = try call(command, ["--format", "json", "--threads", "1"])
        let four = try call(command, ["--format", "json", "--threads", "4"])
        #expect(one.status == 0 && one.output == four.output)
        let object = try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any]
        let keys = Set(try #require(object).keys)
        #expect(keys.isSuperset(of: ["schemaVersion", "modelVersion", "seed", "trials", "worlds", "companies"]))
    }

    @Test(arguments: ["scores", "findings"])
    func anUnknownCompanyIsWrongUsage(command: String) throws {
        let outcome = try Binary.run([command, Self.exercise, "--organization", "harbour-credit"])
        #expect(outcome.status == 64 && outcome.output == "")
        #expect(outcome.messages.contains("did you mean \"harbor-credit\"?"), "\(outcome.messages)")
    }
}
