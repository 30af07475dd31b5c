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
    let parts = try await inParallel(count, threads: threads, by: [(Int, Value)](), progress: progress) {
        $0.append(($1, try work($1)))
    } finish: {
        $0
    }
    return parts.joined().sorted { $0.0 < $1.0 }.map(\.1)
}

/// The same for work that adds up: each task has a worker of its own, and gives what it has counted when nothing is left.
///
/// - Parameters:
///   - worker: A task's worker, made anew for each.
///   - work: A piece of work, by number.
///   - finish: What a worker has counted.
/// - Returns: What the workers have counted, in no order.
/// - Throws: What the work throws first.
func inParallel<Worker, Value: Sendable>(
    _ count: Int, threads: Int, by worker: @escaping @autoclosure @Sendable () -> Worker,
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
    work: @escaping @Sendable (inout Worker, Int) throws -> Void, finish: @escaping @Sendable (Worker) -> Value
) async throws -> [Value] {
    let next = ChunkCounter()
    let finished = ChunkCounter()
    return try await withThrowingTaskGroup(of: Value.self) { group in
        for _ in 0..<max(1, min(threads, count)) {
            group.addTask {
                var own = worker()
                while let index = next.take(below: count) {
                    try Task.checkCancellation()
                    try work(&own, index)
                    let done = (finished.take(below: count) ?? 0) + 1
                    progress(RunProgress(done: done, of: count))
                }
                return finish(own)
            }
        }
        var all: [Value] = []
        for try await part in group { all.append(part) }
        return all
    }
}
