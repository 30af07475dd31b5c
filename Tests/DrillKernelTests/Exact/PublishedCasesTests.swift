import DrillKernel
import Foundation
import Testing

/// Graphs of the neutral format beside the package; absent outside the project's own workplace.
private enum SharedGraphs {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared").standardizedFileURL

    static func exist(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path())
    }

    struct Graph {
        var problem: ExactProblem
        var indices: [String: Int]
        var goal: String
        var answers: [(quantity: String, value: Double)]
    }

    static func load(_ name: String) throws -> Graph {
        let data = try Data(contentsOf: folder.appending(path: name))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        func text(_ value: Any?) -> String { value.map { "\($0)" } ?? "" }
        func list(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
        let (nodes, defences) = (list(root["nodes"]), list(root["defences"]))
        let indices = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { (text($1["id"]), $0) })
        let names = Dictionary(uniqueKeysWithValues: defences.enumerated().map { (text($1["id"]), $0) })
        let described = try nodes.map { node in
            let gate: ExactProblem.Gate =
                switch text(node["type"]) {
                case "entry": .entry
                case "and": .all
                case "vote": .vote(node["k"] as? Int ?? 1)
                default: .any
                }
            return ExactProblem.Node(
                gate, parents: try (node["parents"] as? [Any] ?? []).map { try #require(indices[text($0)]) },
                probability: node["p"] as? Double ?? 1,
                blockedBy: try (node["blocked_by"] as? [Any] ?? []).map { try #require(names[text($0)]) })
        }
        return Graph(
            problem: ExactProblem(nodes: described, defences: defences.map { $0["p_on"] as? Double ?? 0 }),
            indices: indices, goal: text(root["goal"]),
            answers: list(root["answers"]).map { (text($0["quantity"]), $0["value"] as? Double ?? .nan) })
    }
}

@Suite("Exact answers to published cases")
struct PublishedCasesTests {
    @Test(
        "static cases to 1e-12",
        .enabled(if: SharedGraphs.exist("cases"), "skipped: ../shared/cases is not here"),
        arguments: ["bridge-p50", "bridge-p90", "scram-two-train", "wang2008-attack-graph"])
    func cases(name: String) throws {
        let graph = try SharedGraphs.load("cases/\(name).json")
        let evaluation = ExactEvaluation(graph.problem)
        let all = try evaluation.probabilities()
        #expect(!graph.answers.isEmpty)
        for (quantity, value) in graph.answers {
            let id = quantity == "P(goal)" ? graph.goal : String(quantity.dropFirst(2).dropLast())
            let node = try #require(graph.indices[id], "\(quantity)")
            #expect(abs(try evaluation.probability(of: node) - value) < 1e-12)
            #expect(abs(all[node] - value) < 1e-12)
        }
    }

    @Test(
        "layered graphs of 20 to 100 nodes to 1e-12",
        .enabled(if: SharedGraphs.exist("peers"), "skipped: ../shared/peers is not here"),
        arguments: [("dag-20", 0.544_523_811_805_181), ("dag-100", 0.396_943_519_173_701)])
    func layered(name: String, probability: Double) throws {
        let graph = try SharedGraphs.load("peers/\(name).json")
        let goal = try #require(graph.indices[graph.goal])
        #expect(abs(try ExactEvaluation(graph.problem).probability(of: goal) - probability) < 1e-12)
    }

    #if !DEBUG
        /// By tables and by diagrams alike; 3,000,000 trials of the C program beside the graphs gave 0.8494 ± 0.0002.
        @Test(
            "a layered graph of 300 nodes",
            .enabled(if: SharedGraphs.exist("peers"), "skipped: ../shared/peers is not here"))
        func layered300() throws {
            let graph = try SharedGraphs.load("peers/dag-300.json")
            let goal = try #require(graph.indices[graph.goal])
            let found = try ExactEvaluation(graph.problem).probability(of: goal)
            #expect(abs(found - 0.849_589_212_920_966) < 1e-12)
        }
    #endif

    // moves-rwth/storm, src/test/storm-dft/bdd/TestBdd.cpp at commit 829f82a3c: exponential events at t = 1.
    @Test("importance as published for a fault tree of six events")
    func storm() throws {
        let half = 0.693_147_180_559_945_3
        let chances = [half, half, 0.2, half, 0.6, 1].map { 1 - exp(-$0) }
        var nodes = [ExactProblem.Node(.entry)]
        nodes += chances.map { .init(.any, parents: [0], probability: $0) }
        nodes += [.init(.any, parents: [2, 3]), .init(.any, parents: [4, 5, 6]), .init(.all, parents: [1, 7, 8])]
        let evaluation = ExactEvaluation(ExactProblem(nodes: nodes))
        #expect(abs(try evaluation.probability(of: 9) - 0.265_505_543_3) < 1e-9)
        let importance = try evaluation.importance(goal: 9)
        let birnbaum = [0.531_011, 0.368_041, 0.224_763, 0.059_623_5, 0.054_320_6, 0.081_036_8]
        for (event, published) in birnbaum.enumerated() {
            #expect(abs(importance[event + 1].birnbaum - published) < 1e-5)
        }
        #expect(importance[1].riskReductionWorth == nil)
        #expect(abs(try #require(importance[2].riskReductionWorth) - 3.258_327_78) < 1e-7)
        #expect(abs(try #require(importance[4].riskReductionWorth) - 1.126_485_175) < 1e-7)
    }
}
