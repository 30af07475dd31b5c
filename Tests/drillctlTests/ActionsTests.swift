import Foundation
import Testing

/// `drillctl actions`, `compare` and `trend`, on runs of the sample exercise.
@Suite struct ActionsTests {
    private func call(_ arguments: [String], in scratch: Scratch) throws -> Binary.Outcome {
        try Binary.run(arguments, in: scratch.url, environment: ["DRILL_STORE": "runs.sqlite"])
    }

    /// The exercise in a folder of its own, so that a company can change between runs.
    private func copy(in scratch: Scratch) throws { try Library.copy(in: scratch) }

    private func run(_ flags: [String] = [], in scratch: Scratch) throws {
        let outcome = try call(["run", "copy/exercises/autumn-drill.json"] + RunTests.few + flags, in: scratch)
        #expect(outcome.status == 0, "\(outcome.messages)")
    }

    private func change(_ text: String, to other: String, in scratch: Scratch) throws {
        let path = "copy/organizations/harbor-credit.json"
        let old = try scratch.text(path)
        #expect(old.contains(text))
        _ = try scratch.write(old.replacing(text, with: other), as: path)
    }

    @Test("from an action to its closing, and what a comparison says of it")
    func life() throws {
        let scratch = try Scratch()
        try copy(in: scratch)
        try run(in: scratch)
        let add = [
            "actions", "add", "--run", "last", "--organization", "harbor-credit", "--lever", "hand-off/notice/24x7",
            "--lever", "mfa/number-matching", "--owner", "IT operations", "--due", "2026-12-31",
        ]
        let added = try call(add, in: scratch)
        #expect(added.status == 0, "\(added.messages)")
        #expect(added.output.hasPrefix("added A-1: ") && added.output.contains("\nadded A-2: "))
        let twice = try call(add, in: scratch)
        #expect(twice.status == 1 && twice.messages.contains("A-1 is this lever already"), "\(twice.messages)")

        let open = try call(["actions", "list", "--today", "2027-01-01"], in: scratch)
        #expect(open.status == 0, "\(open.messages)")
        #expect(open.output.hasPrefix("EXERCISE") && open.output.contains("2 open; 2 overdue"))
        #expect(open.output.contains("Harbor Credit Bureau") && open.output.contains("IT operations, due 2026-12-31"))
        #expect(open.output.split(separator: "\n").allSatisfy { $0.count <= 100 })

        try change("\"level\": \"push\", \"coverage\": 0.7", to: "\"level\": \"fido2\"", in: scratch)
        try run(["--seed", "5"], in: scratch)
        let list = try call(["actions", "list", "--today", "2026-11-25", "--format", "json"], in: scratch)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [String: Any])
        let lines = try #require(object["actions"] as? [[String: Any]])
        let states = lines.compactMap { ($0["status"] as? [String: Any])?["state"] as? String }
        #expect(states == ["open", "closed"])
        #expect((object["warnings"] as? [String])?.contains("The seed is 5, it was 20261123.") == true)

        let compared = try call(["compare", "1", "last", "--organization", "harbor-credit"], in: scratch)
        #expect(compared.status == 0, "\(compared.messages)")
        #expect(compared.output.contains("Numbers may have moved for reasons other than the companies:"))
        #expect(compared.output.contains("Harbor Credit Bureau") && !compared.output.contains("Meridian Bank"))
        #expect(compared.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let json = try call(["compare", "1", "2", "--format", "json"], in: scratch)
        let body = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(Set(body.keys).isSuperset(of: ["schemaVersion", "seed", "before", "after", "companies", "warnings"]))

        let trend = try call(["trend", "--organization", "harbor-credit"], in: scratch)
        #expect(trend.status == 0, "\(trend.messages)")
        #expect(trend.output.contains("2 runs, worst outcome: ") && trend.output.contains("  --  The seed is 5"))
        #expect(trend.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test("set and delete; owners are teams")
    func change() throws {
        let scratch = try Scratch()
        let organization = ["--organization", "acme"]
        let person = try call(
            ["actions", "add", "--title", "Rehearse", "--owner", "ann@example.com"] + organization, in: scratch)
        #expect(person.status == 64 && person.messages.contains("not an e-mail address"), "\(person.messages)")
        #expect(try call(["actions", "add", "--title", "Rehearse"] + organization, in: scratch).status == 0)
        let set = try call(["actions", "set", "a-1", "--done", "--owner", "Legal", "--due", "2027-01-31"], in: scratch)
        #expect(set.output == "A-1: Rehearse (Legal, due 2027-01-31, said to be done)\n", "\(set.messages)")
        let list = try call(["actions", "list"], in: scratch)
        #expect(list.output.contains("never retested") && list.output.contains("1 never retested"))
        #expect(try call(["actions", "set", "A-9", "--done"], in: scratch).messages.contains("no action A-9"))
        #expect(try call(["actions", "set", "A-1"], in: scratch).status == 64)
        #expect(try call(["actions", "set", "A-1", "--due", "31.1.2027"], in: scratch).status == 64)
        #expect(try call(["actions", "delete", "A-1"], in: scratch).output == "deleted A-1: Rehearse\n")
        #expect(try call(["actions", "list"], in: scratch).messages == "no actions in the register\n")
    }

    @Test("a meeting's improvement plan, as spreadsheets save it")
    func sheet() throws {
        let scratch = try Scratch()
        let head = "number;capability;what fell short;why;owner;corrective action;start;due;marking\r\n"
        let good =
            "\u{FEFF}" + head
            + "1;Notice;Nobody called the desk;rated U;Service desk;Write the number on every screen;;2027-01-31;EXERCISE\r\n"
            + "2;Decide;Waited for the board;rated M;;;;;EXERCISE\r\n"
        _ = try scratch.write(good, as: "improvement-plan.csv")
        let arguments = ["actions", "import", "improvement-plan.csv", "--organization", "harbor-credit"]
        let first = try call(arguments, in: scratch)
        #expect(
            first.output
                == "added A-1: Write the number on every screen\nleft out, without a corrective action: line 3\n",
            "\(first.messages)")
        #expect(
            try call(arguments, in: scratch).output
                == "left out, without a corrective action: line 3\n1 in the register already\n")

        let bad = head + "1;Notice;x;;ann@example.com;Call;;soon;\r\n2;;;;;;;2027-01-31;EXERCISE\r\n"
        _ = try scratch.write(bad, as: "bad.csv")
        let refused = try call(["actions", "import", "bad.csv", "--organization", "harbor-credit"], in: scratch)
        #expect(refused.status == 65 && refused.output == "")
        #expect(refused.messages.contains("bad.csv:2:"), "\(refused.messages)")
        #expect(refused.messages.contains("not an e-mail address") && refused.messages.contains("\"soon\" is no date"))
        #expect(refused.messages.contains("bad.csv:3:"))
    }

    @Test("names of nothing")
    func unknown() throws {
        let scratch = try Scratch()
        for arguments in [["compare", "1", "2"], ["trend"], ["actions", "set", "A-1", "--done"]] {
            let outcome = try call(arguments, in: scratch)
            #expect(outcome.status == 1 && outcome.messages.contains("There is no"), "\(outcome.messages)")
        }
        #expect(try scratch.contents.isEmpty)
        try copy(in: scratch)
        try run(in: scratch)
        let lever = try call(
            ["actions", "add", "--organization", "harbor-credit", "--lever", "mfa/fido"], in: scratch)
        #expect(lever.status == 64 && lever.messages.contains("did you mean \"mfa/fido2\"?"), "\(lever.messages)")
        let company = try call(["compare", "1", "1", "--organization", "harbour-credit"], in: scratch)
        #expect(company.status == 64 && company.messages.contains("did you mean"), "\(company.messages)")
        let exercise = try call(["trend", "--exercise", "autum-drill"], in: scratch)
        #expect(exercise.status == 64 && exercise.messages.contains("autumn-drill"))
    }
}
