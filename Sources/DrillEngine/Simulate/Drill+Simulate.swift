internal import DrillKernel
internal import DrillResults
internal import Scenarios
internal import Synchronization

extension Drill {
    /// One tally per job and participant of it.
    func simulate(_ progress: @escaping @Sendable (RunProgress) -> Void) async throws -> [[StoryTally]] {
        let chunks = Chunk.plan(jobs: jobs.count, trials: settings.trials, worlds: settings.worlds)
        let board = ProgressBoard(jobs.map { participants($0).count * $0.scenario.objectives.count }, chunks: chunks)
        let next = ChunkCounter()
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
                        progress(board.finish(chunk, runner.reachedInLastChunk))
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
    /// Trials reached by participant and objective in the chunk that was run last.
    private(set) var reachedInLastChunk: [UInt64] = []
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
        let before = reached(in: chunk.world)
        simulator.run(world: chunk.world, trials: chunk.trials, workspace: workspace) { batch in
            for index in observers.indices {
                observers[index].observe(batch, world: chunk.world, into: &tallies[index])
            }
        }
        reachedInLastChunk = zip(reached(in: chunk.world), before).map { $0 - $1 }
    }

    private func reached(in world: Int) -> [UInt64] { tallies.flatMap { tally in tally.reached.map { $0[world] } } }
}

/// What all tasks together have done, for the progress line.
private final class ProgressBoard: Sendable {
    private struct State {
        var done = 0
        var trials: [Int]
        var reached: [[UInt64]]
    }

    private let total: Int
    private let state: Mutex<State>

    /// - Parameter counters: How many objectives of participants each job counts.
    init(_ counters: [Int], chunks: [Chunk]) {
        total = chunks.reduce(0) { $0 + $1.trials.count }
        state = Mutex(
            State(
                trials: Array(repeating: 0, count: counters.count),
                reached: counters.map { Array(repeating: 0, count: $0) }))
    }

    func finish(_ chunk: Chunk, _ reached: [UInt64]) -> RunProgress {
        state.withLock { state in
            state.done += chunk.trials.count
            state.trials[chunk.job] += chunk.trials.count
            for index in reached.indices { state.reached[chunk.job][index] += reached[index] }
            var widest = 0.0
            for job in state.reached.indices where state.trials[job] > 0 {
                for count in state.reached[job] {
                    let interval = Wilson.interval(count: count, trials: UInt64(state.trials[job]))
                    widest = max(widest, (interval.high - interval.low) / 2)
                }
            }
            return RunProgress(done: state.done, total: total, halfWidth: widest)
        }
    }
}
