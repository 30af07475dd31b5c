public import DrillResults
public import Scenarios

/// What to fix first in each company: its levers ranked, with their importance and the pairs that do more together.
public struct WeaknessAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings
    private let levers: LeverAnalysis

    /// - Parameter settings: As of the run whose figures are explained.
    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
        levers = LeverAnalysis(loaded, settings: settings)
    }

    /// The exercise's scenarios, for those who read what comes out.
    public var scenarios: [ScenarioInfo] { levers.scenarios }

    /// The report of each participant, in the exercise's order; the same for any number of threads.
    ///
    /// - Parameter organizations: Only these participants; all when nil.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [WeaknessReport] {
        try await loaded.companyByCompany(settings, organizations: organizations, progress: progress) {
            trials, progress in
            let question = CompanyWeaknesses(
                levers: levers.all(of: trials.company), catalog: loaded.catalog, scenarios: scenarios)
            try await trials.settle([question], progress: progress)
            return question.answer(trials)
        }
    }
}
