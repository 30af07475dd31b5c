import Foundation
import Testing

/// Whatever leaves the program says that it is an exercise, and with whom it may be shared.
@Suite struct MarkingTests {
    private static let few = ["--trials", "40", "--worlds", "2"]

    /// One company, one story: an analysis of it takes little.
    private func small(in scratch: Scratch) throws {
        try Library.copy(in: scratch)
        _ = try scratch.write(
            """
            {"kind": "exercise", "version": 1, "id": "small", "title": "Small",
             "participants": [{"organization": "../organizations/harbor-credit.json"}],
             "external": [{"id": "quillon-software", "title": "A publisher"},
                          {"id": "northgate-it", "title": "A provider"}],
             "scenarios": ["../unpatched-portal.json"], "disclosure": {"marking": "TLP:RED"},
             "simulation": {"trials": 40, "worlds": 2, "seed": 7}}
            """, as: "copy/exercises/small.json")
    }

    private func call(_ arguments: [String], in scratch: Scratch) throws -> Binary.Outcome {
        try Binary.run(arguments, in: scratch.url, environment: ["DRILL_STORE": "runs.sqlite"])
    }

    @Test("every JSON output of a run and of what is stored")
    func json() throws {
        let scratch = try Scratch()
        try small(in: scratch)
        let exercise = "copy/exercises/small.json"
        let one = ["--organization", "harbor-credit"]
        for arguments in [
            ["run", exercise, "--quick"] + Self.few, ["run", exercise, "--quick", "--seed", "8"] + Self.few,
            ["runs", "list"], ["runs", "show", "1"], ["replay", "1", "--trial", "3"] + one,
            ["compare", "1", "2"], ["trend"], ["scores", exercise, "--trials", "40"],
            ["findings", exercise, "--trials", "40"], ["weaknesses", exercise, "--trials", "40"],
            ["explain", exercise, "--trials", "40"] + one,
            ["plan", exercise, "--effort", "5", "--sets", "3", "--trials", "40"],
            ["actions", "add", "--title", "x"] + one, ["actions", "list"], ["actions", "set", "A-1", "--owner", "IT"],
            ["actions", "delete", "A-1"], ["runs", "delete", "1"],
        ] {
            let outcome = try call(arguments + ["--format", "json"], in: scratch)
            #expect(outcome.status == 0, "\(arguments): \(outcome.messages)")
            let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            #expect(object?["banner"] as? String == "EXERCISE", "\(arguments)")
            #expect(object?["marking"] as? String == "TLP:RED", "\(arguments)")
        }
        let list = try call(["runs", "list"], in: scratch)
        let head = try #require(list.output.split(separator: "\n").first)
        #expect(head.hasPrefix("EXERCISE") && head.hasSuffix("TLP:RED"), "\(list.output)")
    }

    @Test(
        "every JSON output without a company",
        arguments: [
            ["catalog"], ["validate", "scenarios/unpatched-portal.json"], ["lint", "scenarios/unpatched-portal.json"],
            ["graph", "scenarios/graphs/two-of-three.json", "--trials", "40"], ["validate", "nowhere.json"],
            ["run", "nowhere.json"],
        ])
    func nobodys(arguments: [String]) throws {
        let outcome = try Binary.run(arguments + ["--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(object?["banner"] as? String == "EXERCISE", "\(outcome.output) \(outcome.messages)")
    }

    @Test("every file of a report")
    func report() throws {
        let scratch = try Scratch()
        try small(in: scratch)
        let flags = ["--out", "report", "--no-store"] + Self.few
        let outcome = try call(["run", "copy/exercises/small.json"] + flags, in: scratch)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let found = try FileManager.default.subpathsOfDirectory(atPath: scratch.url.appending(path: "report").path)
        #expect(found.contains("analysis.json") && found.contains("results.json") && found.contains("tables/pairs.csv"))
        for name in found where [".json", ".csv", ".txt", ".html"].contains(where: name.hasSuffix) {
            let text = try scratch.text("report/" + name)
            #expect(text.contains("EXERCISE") && text.contains("TLP:RED"), "\(name)")
        }
    }
}
