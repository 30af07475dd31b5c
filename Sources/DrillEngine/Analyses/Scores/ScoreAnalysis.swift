public import DrillResults
public import Scenarios

/// Scores of every company, monotone by construction; docs/decisions/scores.md says how and why.
public struct ScoreAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings

    private let columns: FigureColumns

    /// - Parameter settings: As of the run whose figures are explained.
    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.init(loaded, settings: settings, columns: FigureColumns())
    }

    /// - Parameter columns: Shared with others of the same seed, preset, number of worlds and catalog.
    init(_ loaded: LoadedExercise, settings: RunSettings, columns: FigureColumns) {
        self.loaded = loaded
        self.settings = settings
        self.columns = columns
    }

    /// The exercise's scenarios, for those who read what comes out.
    public var scenarios: [ScenarioInfo] { loaded.scenarios.map(ScenarioInfo.init) }

    /// One for each participant, in the exercise's order; nil where no scenario applies. The same for any number of
    /// threads.
    ///
    /// - Parameter organizations: Only these participants; all when nil.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [Scorecard?] {
        let companies = loaded.organizations.filter { organizations?.contains($0.id) ?? true }
        let scenarios = loaded.scenarios.count
        let counts = try await inParallel(
            companies.count * scenarios, threads: settings.threads, progress: progress
        ) { index in
            try ScoreJob(
                loaded: loaded, settings: settings, scenario: loaded.scenarios[index % scenarios],
                company: companies[index / scenarios], columns: columns
            ).run()
        }
        return companies.indices.map { company in
            ScoreMaker(stories: counts[(company * scenarios)..<((company + 1) * scenarios)].compactMap(\.self))
                .scorecard()
        }
    }
}
