import DrillResults
import Scenarios

/// The places where commands meet the engine, one small function each.
enum EngineCalls {
    /// A simulated exercise.
    struct SimulatedRun: Sendable {
        /// With everything but the run's identity and the documents' digests.
        var result: RunResult
        /// A trial in which the objective of the company is reached, by organization id, scenario id and objective id.
        var trialThatReaches: @Sendable (_ organization: String, _ scenario: String, _ objective: String) -> Int?
    }

    /// Simulates all trials; throws `CancellationError` soon after its task is cancelled.
    static func run(
        _ exercise: LoadedExercise, _ settings: RunSettings, identity: RunIdentity,
        progress: @escaping @Sendable (Progress) -> Void
    ) async throws -> SimulatedRun {
        throw CommandFailure("the engine is not there yet")
    }
}
