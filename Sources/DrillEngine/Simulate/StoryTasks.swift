internal import Scenarios

/// Work that is done for each company under each scenario by itself.
struct StoryTasks: Sendable {
    let companies: Int
    let scenarios: Int
    let settings: RunSettings

    /// Runs the work of all pairs, several at once.
    ///
    /// - Parameter work: Gets the numbers of company and scenario.
    /// - Returns: What the work gave, by company and scenario.
    /// - Throws: What the work throws; `CancellationError` when the task is cancelled.
    func run<Result: Sendable>(
        _ progress: @escaping @Sendable (RunProgress) -> Void,
        _ work: @escaping @Sendable (_ company: Int, _ scenario: Int) throws -> Result
    ) async throws -> [[Result]] {
        let next = ChunkCounter()
        let finished = ChunkCounter()
        let (count, scenarios, trials) = (companies * scenarios, scenarios, settings.trials)
        let done = try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<max(1, min(settings.threads, count)) {
                group.addTask {
                    var found: [(Int, Result)] = []
                    while let index = next.take(below: count) {
                        try Task.checkCancellation()
                        found.append((index, try work(index / scenarios, index % scenarios)))
                        let part = (finished.take(below: count) ?? 0) + 1
                        progress(RunProgress(done: part * trials, total: count * trials, halfWidth: 0))
                    }
                    return found
                }
            }
            var all: [(Int, Result)] = []
            for try await part in group { all += part }
            return all
        }
        let ordered = done.sorted { $0.0 < $1.0 }.map(\.1)
        return (0..<companies).map { Array(ordered[($0 * scenarios)..<(($0 + 1) * scenarios)]) }
    }
}
