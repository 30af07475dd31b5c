import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// What must not move an attack graph's numbers by a bit.
@Suite struct GraphInvarianceTests {
    /// Thirty nodes of all types with cycles, defences, detection and two organizations.
    static let graph: AttackGraph = {
        var maker = GraphMaker(horizon: 400)
        for index in 1...30 {
            maker.add("n\(index)") {
                $0.type = [.or, .or, .and, .vote][index % 4]
                $0.k = index % 4 == 3 ? 2 : nil
                let first = index < 4 ? "internet" : "n\(index - 3)"
                $0.parents = [first, "n\(index % 7 + 1)", index < 8 ? "internet" : "n\(index - 7)"]
                if index < 4 { $0.type = .or }
                $0.probability = 0.5 + Double(index % 5) / 10
                $0.attempts = 1 + index % 3
                $0.timeToCompromise = index % 2 == 0 ? .rate(0.1) : .lognormal(median: .units(8), p90: .units(40))
                $0.blockedBy = index % 6 == 0 ? ["wall"] : []
                $0.organization = index % 2 == 0 ? "acme" : "other"
                $0.group = "g"
                if index % 3 == 0 { $0.detection = .chance(0.1, delay: .rate(0.05)) }
            }
        }
        maker.defence("wall", 0.3)
        maker.respond(triage: .rate(0.1), containment: .rate(0.02))
        maker.graph.responses["other"] = maker.graph.responses["acme"]
        return maker.graph
    }()

    private func ask(_ graph: AttackGraph, threads: Int = 2, importance: Bool = false) async throws -> GraphResult {
        let question = GraphAnalysis.Question(
            trials: 20_011, seed: 5, threads: threads, importance: importance, nodes: true, atLeast: [3])
        return try await GraphAnalysis(graph, question).result()
    }

    @Test func theOrderOfNodesDoesNotMatter() async throws {
        let before = try await ask(Self.graph)
        var permuted = Self.graph
        permuted.nodes = permuted.nodes.reversed()
        for index in permuted.nodes.indices { permuted.nodes[index].parents.reverse() }
        let after = try await ask(permuted)
        #expect(after.goal == before.goal && after.detected == before.detected && after.fallen == before.fallen)
        for node in try #require(before.nodes) { #expect(after.node(node.id) == node) }
        #expect(after.nodes?.map(\.id) == permuted.nodes.map(\.id))
        #expect((0.05...0.95).contains(before.goal.probability))
        #expect((0.05...0.999).contains(before.detected.probability))
    }

    @Test func whatIsUnrelatedDoesNotMatter() async throws {
        let before = try await ask(Self.graph)
        var larger = Self.graph
        for id in ["island", "reef"] {
            var node = GraphNode()
            node.id = id
            node.parents = [id == "reef" ? "island" : "reef"]
            node.organization = "stranger"
            node.detection = .chance(1)
            node.blockedBy = ["fence"]
            larger.nodes.insert(node, at: 0)
        }
        larger.responses["a-stranger"] = larger.responses["acme"]
        larger.responses["stranger"] = larger.responses["acme"]
        var fence = GraphDefence()
        fence.id = "fence"
        fence.probability = 0.5
        larger.defences.insert(fence, at: 0)
        let after = try await ask(larger)
        #expect(after.goal == before.goal && after.detected == before.detected && after.fallen == before.fallen)
        for node in try #require(before.nodes) { #expect(after.node(node.id) == node) }
        #expect(after.node("reef")?.probability == 0)
    }

    @Test func threadsDoNotMatter() async throws {
        let one = try await ask(Self.graph, threads: 1)
        for threads in [2, 3, 8, 100] { #expect(try await ask(Self.graph, threads: threads) == one) }
    }

    @Test func threadsDoNotMatterForImportance() async throws {
        var small = Self.graph
        small.nodes = Array(small.nodes.prefix(9))
        for index in small.nodes.indices { small.nodes[index].parents.removeAll { Int($0.dropFirst()) ?? 0 > 8 } }
        small.goals = ["n8"]
        let one = try await ask(small, threads: 1, importance: true)
        #expect(try await ask(small, threads: 8, importance: true) == one)
        #expect(try #require(one.importance).contains { $0.birnbaum > 0.01 })
    }

    /// Only what the goal needs is simulated unless all nodes are asked for: the goal's numbers are the same.
    @Test func askingForMoreDoesNotMatter() async throws {
        let all = try await ask(Self.graph)
        let question = GraphAnalysis.Question(trials: 20_011, seed: 5, threads: 2)
        let goalOnly = try await GraphAnalysis(Self.graph, question).result()
        #expect(goalOnly.goal == all.goal && goalOnly.detected == all.detected)
        #expect(goalOnly.nodes == nil && goalOnly.fallen == nil && goalOnly.importance == nil)
        #expect(all.node(Self.graph.goals[0])?.probability == all.goal.probability)
    }

    @Test func aSeedMatters() async throws {
        let first = try await GraphAnalysis(Self.graph, .init(trials: 5000, seed: 1, threads: 1)).result()
        let second = try await GraphAnalysis(Self.graph, .init(trials: 5000, seed: 2, threads: 1)).result()
        #expect(first != second)
    }

    @Test func neverIsWrittenAsNull() async throws {
        var maker = GraphMaker()
        maker.add("wall") { $0.probability = 0 }
        let result = try await GraphAnalysis(maker.graph, .init(trials: 100, seed: 1, threads: 1)).result()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(result), as: UTF8.self)
        #expect(text.contains(#""meanTime":null"#) && text.contains(#""0.5":null"#), "\(text)")
    }
}
