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
    private let candidates: [String: Set<String>]?

    /// Levers up to which every set is tried, if the sets within the limit are no more than may be simulated.
    public static let mostExactLevers = 20

    /// - Parameters:
    ///   - objective: Id of the objective to bring down, in all stories that have it; nil: each story's goal.
    ///   - mostSets: Sets of levers that may be simulated in the search of a company; at least 1.
    ///   - candidates: Ids of the levers that a plan may take, by organization; all when nil.
    public init(
        _ loaded: LoadedExercise, settings: RunSettings, limit: ImprovementPlan.Limit, objective: String? = nil,
        mostSets: Int = 2_000, candidates: [String: Set<String>]? = nil
    ) {
        self.loaded = loaded
        self.settings = settings
        self.limit = limit
        self.objective = objective
        self.mostSets = mostSets
        self.candidates = candidates
    }

    /// The plan of each participant, in the exercise's order; the same for any number of threads.
    ///
    /// - Parameter organizations: Only these participants; all when nil.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [CompanyPlan] {
        let companies = loaded.organizations.filter { organizations?.contains($0.id) ?? true }
        let changes = LeverAnalysis(loaded, settings: settings)
        var plans: [CompanyPlan] = []
        for (place, company) in companies.enumerated() {
            let all = changes.changes(company)
            let considered = candidates.map { chosen in
                all.filter { chosen[company.id]?.contains($0.lever.id) ?? false }
            }
            let maker = PlanMaker(
                stories: LeverStories(loaded: loaded, settings: settings, company: company),
                changes: considered ?? all, limit: limit, objective: objective, mostSets: mostSets,
                finalists: candidates == nil ? 12 : 4)
            let most = mostSets
            var plan = try await maker.plan { sets in
                progress(RunProgress(done: place * most + min(sets, most), of: companies.count * most))
            }
            if let considered, considered.count < all.count {
                // What is best among some is not known to be best of all.
                plan?.isExact = false
                plan?.remarks.append(
                    "Made of the \(considered.count) levers that help most alone, out of \(all.count); drillctl plan "
                        + "considers all.")
            }
            plans.append(CompanyPlan(organization: company.id, plan: plan))
        }
        return plans
    }
}
