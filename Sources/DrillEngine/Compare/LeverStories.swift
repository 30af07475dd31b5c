internal import DrillResults
internal import Scenarios
internal import Synchronization

/// What changes of one company do in all its stories, spread over threads. The same for any number of threads.
struct LeverStories: Sendable {
    let loaded: LoadedExercise
    let settings: RunSettings
    let company: Organization
    /// What building graphs has worked out, kept from call to call.
    private let compilers = CompilerShelf()
    private let columns: FigureColumns

    /// - Parameter columns: Shared by all companies with the same seed, preset, number of worlds and catalog.
    init(loaded: LoadedExercise, settings: RunSettings, company: Organization, columns: FigureColumns) {
        self.loaded = loaded
        self.settings = settings
        self.company = company
        self.columns = columns
    }

    /// The stories of the company changed.
    func stories(as company: Organization) -> LeverStories {
        LeverStories(loaded: loaded, settings: settings, company: company, columns: columns)
    }

    /// On all trials: by change, then by scenario in the exercise's order; nil where the scenario does not apply.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func run(_ changes: [LeverChange]) async throws -> [[LeverStory?]] {
        let passes = try await passes(loaded.scenarios.map { _ in changes })
        let found = zip(passes, try await tallies(passes, on: .all)).map { pass, tallies in
            tallies.flatMap { pass?.stories($0) }
        }
        return changes.indices.map { change in found.map { $0?[change] } }
    }

    /// The stories compiled, each with changes of its own; nil where the scenario does not apply.
    ///
    /// - Parameter changes: by scenario in the exercise's order.
    func passes(_ changes: [[LeverChange]]) async throws -> [StoryPass?] {
        try await inParallel(changes.count, threads: settings.threads) { scenario in
            try compilers.lend(scenario, orMake: { compiler(scenario) }) {
                try StoryPass(changes[scenario], compiler: $0)
            }
        }
    }

    /// The same stories with further changes, of which each story gets its own.
    func adding(_ changes: [[LeverChange]], to passes: [StoryPass?]) async throws -> [StoryPass?] {
        try await inParallel(passes.count, threads: settings.threads) { scenario in
            guard var pass = passes[scenario] else { return nil }
            try compilers.lend(scenario, orMake: { compiler(scenario) }) {
                try pass.add(changes[scenario], compiler: $0)
            }
            return pass
        }
    }

    /// What the stories' trials add up to on a stretch: one pass over them.
    ///
    /// - Parameter readings: by scenario; all outcomes where there is none.
    func tallies(
        _ passes: [StoryPass?], on stretch: Stretch, reading readings: [PassReading] = []
    ) async throws -> [StoryTallies?] {
        let chunks = passes.indices.filter { passes[$0] != nil }.flatMap { scenario in
            Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds, stretch: stretch).map {
                Chunk(job: scenario, world: $0.world, trials: $0.trials)
            }
        }
        let lists = readings.contains { $0.goal != nil }
        // A list has the order of the pass, so one task makes it.
        let pieces = lists ? passes.indices.map { story in chunks.filter { $0.job == story } } : chunks.map { [$0] }
        let next = ChunkCounter()
        return try await withThrowingTaskGroup(of: [Int: StoryTallies].self) { group in
            for _ in 0..<max(1, min(settings.threads, pieces.count)) {
                group.addTask {
                    var runners: [Int: StoryRunner] = [:]
                    while let index = next.take(below: pieces.count) {
                        for chunk in pieces[index] {
                            try Task.checkCancellation()
                            guard let pass = passes[chunk.job] else { continue }
                            var runner =
                                runners.removeValue(forKey: chunk.job)
                                ?? StoryRunner(
                                    pass, settings: settings,
                                    reading: readings.isEmpty ? .outcomes : readings[chunk.job])
                            runner.run(chunk)
                            runners[chunk.job] = runner
                        }
                    }
                    return runners.mapValues(\.tallies)
                }
            }
            var all = passes.map { $0?.empty(worlds: settings.worlds) }
            for try await part in group {
                for (scenario, tallies) in part { all[scenario]?.merge(tallies) }
            }
            return all
        }
    }

    private func compiler(_ scenario: Int) -> StoryCompiler {
        StoryCompiler(
            loaded: loaded, settings: settings, scenario: loaded.scenarios[scenario], company: company,
            columns: columns)
    }
}

/// Compilers that are not in use, by scenario. Each is in one task's hands at a time.
private final class CompilerShelf: Sendable {
    private let shelf = Mutex<[Int: [Boxed]]>([:])

    /// A compiler is handed from task to task, never shared.
    private struct Boxed: @unchecked Sendable {
        let compiler: StoryCompiler
    }

    /// Does some work with a scenario's compiler, which nobody else has meanwhile.
    func lend<Result>(
        _ scenario: Int, orMake make: () -> StoryCompiler, work: (StoryCompiler) throws -> Result
    ) rethrows -> Result {
        let compiler = shelf.withLock { $0[scenario, default: []].popLast() }?.compiler ?? make()
        defer {
            let boxed = Boxed(compiler: compiler)
            shelf.withLock { $0[scenario, default: []].append(boxed) }
        }
        return try work(compiler)
    }
}
