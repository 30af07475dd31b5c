public import DrillResults
public import Scenarios

/// Scores of every company, monotone by construction; docs/decisions/scores.md says how and why.
public struct ScoreAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings

    /// - Parameter settings: As of the run whose figures are explained.
    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
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
        try await loaded.companyByCompany(settings, organizations: organizations, progress: progress) {
            trials, progress in
            try await scorecard(trials, progress: progress)
        }
    }

    /// One company's; nil where no scenario applies.
    func scorecard(
        _ trials: CompanyTrials, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> Scorecard? {
        let counts = try await inParallel(
            loaded.scenarios.count, threads: trials.settings.threads, progress: progress
        ) { scenario in
            try trials.compiling(scenario) { try ScoreJob(compiler: $0, columns: trials.columns).run() }
        }
        return ScoreMaker(stories: counts.compactMap(\.self)).scorecard()
    }
}
