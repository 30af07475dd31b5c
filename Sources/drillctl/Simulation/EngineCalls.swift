import DrillEngine
import DrillResults
import DrillStore
import Scenarios

/// The places where commands meet the engine, one small function each.
enum EngineCalls {
    /// A simulated exercise.
    struct SimulatedRun: Sendable {
        var result: RunResult
        /// What was read, as it was read.
        var documents: [StoredDocument]
        /// A trial in which the objective of the company is reached, by organization id, scenario id and objective id.
        var trialThatReaches: @Sendable (_ organization: String, _ scenario: String, _ objective: String) -> Int?
    }

    /// What is asked of an attack graph.
    struct GraphRequest: Sendable {
        /// 0: the exact answer.
        var trials: Int
        var seed: UInt64
        var threads: Int
        var wantsImportance: Bool
        var wantsNodes: Bool
        /// Numbers of nodes.
        var atLeast: [Int]
    }

    /// Evaluates the graph; throws `CancellationError` soon after its task is cancelled.
    static func graph(
        _ graph: AttackGraph, _ request: GraphRequest, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> GraphResult {
        throw CommandFailure("graphs are not there yet")
    }

    /// Simulates all trials; throws `CancellationError` soon after its task is cancelled.
    static func run(
        _ exercise: LoadedExercise, _ settings: RunSettings, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> SimulatedRun {
        let identity = try RunIdentity(exercise, settings)
        let drill = try Drill(exercise, settings: settings)
        let result = try await drill.run(documents: identity.documents, runID: identity.hex(), progress: progress)
        let documents = zip(identity.documents, exercise.sources).map { StoredDocument(digest: $0, bytes: $1.bytes) }
        return SimulatedRun(result: result, documents: documents) { _, _, _ in nil }
    }
}
