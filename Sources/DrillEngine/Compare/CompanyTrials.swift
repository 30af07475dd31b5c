internal import DrillKernel
internal import DrillResults
internal import Scenarios
internal import Synchronization

/// What changes of one company do in all its stories: each is simulated once, however many ask for it, and all that are
/// asked for at once are read in one pass over the trials. The same for any number of threads.
final class CompanyTrials: Sendable {
    let loaded: LoadedExercise
    let settings: RunSettings
    let company: Organization
    let columns: FigureColumns
    private let compilers = CompilerShelf()
    /// By scenario.
    private let known: Mutex<[KnownStory]>
    private let plans: [Stretch: TrialPlan]
    /// What has been told of changes, until they are run again.
    private let told = Mutex<[ToldKey: [LeverStory]]>([:])

    private struct ToldKey: Hashable {
        var change: StoryChange.Name
        var upTo: Stretch
    }

    /// - Parameter columns: Shared by all companies with the same seed, preset, number of worlds and catalog.
    init(loaded: LoadedExercise, settings: RunSettings, company: Organization, columns: FigureColumns) {
        self.loaded = loaded
        self.settings = settings
        self.company = company
        self.columns = columns
        known = Mutex(loaded.scenarios.map { KnownStory(scenario: $0, organization: company.id) })
        plans = Dictionary(
            uniqueKeysWithValues: Stretch.allCases.map { ($0, TrialPlan($0, of: settings)) })
    }

    /// What is known of a story.
    subscript(scenario: Int) -> KnownStory { known.withLock { $0[scenario] } }

    /// What is known of a change: stories that apply, in the exercise's order, on as many trials as it was run on, those
    /// up to a stretch at most.
    func stories(_ change: StoryChange.Name, upTo stretch: Stretch = .rest) -> [LeverStory] {
        let key = ToldKey(change: change, upTo: stretch)
        if let known = told.withLock({ $0[key] }) { return known }
        let stories = loaded.scenarios.indices.compactMap { self[$0].story(change, upTo: stretch) }
        told.withLock { $0[key] = stories }
        return stories
    }

    /// Whether something of what is asked is not known yet.
    func lacks(_ asked: Asked) -> Bool { !open([asked]).allSatisfy(\.isEmpty) }

    /// Simulates what is not known yet of what is asked.
    ///
    /// - Parameter asked: All on the same trials.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func run(_ asked: [Asked], progress: @escaping @Sendable (RunProgress) -> Void = { _ in }) async throws {
        let open = open(asked)
        guard let last = asked.first?.trials, !open.allSatisfy(\.isEmpty) else { return }
        precondition(asked.allSatisfy { $0.trials == last })
        let stories = try await inParallel(open.count, threads: settings.threads) { scenario -> ChangedStory? in
            if open[scenario].isEmpty { return nil }
            return try self.compiling(scenario) { try ChangedStory(open[scenario], compiler: $0) }
        }
        for stretch in last.upTo {
            guard let plan = plans[stretch], !plan.chunks.isEmpty else { continue }
            let runs = known.withLock { known in
                stories.indices.map { open[$0].isEmpty ? nil : known[$0].meet(stories[$0], on: stretch) }
            }
            let tallies = try await tallies(runs, plan: plan, progress)
            told.withLock { told in
                for name in Set(runs.flatMap { $0?.asked.map(\.change.name) ?? [] }) {
                    for stretch in Stretch.allCases { told[ToldKey(change: name, upTo: stretch)] = nil }
                }
            }
            known.withLock { known in
                for scenario in runs.indices {
                    guard let run = runs[scenario], let tallies = tallies[scenario] else { continue }
                    known[scenario].keep(run, tallies, on: stretch)
                }
            }
        }
    }

    /// Lets questions ask until each knows enough. What several ask for on the same trials is one pass; whoever asks for
    /// more waits for those who still look at few.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func settle(
        _ questions: [any CompanyQuestion], progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws {
        while true {
            let asked = questions.compactMap { $0.next(self) }
            if asked.isEmpty { return progress(RunProgress(share: 1)) }
            let fewest = asked.map(\.trials).min()
            let turn = asked.filter { $0.trials == fewest }
            try await run(turn)
            progress(RunProgress(share: turn.map(\.share).min() ?? 0))
        }
    }

    /// Does some work with a scenario's compiler, which nobody else has meanwhile.
    func compiling<Result>(_ scenario: Int, work: (StoryCompiler) throws -> Result) rethrows -> Result {
        try compilers.lend(scenario, orMake: { compiler(scenario) }, work: work)
    }

    /// By change, whether it makes the graph of a scenario another, by scenario. Nothing is simulated.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func matters(_ changes: [StoryChange]) async throws -> [[Bool]] {
        let stories = try await inParallel(loaded.scenarios.count, threads: settings.threads) { scenario in
            try self.compiling(scenario) {
                try ChangedStory(changes.map { .init(change: $0, tellsOutcomes: false) }, compiler: $0)
            }
        }
        return changes.indices.map { change in stories.map { $0?.variants[change] != nil } }
    }

    private func compiler(_ scenario: Int) -> StoryCompiler {
        StoryCompiler(
            loaded: loaded, settings: settings, scenario: loaded.scenarios[scenario], company: company,
            columns: columns)
    }

    // MARK: - Simulating

    /// What is asked of each story and not known, each change once.
    private func open(_ asked: [Asked]) -> [[ChangedStory.Asked]] {
        known.withLock { known in
            known.enumerated().map { scenario, story in
                var places: [StoryChange.Name: Int] = [:]
                var open: [ChangedStory.Asked] = []
                for asked in asked {
                    let stretches = asked.trials.upTo.filter { plans[$0]?.chunks.isEmpty == false }
                    for change in asked.changes[scenario] {
                        let isKnown = stretches.allSatisfy {
                            story.knows(change.name, on: $0, outcomes: asked.tellsOutcomes)
                        }
                        if isKnown { continue }
                        if let place = places[change.name] {
                            open[place].tellsOutcomes = open[place].tellsOutcomes || asked.tellsOutcomes
                        } else {
                            places[change.name] = open.count
                            open.append(.init(change: change, tellsOutcomes: asked.tellsOutcomes))
                        }
                    }
                }
                return open
            }
        }
    }

    /// One pass over the trials of some stories.
    private func tallies(
        _ stories: [ChangedStory?], plan: TrialPlan, _ progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [StoryTallies?] {
        let pieces = stories.indices.filter { stories[$0] != nil }.flatMap { scenario in
            plan.chunks.indices.map { (scenario: scenario, chunk: $0) }
        }
        let (worlds, seed) = (settings.worlds, settings.seed)
        let empty = stories.map { $0.map { StoryTallies(of: $0, plan: plan, worlds: worlds) } }
        let parts = try await inParallel(
            pieces.count, threads: settings.threads, by: [Int: StoryRunner](), progress: progress
        ) { runners, number in
            let (scenario, chunk) = pieces[number]
            guard let story = stories[scenario], let empty = empty[scenario] else { return }
            var runner = runners.removeValue(forKey: scenario) ?? StoryRunner(story, seed: seed, tallies: empty)
            runner.run(plan.chunks[chunk], at: plan.places[chunk])
            runners[scenario] = runner
        } finish: {
            $0.mapValues(\.tallies)
        }
        var all = empty
        for part in parts { for (scenario, tallies) in part { all[scenario]?.merge(tallies) } }
        return all
    }
}

extension StoryTallies {
    init(of story: ChangedStory, plan: TrialPlan, worlds: Int) {
        let tells = story.asked.map(\.tellsOutcomes)
        self.init(
            objectives: story.base.scenario.objectives.count, tellsOutcomes: tells,
            isAskedForOutcomes: tells.contains(true), plan: plan, worlds: worlds)
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
