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
        let companies = loaded.organizations.filter { organizations?.contains($0.id) ?? true }
        let columns = FigureColumns()
        return try await sideBySide(
            companies, weights: companies.map { levers.all(of: $0).count }, settings: settings, progress: progress
        ) { company, settings, progress in
            var trials = LeverTrials(
                LeverStories(loaded: loaded, settings: settings, company: company, columns: columns))
            return try await CompanyWeaknesses(
                levers: levers.all(of: company), catalog: loaded.catalog, scenarios: scenarios
            ).report(&trials, progress: progress)
        }
    }
}
