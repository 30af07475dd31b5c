import Foundation
import Testing

/// `drillctl runs` and `drillctl replay` on runs of the sample exercise.
@Suite struct StoredRunTests {
    private func call(_ arguments: [String], in scratch: Scratch) throws -> Binary.Outcome {
        try Binary.run(arguments, in: scratch.url, environment: ["DRILL_STORE": "runs.sqlite"])
    }

    private func store(_ flags: [String] = [], in scratch: Scratch) throws -> Binary.Outcome {
        try call(["run", RunTests.exercise, "--format", "json"] + RunTests.few + flags, in: scratch)
    }

    @Test("no store: an empty list, no run, and no file made by looking")
    func nothing() throws {
        let scratch = try Scratch()
        let list = try call(["runs", "list"], in: scratch)
        #expect(list.status == 0 && list.output == "" && list.messages == "no stored runs\n")
        let json = try call(["runs", "list", "--format", "json"], in: scratch)
        #expect(json.output.contains("\"runs\" : ["))
        for arguments in [["runs", "show", "last"], ["runs", "delete", "1"]] {
            let outcome = try call(arguments, in: scratch)
            #expect(outcome.status == 1)
            #expect(outcome.messages.contains("There is no stored run"), "\(outcome.messages)")
        }
        #expect(try scratch.contents.isEmpty)
    }

    @Test("list, show and delete")
    func life() throws {
        let scratch = try Scratch()
        let first = try store(in: scratch)
        let second = try store(["--seed", "5"], in: scratch)
        #expect(first.status == 0 && second.status == 0)
        let list = try call(["runs", "list"], in: scratch)
        let lines = list.output.split(separator: "\n")
        #expect(lines.count == 4 && lines[0].hasPrefix("EXERCISE"))
        #expect(lines[2].contains("  2  ") && lines[3].contains("  1  "), "newest first")

        #expect(try call(["runs", "show", "last", "--format", "json"], in: scratch).output == second.output)
        #expect(try call(["runs", "show", "1", "--format", "json"], in: scratch).output == first.output)
        let text = try call(["runs", "show", "1"], in: scratch)
        #expect(text.output.hasPrefix("EXERCISE"))
        #expect(text.output.contains("seed 20261123") && text.output.contains("\nRun      1, stored "))

        let deleted = try call(["runs", "delete", "last"], in: scratch)
        #expect(deleted.status == 0 && deleted.output.hasPrefix("deleted run 2 of autumn-drill"))
        #expect(try call(["runs", "show", "2"], in: scratch).status == 1)
        #expect(try call(["runs", "show", "last", "--format", "json"], in: scratch).output == first.output)
    }

    @Test("the flag wins over the environment, the environment over the user's data folder")
    func precedence() throws {
        let scratch = try Scratch()
        let flags = ["run", RunTests.exercise, "--out", "report"] + RunTests.few
        let environment = ["XDG_DATA_HOME": scratch.url.path + "/data", "HOME": scratch.url.path + "/home"]
        func run(_ more: [String], _ overrides: [String: String]) throws {
            let merged = environment.merging(overrides) { $1 }
            #expect(try Binary.run(flags + more, in: scratch.url, environment: merged).status == 0)
        }
        try run(["--store", "flag.sqlite"], ["DRILL_STORE": "environment.sqlite"])
        #expect(try scratch.contents.filter { $0.hasSuffix(".sqlite") } == ["flag.sqlite"])
        try run([], ["DRILL_STORE": "environment.sqlite"])
        #expect(try scratch.contents.contains("environment.sqlite") && !scratch.contents.contains("data"))
        try run([], [:])
        #expect(FileManager.default.fileExists(atPath: scratch.url.path + "/data/drill/runs.sqlite"))
        try run([], ["XDG_DATA_HOME": ""])
        #expect(FileManager.default.fileExists(atPath: scratch.url.path + "/home/.local/share/drill/runs.sqlite"))
    }

    @Test("a trial is told from the stored documents, also when the files have changed since")
    func replay() throws {
        let scratch = try Scratch()
        let copy = scratch.url.appending(path: "copy")
        try FileManager.default.copyItem(at: Package.root.appending(path: "scenarios"), to: copy)
        let path = "copy/exercises/autumn-drill.json"
        let run = try call(["run", path] + RunTests.few + ["--seed", "3"], in: scratch)
        #expect(run.status == 0, "\(run.messages)")
        try FileManager.default.removeItem(at: copy)

        let arguments = ["replay", "last", "--organization", "harbor-credit", "--trial", "17"]
        let text = try call(arguments, in: scratch)
        #expect(text.status == 0, "\(text.messages)")
        #expect(text.output.hasPrefix("EXERCISE"))
        #expect(text.output.contains("trial 17 of world 0"))
        #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let json = try call(arguments + ["--format", "json"], in: scratch)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["seed"] as? Int == 3 && object["trial"] as? Int == 17)
        let events = try #require(object["events"] as? [[String: Any]])
        let hours = events.compactMap { $0["hours"] as? Double }
        #expect(hours.count == events.count && hours == hours.sorted())
        let clocks = events.compactMap { ($0["local"] as? [String: String])?["clock"] }
        #expect(clocks.count == events.count && object["zone"] as? String == "America/New_York")
        let zero = try #require(object["zeroHour"] as? [String: String])
        let told = "zero hour is \(try #require(zero["weekday"]).prefix(3)) \(try #require(zero["clock"]))"
        #expect(text.output.contains("clocks of America/New_York, standard time; \(told)"))
    }

    @Test(
        "named by an absolute path, from its own folder or through a link: the same bytes, and each can be told again")
    func anyWay() throws {
        let scratch = try Scratch()
        try Library.copy(in: scratch)
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appending(path: "link"), withDestinationURL: scratch.url.appending(path: "copy"))
        let inside = scratch.url.appending(path: "copy/exercises")
        let ways = [
            ("copy/exercises/autumn-drill.json", scratch.url),
            ("./copy/../copy/exercises/autumn-drill.json", scratch.url),
            (inside.appending(path: "autumn-drill.json").path, scratch.url), ("autumn-drill.json", inside),
            ("../exercises/autumn-drill.json", inside), ("link/exercises/autumn-drill.json", scratch.url),
        ]
        let store = scratch.url.appending(path: "runs.sqlite").path
        var results: Set<String> = []
        var told: Set<String> = []
        for (number, (path, folder)) in ways.enumerated() {
            let out = scratch.url.appending(path: "report-\(number)").path
            let run = try Binary.run(
                ["run", path, "--out", out, "--store", store] + RunTests.few, in: folder)
            #expect(run.status == 0, "\(path): \(run.messages)")
            results.insert(try scratch.text("report-\(number)/results.json"))
            let replay = try Binary.run(
                ["replay", "last", "--organization", "harbor-credit", "--trial", "17", "--store", store],
                in: scratch.url)
            #expect(replay.status == 0, "\(path): \(replay.messages)")
            told.insert(replay.output)
        }
        #expect(results.count == 1 && told.count == 1)
    }

    @Test("the trial that run proposes is one in which the goal is reached")
    func proposed() throws {
        let scratch = try Scratch()
        let run = try call(["run", RunTests.exercise] + RunTests.few, in: scratch)
        let next = try #require(run.output.split(separator: "\n").first { $0.contains(" replay last ") })
        let arguments = next.split(separator: " ").drop { $0 != "replay" }.map(String.init)
        let told = try call(arguments, in: scratch)
        #expect(told.output.contains("Objective reached"))
    }

    @Test(
        "what a run does not tell",
        arguments: [
            (["--organization", "harbor-credt", "--trial", "1"], Int32(64), "did you mean \"harbor-credit\"?"),
            (["--organization", "harbor-credit", "--trial", "400"], 64, "trials 0 to 399"),
            (["--organization", "harbor-credit", "--trial", "1", "--scenario", "x"], 64, "no scenario \"x\""),
        ])
    func unknown(arguments: [String], status: Int32, expected: String) throws {
        let scratch = try Scratch()
        _ = try store(in: scratch)
        let outcome = try call(["replay", "last"] + arguments, in: scratch)
        #expect(outcome.status == status)
        #expect(outcome.messages.contains(expected), "\(outcome.messages)")
    }
}
