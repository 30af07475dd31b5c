public import DrillResults
public import Scenarios

/// The best set of levers under a limit, for each company.
///
/// What a set does is simulated as one changed graph, on the same random numbers as today's state; gains of single
/// levers are never added up.
public struct PlanAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings
    private let limit: ImprovementPlan.Limit
    private let objective: String?
    private let mostSets: Int

    /// Levers up to which every set is tried, if the sets within the limit are no more than may be simulated.
    public static let mostExactLevers = 20

    /// Sets of levers that are simulated in the search of a company, at most.
    public static let mostSets = 500

    /// - Parameters:
    ///   - objective: Id of the objective to bring down, in all stories that have it; nil: each story's goal.
    ///   - mostSets: Sets of levers that may be simulated in the search of a company; at least 1.
    public init(
        _ loaded: LoadedExercise, settings: RunSettings, limit: ImprovementPlan.Limit, objective: String? = nil,
        mostSets: Int = PlanAnalysis.mostSets
    ) {
        self.loaded = loaded
        self.settings = settings
        self.limit = limit
        self.objective = objective
        self.mostSets = mostSets
    }

    /// The plan of each participant, in the exercise's order; the same for any number of threads.
    ///
    /// - Parameter organizations: Only these participants; all when nil.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [CompanyPlan] {
        let levers = LeverAnalysis(loaded, settings: settings)
        return try await loaded.companyByCompany(
            settings, organizations: organizations, progress: progress
        ) { trials, progress in
            let maker = PlanMaker(
                company: trials, changes: levers.all(of: trials.company), limit: limit, objective: objective,
                mostSets: mostSets)
            return CompanyPlan(organization: trials.company.id, plan: try await maker.plan(progress: progress))
        }
    }
}
