import Foundation
import Testing

/// `drillctl explain`, end to end.
@Suite struct ExplainTests {
    private static let exercise = "scenarios/exercises/autumn-drill.json"

    private func explain(_ what: String, _ more: [String] = ["--organization", "harbor-credit"]) throws
        -> Binary.Outcome
    {
        try Binary.run(["explain", Self.exercise, what, "--trials", "400"] + more)
    }

    @Test(
        "every kind of number, on pages of at most 100 columns",
        arguments: [
            ("probability(personal-data)", "Readable personal data leaves the company"),
            ("score(overall)", "100 × (1 − "), ("score(response)", "reference company"),
            ("score(family access)", "with the family access"), ("score(monitoring)", "As the response score"),
            ("lever(mfa/fido2)", "on the same random numbers"), ("lever(hand-off/notice/faster)", "trial by trial"),
            ("time(noticed)", "earliest alert"), ("time(repaired)", "last outage"),
            ("step(exploit)", "closes the door"), ("control(mfa)", "Scope by scope"),
        ])
    func kinds(what: String, expected: String) throws {
        let outcome = try explain(what)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("EXERCISE - modelled attacks; nothing is contacted or executed"))
        #expect(outcome.output.contains(expected) || flat(outcome.output).contains(expected), "\(outcome.output)")
        #expect(outcome.output.contains("\nRule\n") && outcome.output.contains("model 3."))
        #expect(outcome.output.contains("seed 20261123, 400 trials"))
        let wide = lines.filter { $0.count > 100 && !$0.contains("drillctl ") }
        #expect(wide.isEmpty, "\(wide)")
    }

    private func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("figures stand with their ranges and sources")
    func sources() throws {
        let text = flat(try explain("step(cloud-sign-in)").output)
        #expect(text.contains("Multi-factor authentication"))
        // 70 % of the company has prompts; the rest has the weakest level.
        #expect(text.contains("for 70 %") && text.contains("for 30 %") && text.contains("said for: whole company"))
        #expect(text.contains("chance that a try succeeds, times") && text.contains("judgement"))
        #expect(text.contains("trust medium"), "a published figure says what it rests on")
        let door = flat(try explain("step(exploit)").output)
        #expect(door.contains("for 10 %") && door.contains("arrives never: the door stays open"))
        #expect(door.contains("arrives after median 40 d, one in ten beyond 160 d; the organization"))
    }

    @Test("the number is that of the run, and its trials can be replayed")
    func sameAsTheRun() throws {
        let scratch = try Scratch()
        func call(_ arguments: [String]) throws -> Binary.Outcome {
            try Binary.run(arguments, in: scratch.url, environment: ["DRILL_STORE": "runs.sqlite"])
        }
        let run = try call(["run", RunTests.exercise, "--format", "json"] + RunTests.few + ["--seed", "3"])
        #expect(run.status == 0, "\(run.messages)")
        let explained = try call([
            "explain", "--run", "last", "probability(personal-data)", "--organization", "harbor-credit", "--scenario",
            "unpatched-portal", "--format", "json",
        ])
        #expect(explained.status == 0, "\(explained.messages)")
        let told = try #require(
            try JSONSerialization.jsonObject(with: Data(explained.output.utf8)) as? [String: Any])
        #expect(told["seed"] as? Int == 3 && told["modelVersion"] != nil && told["catalogRelease"] != nil)
        let explanation = try #require(told["explanation"] as? [String: Any])
        let term = try #require((explanation["terms"] as? [[String: Any]])?.first)
        let result = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let companies = try #require(result["companies"] as? [[String: Any]])
        let harbor = try #require(companies.first { $0["id"] as? String == "harbor-credit" })
        let story = try #require(
            (harbor["stories"] as? [[String: Any]])?.first { $0["scenario"] as? String == "unpatched-portal" })
        let objective = try #require(
            (story["objectives"] as? [[String: Any]])?.first { $0["id"] as? String == "personal-data" })
        #expect((objective["reached"] as? [String: Any])?["count"] as? Int == term["count"] as? Int)

        let text = try call([
            "explain", "--run", "last", "probability(personal-data)", "--organization", "harbor-credit",
        ])
        let lines = text.output.split(separator: "\n")
        let replays = lines.filter { $0.contains(" replay 1 ") }
        #expect(replays.count == 3)
        let arguments = try #require(replays.first).split(separator: " ").drop { $0 != "replay" }.map(String.init)
        #expect(try call(arguments).output.contains("Objective reached: Readable personal data leaves the company"))
    }

    @Test("without a company a probability is the highest, as for --fail-if")
    func highest() throws {
        let outcome = try explain("probability(personal-data)", [])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try explain("time(noticed)", []).status == 64)
        #expect(try explain("time(noticed)", []).messages.contains("which company?"))
    }

    @Test("the same for any number of threads")
    func threads() throws {
        let one = try explain(
            "score(overall)", ["--organization", "northgate-it", "--threads", "1", "--format", "json"])
        let four = try explain(
            "score(overall)", ["--organization", "northgate-it", "--threads", "4", "--format", "json"])
        #expect(one.status == 0 && one.output == four.output)
    }

    @Test(
        "unknown names get a proposal",
        arguments: [
            ("probabilty(personal-data)", "did you mean \"probability\"?"),
            ("probability(personal-dat)", "did you mean \"personal-data\"?"),
            ("score(overal)", "did you mean \"overall\"?"), ("score(family acces)", "did you mean \"access\"?"),
            ("lever(mfa/fido)", "did you mean \"mfa/fido2\"?"), ("time(notice)", "did you mean \"noticed\"?"),
            ("step(exploits)", "did you mean \"exploit\"?"), ("control(mfaa)", "did you mean \"mfa\"?"),
            ("score", "lacks a name in brackets"), ("score()", "lacks a name in brackets"),
            ("score(backup)", "no control of the family backup can matter"),
        ])
    func unknown(what: String, expected: String) throws {
        let outcome = try explain(what)
        #expect(outcome.status == 64)
        #expect(outcome.output == "" && outcome.messages.contains(expected), "\(outcome.messages)")
    }

    @Test("wrong usage")
    func usage() throws {
        #expect(try Binary.run(["explain", "score(overall)"]).status == 64)
        #expect(try Binary.run(["explain", "--run", "last", Self.exercise, "score(overall)"]).status == 64)
        #expect(try explain("score(overall)", ["--organization", "harbour-credit"]).messages.contains("harbor-credit"))
        #expect(
            try explain("step(exploit)", ["--scenario", "unpatched-portl", "--organization", "harbor-credit"]).status
                == 64)
    }
}
