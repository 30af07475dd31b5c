internal import DrillKernel
internal import Scenarios
internal import Synchronization

extension Drill {
    /// One pass over all trials; the same for any number of threads.
    ///
    /// Organizations are settled one after the other, suppliers first, those that supply each other together; of a
    /// supplier only what crosses a link is kept, until its last customer is done. A draw has an address, so a company's
    /// trials are those in which everybody is settled at once.
    ///
    /// - Parameters:
    ///   - reading: What is to be found out.
    ///   - organizations: Only these participants; all when nil.
    /// - Returns: By participant in the exercise's order, then by scenario; nil for those that are not read.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    package func pass<Reading: StoryReading>(
        _ reading: Reading, organizations: Set<String>? = nil,
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [[Reading.Story?]] {
        let plan = PassPlan(self, reading, organizations: organizations, progress: progress)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, settings.threads) {
                group.addTask { try await PassWorker(plan).run() }
            }
            // The first that fails ends all.
            for try await _ in group {}
        }
        return plan.found
    }
}

/// Hands out chunk numbers, each once.
final class ChunkCounter: Sendable {
    private let next = Mutex(0)

    func take(below limit: Int) -> Int? {
        next.withLock { number in
            guard number < limit else { return nil }
            defer { number += 1 }
            return number
        }
    }
}
