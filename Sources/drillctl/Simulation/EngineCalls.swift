import DrillEngine
import DrillResults
import Scenarios

/// The places where commands meet the engine, one small function each.
enum EngineCalls {
    /// A simulated exercise.
    struct SimulatedRun: Sendable {
        var result: RunResult
        /// A trial in which the objective of the company is reached, by organization id, scenario id and objective id.
        var trialThatReaches: @Sendable (_ organization: String, _ scenario: String, _ objective: String) -> Int?
    }

    /// Simulates all trials; throws `CancellationError` soon after its task is cancelled.
    static func run(
        _ exercise: LoadedExercise, _ settings: RunSettings, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> SimulatedRun {
        let identity = try RunIdentity(exercise, settings)
        let drill = try Drill(exercise, settings: settings)
        let result = try await drill.run(documents: identity.documents, runID: identity.hex(), progress: progress)
        return SimulatedRun(result: result) { _, _, _ in nil }
    }
}
