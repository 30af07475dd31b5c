import Benchmark
import DrillEngine
import Foundation
import Scenarios

/// Parts of the engine in one process. Whole commands, memory and the ratios to other programs: `whole-process`.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.cpuTotal, .throughput, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(10))

    Benchmark("graph: chain of 1000 exponential steps, 32,000 trials on one thread") { benchmark in
        let graph = chain(of: 1000)
        let question = GraphAnalysis.Question(trials: 32_000, seed: 1, threads: 1)
        for _ in benchmark.scaledIterations {
            blackHole(try await GraphAnalysis(graph, question).result())
        }
    }

    Benchmark("exercise: load and check the sample") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(DocumentLoader.disk.loadExercise(sample)) }
    }

    Benchmark("exercise: compile the sample for 40 worlds") { benchmark in
        let loaded = try sampleExercise()
        for _ in benchmark.scaledIterations {
            blackHole(try Drill(loaded, settings: RunSettings(loaded.exercise.simulation, threads: 1)))
        }
    }

    Benchmark("exercise: run the sample on one thread") { benchmark in
        let loaded = try sampleExercise()
        let drill = try Drill(loaded, settings: RunSettings(loaded.exercise.simulation, threads: 1))
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try await drill.run(documents: [], runID: "")) }
    }
}

/// The repository's sample exercise, seen from this file.
private let sample = URL(fileURLWithPath: #filePath)
    .appending(path: "../../../../scenarios/exercises/autumn-drill.json").standardized.path

private struct SampleIsBroken: Error {}

private func sampleExercise() throws -> LoadedExercise {
    guard let exercise = DocumentLoader.disk.loadExercise(sample).exercise else { throw SampleIsBroken() }
    return exercise
}

private func chain(of length: Int) -> AttackGraph {
    var graph = AttackGraph()
    var entry = GraphNode()
    entry.id = "start"
    entry.type = .entry
    graph.nodes = [entry]
    for number in 1...length {
        var node = GraphNode()
        node.id = "step-\(number)"
        node.parents = [graph.nodes[number - 1].id]
        node.probability = 0.999
        node.timeToCompromise = .exponential(mean: .hours(Double(number % 7 + 1)))
        graph.nodes.append(node)
    }
    graph.goals = ["step-\(length)"]
    return graph
}
