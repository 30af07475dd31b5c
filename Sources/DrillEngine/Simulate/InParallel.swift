internal import DrillResults

/// Does independent pieces of work on several tasks; results stand in the order of the work, whatever the threads did.
///
/// - Parameters:
///   - count: Pieces of work, numbered from 0.
///   - progress: Told after each piece.
/// - Throws: What the work throws first.
func inParallel<Value: Sendable>(
    _ count: Int, threads: Int, progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
    work: @escaping @Sendable (Int) throws -> Value
) async throws -> [Value] {
    let next = ChunkCounter()
    let finished = ChunkCounter()
    return try await withThrowingTaskGroup(of: [(Int, Value)].self) { group in
        for _ in 0..<max(1, min(threads, count)) {
            group.addTask {
                var found: [(Int, Value)] = []
                while let index = next.take(below: count) {
                    try Task.checkCancellation()
                    found.append((index, try work(index)))
                    let done = (finished.take(below: count) ?? 0) + 1
                    progress(RunProgress(done: done, of: count))
                }
                return found
            }
        }
        var all: [(Int, Value)] = []
        for try await part in group { all += part }
        return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
