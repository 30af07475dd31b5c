import Foundation
import Testing

/// `drillctl plan`, end to end.
@Suite struct PlanTests {
    private static let arguments = [
        "plan", RunTests.exercise, "--organization", "harbor-credit", "--trials", "200", "--sets", "150",
    ]

    /// One company, one story.
    private func plan(_ flags: [String], in scratch: Scratch) throws -> Binary.Outcome {
        try Library.copy(in: scratch)
        let exercise = """
            {"kind": "exercise", "version": 1, "id": "one", "title": "One story",
             "participants": [{"organization": "../organizations/harbor-credit.json"}],
             "external": [{"id": "northgate-it", "title": "A supplier"}, {"id": "quillon-software", "title": "A publisher"}],
             "scenarios": ["../self-spreading-destruction.json"]}
            """
        let path = try scratch.write(exercise, as: "copy/exercises/one.json")
        return try Binary.run(["plan", path, "--trials", "200", "--sets", "60"] + flags, in: scratch.url)
    }

    @Test func saysWhatToDoForWhatItTakes() throws {
        let outcome = try plan(["--effort", "120"], in: Scratch())
        #expect(outcome.status == 0, "\(outcome.messages)")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("EXERCISE - modelled attacks; nothing is contacted or executed"))
        #expect(lines.contains("Harbor Credit Bureau: what to do with 120 person-days"))
        #expect(lines.contains { $0.hasPrefix("story") && $0.contains("today → with the plan") })
        #expect(lines.contains { $0.hasPrefix("1  ") })
        #expect(lines.contains { $0.hasPrefix("all: ") && $0.contains(" days") })
        #expect(outcome.output.contains("sets of") && outcome.output.contains("levers simulated"))
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    @Test func theSameForMachines() throws {
        let one = try plan(["--target", "5%", "--format", "json", "--threads", "1"], in: Scratch())
        let four = try plan(["--target", "0.05", "--format", "json", "--threads", "4"], in: Scratch())
        #expect(one.status == 0 && one.output == four.output, "\(one.messages)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
        #expect(Set(object.keys).isSuperset(of: ["schemaVersion", "modelVersion", "seed", "trials", "companies"]))
        let plan = ((object["companies"] as? [[String: Any]])?.first?["plan"] as? [String: Any])
        #expect((plan?["limit"] as? [String: Double]) == ["target": 0.05])
    }

    @Test(
        "wrong usage",
        arguments: [
            ([], "Say one limit"), (["--effort", "10", "--target", "0.1"], "Say one limit"),
            (["--effort", "0"], "--effort must lie"), (["--target", "1.5"], "--target"),
            (["--cost", "many"], "--cost"),
            (["--effort", "10", "--objective", "personal-dat"], "did you mean \"personal-data\"?"),
            (["--cost", "5000"], "no company states what an upgrade costs"),
        ] as [([String], String)])
    func wrongUsage(flags: [String], expected: String) throws {
        let outcome = try Binary.run(Self.arguments + flags)
        #expect(outcome.status == 64 && outcome.output == "")
        #expect(outcome.messages.contains(expected), "\(outcome.messages)")
    }
}
