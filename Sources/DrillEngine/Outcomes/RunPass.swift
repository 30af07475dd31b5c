public import DrillResults
internal import Scenarios
internal import Synchronization

/// A simulated exercise: what its one pass over the trials has found out, company by company.
public struct RunPass: Sendable {
    /// What is read besides outcomes.
    public enum Reading: Sendable {
        case outcomes
        /// Findings and losses as well.
        case everything
    }

    let drill: Drill
    /// By participant in the exercise's order, then by scenario.
    let stories: [[RunStory]]
    /// What all figures rest on.
    let basis: BasisCount

    /// What the run says.
    ///
    /// - Parameters:
    ///   - documents: Digests of the inputs, as the result shall carry them.
    ///   - runID: The run's identity.
    public func result(documents: [DocumentDigest], runID: String) -> RunResult {
        RunResult(self, documents: documents, runID: runID)
    }
}

extension Drill {
    /// Simulates everything in one pass; the same result for any number of threads.
    ///
    /// - Parameter progress: Called after each chunk, from any task.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled; nothing is kept then.
    public func pass(
        reading: RunPass.Reading, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunPass {
        let reading = RunReading(loaded, settings: settings, everything: reading == .everything)
        let stories = try await pass(reading, progress: progress)
        return RunPass(drill: self, stories: stories.map { $0.compactMap(\.self) }, basis: reading.basis)
    }
}
