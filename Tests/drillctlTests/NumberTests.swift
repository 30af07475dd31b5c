import DrillResults
import Foundation
import Testing

/// Numbers that are right, or refused with what to do: nothing is clamped, cut or misread in silence.
@Suite struct NumberTests {
    private static func graph(_ target: String, goal: String = "t") -> String {
        #"{"kind": "attack-graph", "version": 1, "id": "g", "goal": "\#(goal)", "nodes": [{"id": "s", "type": "entry"}, "#
            + target + "]}"
    }

    private func run(_ graph: String, _ flags: [String] = []) throws -> Binary.Outcome {
        let scratch = try Scratch()
        return try Binary.run(["graph", try scratch.write(graph, as: "g.json")] + flags, in: scratch.url)
    }

    private func goal(_ outcome: Binary.Outcome) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return try #require(object?["goal"] as? [String: Any])
    }

    @Test(
        "sampled is exact within four standard errors, however small the chance and however many the tries",
        arguments: [
            (1e-9, 1_000_000), (1e-10, 1_000_000), (2.3e-8, 1_000_000), (1e-7, 1_000_000), (1e-6, 1_000_000),
            (1e-6, 1000), (7.3e-6, 100_000), (1e-4, 5000), (0.003, 200), (0.0039, 300), (0.004, 300), (0.2, 7),
            (1e-6, 1),
            (0.5, 1),
        ] as [(Double, Int)])
    func smallChances(p: Double, tries: Int) throws {
        let trials = 1_000_000.0
        let graph = Self.graph(
            #"{"id": "t", "type": "or", "parents": ["s"], "probability": \#(p), "attempts": \#(tries)}"#)
        let outcome = try run(graph, ["--trials", "1000000", "--seed", "5", "--format", "json"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let sampled = try #require(try goal(outcome)["probability"] as? Double)
        let exact = -expm1(Double(tries) * log1p(-p))
        let error = (exact * (1 - exact) / trials).squareRoot()
        #expect(abs(sampled - exact) <= 4 * error + 1e-6, "\(sampled) for \(exact)")
        let answer = try #require(try goal(try run(graph, ["--exact", "--format", "json"]))["probability"] as? Double)
        #expect(abs(answer - exact) <= 1e-9 * exact)
    }

    @Test(
        "refused, with what to write instead",
        arguments: [
            (#"{"id": "t", "type": "or", "probability": 0.3}"#, "nothing leads to \"t\""),
            (#"{"id": "Get root", "type": "or", "parents": ["s"]}"#, "write \"Get-root\""),
            (
                #"{"id": "t", "type": "or", "parents": ["s"], "timeToCompromise": {"distribution": "gamma", "shape": 0.0001, "scale": 4}}"#,
                "from 0.01 to 1000000"
            ),
            (
                #"{"id": "t", "type": "or", "parents": ["s"], "timeToCompromise": {"distribution": "lognormal", "mu": 40, "sigma": 1}}"#,
                "10^12 hours"
            ),
            (
                #"{"id": "t", "type": "or", "parents": ["s"], "probability": 1.0000000000000000001}"#,
                "more digits than are kept"
            ),
        ])
    func refused(node: String, words: String) throws {
        let outcome = try run(Self.graph(node))
        #expect(outcome.status == 65 && outcome.messages.contains(words), "\(outcome.messages)")
    }

    @Test("nothing of nothing is no ratio, and none of n is a bound")
    func nothing() throws {
        let graph = Self.graph(
            #"{"id": "a", "type": "or", "parents": ["s"], "probability": 0}, {"id": "t", "type": "and", "parents": ["a"]}"#
        )
        let exact = try run(graph, ["--exact", "--importance"])
        #expect(!exact.output.contains("infinite") && exact.output.contains("RRW"))
        let sampled = try run(graph, ["--trials", "1000", "--importance"])
        #expect(sampled.output.contains("in none of 1,000 trials: below 0.003"))
        #expect(!sampled.output.contains("infinite") && !sampled.output.contains("standard error"))
    }

    @Test("nodes under their titles: what no trial showed is a bound, an entry is certain, a ratio of few has a range")
    func bounds() throws {
        let graph = Self.graph(
            #"""
            {"id": "a", "title": "The mail is opened", "type": "or", "parents": ["s"], "probability": 0.002},
            {"id": "b", "type": "or", "parents": ["s"], "probability": 0},
            {"id": "t", "type": "or", "parents": ["a", "b"]}
            """#)
        let lines = try run(graph, ["--trials", "10000", "--nodes", "--importance"]).output.split(separator: "\n")
        func line(_ start: String) -> String { lines.first { $0.hasPrefix(start) }.map(String.init) ?? "" }
        #expect(line("s ").hasSuffix("  1                  0"))
        #expect(line("b ").contains("below 0.0003") && line("b ").hasSuffix("never"))
        #expect(line("The mail is opened").contains("0.00"))
        #expect(line("detected").hasSuffix("never: no node has a detection"))
        let importance = lines.last { $0.hasPrefix("The mail is opened") } ?? ""
        #expect(importance.contains("above ") && importance.contains(" to "), "\(importance)")
        let exact = try run(graph, ["--exact", "--nodes"])
        #expect(!exact.output.contains("never ") && !exact.output.contains("mean time"), "no times, so none is never")
    }

    @Test("a plain chain is a product, however long")
    func chain() throws {
        let nodes = (1...4001).map {
            #"{"id": "n\#($0)", "type": "or", "parents": ["\#($0 == 1 ? "s" : "n\($0 - 1)")"], "probability": 0.9999}"#
        }
        let outcome = try run(Self.graph(nodes.joined(separator: ","), goal: "n4001"), ["--exact", "--format", "json"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let probability = try #require(try goal(outcome)["probability"] as? Double)
        #expect(abs(probability - pow(0.9999, 4001)) < 1e-9)
    }

    private func organization(_ zone: String, count: Int = 1) -> String {
        #"""
        {"kind": "organization", "version": 1, "id": "o", "name": "O", "timeZone": "\#(zone)", "departments": [
          {"id": "it", "name": "IT", "roles": ["operations"], "assets": [
            {"id": "web", "kind": "endpoint-fleet", "count": \#(count)}]}]}
        """#
    }

    @Test(
        "time zones by their names, with the nearest proposed",
        arguments: [
            ("Asia/Tokio", "did you mean \"Asia/Tokyo\"?"), ("europe/berlin", "did you mean \"Europe/Berlin\"?"),
            ("Mars/Olympus", "write it like"),
        ])
    func zones(zone: String, words: String) throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["validate", try scratch.write(organization(zone), as: "o.json")])
        #expect(outcome.status == 65 && outcome.output.contains(words), "\(outcome.output)")
        let right = try Binary.run(["validate", try scratch.write(organization("Asia/Tokyo"), as: "p.json")])
        #expect(right.status == 0, "\(right.output)")
    }

    @Test("a fleet of millions is not cut")
    func fleet() throws {
        let scratch = try Scratch()
        _ = try scratch.write(organization("Asia/Tokyo", count: 8_500_000), as: "o.json")
        _ = try scratch.write(
            #"""
            {"kind": "scenario", "version": 1, "id": "s", "title": "One in a million", "adversary": {"origin": "external"},
             "steps": [{"id": "hit", "action": "error.Misdelivery", "on": {"kind": "endpoint-fleet"},
                        "probability": 0.0000001, "attempts": "each-member", "noticed": []}],
             "objectives": [{"id": "hit", "title": "Hit", "reached": {"step": "hit"}}]}
            """#, as: "s.json")
        _ = try scratch.write(
            #"""
            {"kind": "exercise", "version": 1, "id": "e", "title": "E", "participants": [{"organization": "o.json"}],
             "scenarios": ["s.json"], "simulation": {"trials": 100000, "worlds": 40, "seed": 1}}
            """#, as: "e.json")
        let outcome = try Binary.run(["run", "e.json", "--quick", "--no-store", "--format", "json"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let result = try JSONDecoder().decode(RunResult.self, from: Data(outcome.output.utf8))
        let reached = try #require(result.companies.first?.stories.first?.objectives.first?.reached.value)
        // 1 − (1 − 1e-7)^8,500,000; a million tries would give 0.095.
        #expect(abs(reached - 0.5726) < 0.0063, "\(reached)")
    }

    @Test("days that no calendar has", arguments: ["2027-02-30", "2026-02-29", "2027-04-31", "2027-13-01"])
    func days(day: String) throws {
        let scratch = try Scratch()
        let exercise =
            #"{"kind": "exercise", "version": 1, "id": "e", "title": "E", "participants": [], "scenarios": [], "disclosure": {"retainUntil": "\#(day)"}}"#
        let outcome = try Binary.run(["validate", try scratch.write(exercise, as: "e.json")])
        #expect(outcome.output.contains("\"\(day)\" is no calendar date"), "\(outcome.output)")
    }
}
