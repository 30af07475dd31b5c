import Foundation
import Testing

/// `drillctl graph`: the output that other programs rely on.
@Suite struct GraphTests {
    /// Two of three, with a defence, detection and containment.
    static let graph = """
        {"kind": "attack-graph", "version": 1, "id": "two-of-three", "timeUnit": "hours", "horizon": 720,
         "nodes": [
          {"id": "internet", "type": "entry"},
          {"id": "phish", "type": "or", "parents": ["internet"], "probability": 0.6,
           "timeToCompromise": {"distribution": "exponential", "mean": 12},
           "detection": {"probability": 0.2, "from": "end",
            "delay": {"distribution": "lognormal", "median": 24, "p90": 200}}, "group": "office"},
          {"id": "vpn", "type": "or", "parents": ["internet"], "probability": 0.1},
          {"id": "insider", "type": "or", "parents": ["internet"], "probability": 0.02},
          {"id": "db", "type": "vote", "k": 2, "parents": ["phish", "vpn", "insider"], "blockedBy": ["edr"]}],
         "defences": [{"id": "edr", "probability": 0.4}],
         "responses": {"acme": {"triage": {"distribution": "constant", "value": 2},
          "containment": {"office": {"distribution": "exponential", "mean": 8}}}},
         "goal": "db"}
        """

    /// Without times: (0.6 or 0.1), and 0.5.
    static let still = """
        {"kind": "attack-graph", "version": 1, "id": "still", "nodes": [
          {"id": "in", "type": "entry"},
          {"id": "a", "type": "or", "parents": ["in"], "probability": 0.6},
          {"id": "b", "type": "or", "parents": ["in"], "probability": 0.1},
          {"id": "either", "type": "or", "parents": ["a", "b"]},
          {"id": "top", "type": "and", "parents": ["either"], "probability": 0.5}], "goal": "top"}
        """

    private func json(_ text: String, _ flags: [String]) throws -> [String: Any] {
        let scratch = try Scratch()
        let path = try scratch.write(text, as: "graph.json")
        let outcome = try Binary.run(["graph", path, "--format", "json"] + flags)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages == "")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    @Test("JSON has the keys that others rely on")
    func keys() throws {
        let object = try json(
            Self.graph, ["--trials", "20000", "--seed", "3", "--nodes", "--importance", "--at-least", "2"])
        #expect(object["trials"] as? Int == 20000 && object["seed"] as? Int == 3)
        #expect(object["schemaVersion"] as? Int == 1 && object["modelVersion"] is String)
        let goal = try #require(object["goal"] as? [String: Any])
        let probability = try #require(goal["probability"] as? Double)
        // 2 of (0.6, 0.1, 0.02), and no defence: 0.6 x (0.06 + 0.012 + 0.002 - 2 x 0.0012), four standard errors.
        #expect(abs(probability - 0.04296) < 4 * (0.04296 * 0.957 / 20000).squareRoot())
        #expect(goal["standardError"] is Double && goal["meanTime"] is Double)
        #expect((goal["quantiles"] as? [String: Any])?["0.5"] is Double)
        let fallen = try #require(object["fallen"] as? [String: Any])
        #expect(fallen["mean"] is Double && fallen["variance"] is Double)
        #expect((fallen["atLeast"] as? [String: Any])?["2"] is Double)
        let detected = try #require(object["detected"] as? [String: Any])
        #expect(detected["probability"] is Double && detected["meanTime"] is Double)
        let nodes = try #require(object["nodes"] as? [[String: Any]])
        #expect(nodes.compactMap { $0["id"] as? String } == ["internet", "phish", "vpn", "insider", "db"])
        let importance = try #require(object["importance"] as? [[String: Any]])
        #expect(importance.allSatisfy { $0.keys.sorted() == ["birnbaum", "id", "raw", "rawRange", "rrw", "rrwRange"] })
    }

    @Test("without flags: no nodes, no importance")
    func few() throws {
        let object = try json(Self.graph, ["--trials", "1000"])
        #expect(object["nodes"] == nil && object["importance"] == nil)
    }

    @Test("the exact answer: no trials, no error, no time")
    func exact() throws {
        let object = try json(Self.still, ["--exact"])
        #expect(object["trials"] as? Int == 0)
        let goal = try #require(object["goal"] as? [String: Any])
        let probability = try #require(goal["probability"] as? Double)
        #expect(abs(probability - 0.32) < 1e-12)
        #expect(goal["standardError"] as? Double == 0)
        #expect(goal["meanTime"] is NSNull)
    }

    @Test("no exact answer where time counts")
    func exactRefused() throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["graph", try scratch.write(Self.graph, as: "graph.json"), "--exact"])
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("leave --exact out to sample"), "\(outcome.messages)")
    }

    @Test("a goal that is never reached has null times")
    func never() throws {
        let text = Self.still.replacingOccurrences(of: "0.5", with: "0")
        let goal = try #require(try json(text, ["--trials", "1000"])["goal"] as? [String: Any])
        #expect(goal["probability"] as? Double == 0)
        #expect(goal["meanTime"] is NSNull)
    }

    @Test("the same bytes for any number of threads")
    func threads() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.graph, as: "graph.json")
        let outputs = try ["1", "2", "7"].map {
            try Binary.run(["graph", path, "--trials", "50000", "--nodes", "--threads", $0, "--format", "json"]).output
        }
        #expect(!outputs[0].isEmpty)
        #expect(Set(outputs).count == 1)
    }

    @Test("text for people")
    func text() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.graph, as: "graph.json")
        let outcome = try Binary.run(["graph", path, "--trials", "20000", "--nodes", "--importance"])
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines[0].hasPrefix("EXERCISE"))
        #expect(lines[1].hasPrefix("two-of-three   20,000 trials   seed 1"))
        #expect(lines[2].hasPrefix("db reached   0.04"))
        #expect(lines.allSatisfy { $0.count <= 100 })
    }
}
