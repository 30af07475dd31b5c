import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// A sampled quantity with its standard error, both from independent repetitions with fixed seeds.
struct Sampled: CustomStringConvertible {
    var value: Double
    var standardError: Double

    init(_ repetitions: [Double]) {
        let count = Double(repetitions.count)
        let mean = repetitions.reduce(0, +) / count
        let square = repetitions.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        value = mean
        standardError = (square / (count - 1) / count).squareRoot()
    }

    /// Within four standard errors; exact where nothing varies.
    func agrees(with expected: Double) -> Bool {
        abs(value - expected) <= 4 * standardError + abs(expected) * 1e-6
    }

    var description: String { "\(value) ± \(standardError)" }
}

extension AttackGraph {
    /// Quantities of the answer over repetitions.
    func sampled(
        trials: Int = 20_000, repetitions: Int = 20, importance: Bool = false, nodes: Bool = false,
        atLeast: [Int] = [], _ quantities: [@Sendable (GraphResult) -> Double?]
    ) async throws -> [Sampled] {
        var values = quantities.map { _ in [Double]() }
        for seed in 0..<repetitions {
            let question = GraphAnalysis.Question(
                trials: trials, seed: UInt64(seed) + 100, threads: 2, importance: importance, nodes: nodes,
                atLeast: atLeast)
            let result = try await GraphAnalysis(self, question).result()
            for (index, quantity) in quantities.enumerated() { values[index].append(try #require(quantity(result))) }
        }
        return values.map { Sampled($0) }
    }

    func sampled(
        importance: Bool = false, nodes: Bool = false, _ quantity: @escaping @Sendable (GraphResult) -> Double?
    ) async throws -> Sampled {
        try await sampled(importance: importance, nodes: nodes, [quantity])[0]
    }

    /// A function of the nodes' completion times in one trial: its mean and its standard deviation over trials.
    func moments(_ function: ([Float]) -> Double) throws -> (mean: Sampled, deviation: Sampled) {
        let description = try CompiledAttackGraph(self).description
        let compiled = CompiledGraph(description)
        let workspace = Workspace(for: compiled)
        var means: [Double] = []
        var deviations: [Double] = []
        for seed in 0..<20 {
            var values: [Double] = []
            Simulator(graph: compiled, seed: UInt64(seed) + 100)
                .run(world: 0, trials: 0..<20_000, workspace: workspace) { batch in
                    for trial in 0..<Simulator.batchSize {
                        values.append(function(description.nodes.indices.map { batch.completion($0, trial: trial) }))
                    }
                }
            let mean = values.reduce(0, +) / Double(values.count)
            means.append(mean)
            let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            deviations.append((square / Double(values.count - 1)).squareRoot())
        }
        return (Sampled(means), Sampled(deviations))
    }
}

extension GraphResult {
    func node(_ id: String) -> Node? { nodes?.first { $0.id == id } }
    func importance(of id: String) -> Importance? { importance?.first { $0.id == id } }
}

/// An attack graph put together by hand, in hours.
struct GraphMaker {
    var graph = AttackGraph()

    init(horizon: Double? = nil) {
        graph.id = "test"
        graph.horizon = horizon.map { .units($0) }
        add("internet") { $0.type = .entry }
    }

    mutating func add(_ id: String, _ change: (inout GraphNode) -> Void = { _ in }) {
        var node = GraphNode()
        node.id = id
        node.parents = ["internet"]
        change(&node)
        if node.type == .entry { node.parents = [] }
        graph.nodes.append(node)
        graph.goals = [id]
    }

    mutating func respond(triage: Distribution, containment: Distribution, group: String = "g") {
        var response = GraphResponse()
        response.triage = triage
        response.containment = [group: containment]
        graph.responses["acme"] = response
    }
}

extension Distribution {
    static func hours(_ value: Double) -> Distribution { .constant(.units(value)) }
    static func rate(_ value: Double) -> Distribution { .exponential(mean: .units(1 / value)) }
}

extension GraphDetection {
    static func chance(
        _ probability: Double, from: Moment = .end, delay: Distribution = .hours(0)
    ) -> GraphDetection {
        var detection = GraphDetection()
        detection.probability = probability
        detection.from = from
        detection.delay = delay
        return detection
    }
}
