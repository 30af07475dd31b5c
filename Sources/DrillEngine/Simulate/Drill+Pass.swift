internal import DrillKernel
internal import DrillResults
internal import Scenarios
internal import Synchronization

extension Drill {
    /// One pass over all trials; the same for any number of threads.
    ///
    /// - Parameter readers: Of each job, any number; a job without is not simulated.
    /// - Returns: What each has counted.
    /// - Throws: `CancellationError` when the task is cancelled.
    func pass<Reader: StoryReader>(
        _ readers: [[Reader]], progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [[Reader.Tally]] {
        let chunks = Chunk.plan(jobs: jobs.count, trials: settings.trials, worlds: settings.worlds)
            .filter { !readers[$0.job].isEmpty }
        let next = ChunkCounter()
        let finished = ChunkCounter()
        return try await withThrowingTaskGroup(of: [Int: [Reader.Tally]].self) { group in
            for _ in 0..<max(1, min(settings.threads, chunks.count)) {
                group.addTask {
                    var runners: [Int: JobRunner<Reader>] = [:]
                    while let index = next.take(below: chunks.count) {
                        try Task.checkCancellation()
                        let chunk = chunks[index]
                        let runner = runners[chunk.job] ?? JobRunner(self, job: chunk.job, readers[chunk.job])
                        runners[chunk.job] = runner
                        runner.run(chunk)
                        progress(RunProgress(done: (finished.take(below: chunks.count) ?? 0) + 1, of: chunks.count))
                    }
                    return runners.mapValues(\.tallies)
                }
            }
            var merged = readers.map { $0.map(\.empty) }
            for try await part in group {
                for (job, tallies) in part {
                    for index in tallies.indices { merged[job][index].merge(tallies[index]) }
                }
            }
            return merged
        }
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

/// One task's work on one job: a workspace, readers, tallies.
private final class JobRunner<Reader: StoryReader> {
    private(set) var tallies: [Reader.Tally]
    private let readers: [Reader]
    private let simulator: Simulator
    private let workspace: Workspace

    init(_ drill: Drill, job: Int, _ readers: [Reader]) {
        self.readers = readers
        tallies = readers.map(\.empty)
        simulator = Simulator(graph: drill.jobs[job].graph, seed: drill.settings.seed)
        workspace = Workspace(for: drill.jobs[job].graph)
    }

    func run(_ chunk: Chunk) {
        simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
            for index in readers.indices { readers[index].read(batch, world: chunk.world, into: &tallies[index]) }
        }
    }
}
