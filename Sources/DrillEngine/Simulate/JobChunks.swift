internal import DrillKernel

extension Drill {
    /// Simulates some jobs chunk by chunk, several at once, and adds up what is read; the same for any number of threads.
    ///
    /// - Parameters:
    ///   - chosen: Numbers of the jobs.
    ///   - empty: A job's tallies before its first trial.
    ///   - read: Counts a finished batch of a job in a world.
    ///   - merge: Adds one chunk's tallies; it must not matter in which order.
    /// - Throws: `CancellationError` when the task is cancelled.
    func tally<Part: Sendable>(
        _ chosen: [Int], progress: @escaping @Sendable (RunProgress) -> Void,
        empty: @escaping @Sendable (Int) -> Part,
        read: @escaping @Sendable (Int, Batch, _ world: Int, inout Part) -> Void,
        merge: @escaping @Sendable (inout Part, Part) -> Void
    ) async throws -> [Int: Part] {
        let chunks = Chunk.plan(jobs: chosen.count, trials: settings.trials, worlds: settings.worlds)
        let next = ChunkCounter()
        let finished = ChunkCounter()
        let settings = settings
        return try await withThrowingTaskGroup(of: [Int: Part].self) { group in
            for _ in 0..<max(1, min(settings.threads, chunks.count)) {
                group.addTask {
                    var parts: [Int: Part] = [:]
                    var workspaces: [Int: Workspace] = [:]
                    while let index = next.take(below: chunks.count) {
                        try Task.checkCancellation()
                        let chunk = chunks[index]
                        let job = chosen[chunk.job]
                        let workspace = workspaces[job] ?? Workspace(for: jobs[job].graph)
                        workspaces[job] = workspace
                        var part = parts.removeValue(forKey: job) ?? empty(job)
                        Simulator(graph: jobs[job].graph, seed: settings.seed).run(
                            world: chunk.world, trials: chunk.trials, workspace: workspace
                        ) { read(job, $0, chunk.world, &part) }
                        parts[job] = part
                        let done = (finished.take(below: chunks.count) ?? 0) + 1
                        progress(RunProgress(done: done, of: chunks.count))
                    }
                    return parts
                }
            }
            var all: [Int: Part] = [:]
            for try await found in group {
                for (job, part) in found {
                    var sum = all.removeValue(forKey: job) ?? empty(job)
                    merge(&sum, part)
                    all[job] = sum
                }
            }
            return all
        }
    }
}
