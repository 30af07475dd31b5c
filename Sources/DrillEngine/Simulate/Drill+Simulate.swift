internal import DrillKernel
internal import DrillResults
internal import Scenarios
internal import Synchronization

extension Drill {
    /// One tally per job and participant of it.
    func simulate(_ progress: @escaping @Sendable (RunProgress) -> Void) async throws -> [[StoryTally]] {
        let chunks = Chunk.plan(jobs: jobs.count, trials: settings.trials, worlds: settings.worlds)
        let next = ChunkCounter()
        let finished = ChunkCounter()
        return try await withThrowingTaskGroup(of: [Int: [StoryTally]].self) { group in
            for _ in 0..<max(1, min(settings.threads, chunks.count)) {
                group.addTask {
                    var runners: [Int: JobRunner] = [:]
                    while let index = next.take(below: chunks.count) {
                        try Task.checkCancellation()
                        let chunk = chunks[index]
                        let runner = runners[chunk.job] ?? JobRunner(self, job: chunk.job)
                        runners[chunk.job] = runner
                        runner.run(chunk)
                        progress(RunProgress(done: (finished.take(below: chunks.count) ?? 0) + 1, of: chunks.count))
                    }
                    return runners.mapValues(\.tallies)
                }
            }
            var merged = jobs.map { emptyTallies($0) }
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

/// One task's work on one job: a workspace, observers, tallies.
private final class JobRunner {
    private(set) var tallies: [StoryTally]
    private let simulator: Simulator
    private let workspace: Workspace
    private let observers: [StoryObserver]

    init(_ drill: Drill, job: Int) {
        let compiled = drill.jobs[job]
        tallies = drill.emptyTallies(compiled)
        simulator = Simulator(graph: compiled.graph, seed: drill.settings.seed)
        workspace = Workspace(for: compiled.graph)
        observers = drill.participants(compiled).map { StoryObserver(compiled, member: $0) }
    }

    func run(_ chunk: Chunk) {
        simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
            for index in observers.indices {
                observers[index].observe(batch, world: chunk.world, into: &tallies[index])
            }
        }
    }
}
