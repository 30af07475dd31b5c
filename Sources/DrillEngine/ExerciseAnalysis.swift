public import DrillResults
public import Scenarios

/// Everything that is said about a run beyond its numbers: what to fix first, scores, findings, a plan, what nobody
/// knows, losses.
public struct ExerciseAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings
    private let effort: Double

    /// - Parameter effort: Person-days that the improvement plan may take.
    public init(_ loaded: LoadedExercise, settings: RunSettings, effort: Double) {
        self.loaded = loaded
        self.settings = settings
        self.effort = effort
    }

    /// About how long weaknesses, scores, plan and what nobody knows take beside each other on the sample exercise;
    /// judged.
    private static let weights = [45.0, 15, 20, 20]

    /// The analysis of a run of this exercise, company by company; the same for any number of threads.
    ///
    /// - Parameters:
    ///   - result: The run's result, of the same settings.
    ///   - pass: The run's own pass over the trials, which has read everything.
    ///   - progress: Over all parts.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        of result: RunResult, pass: RunPass, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunAnalysis {
        let findings = FindingsAnalysis(loaded, settings: settings).findings(pass)
        let losses = LossAnalysis(loaded, settings: settings).reports(pass)
        let companies = try await loaded.companyByCompany(
            settings, organizations: nil, progress: progress
        ) { trials, progress in
            try await analysis(of: trials, result, parts: ProgressParts(Self.weights, progress))
        }
        return RunAnalysis(
            modelVersion: result.modelVersion, catalogRelease: result.catalogRelease, runID: result.runID,
            seed: result.seed, trials: result.trials, worlds: result.worlds,
            companies: companies.enumerated().map { place, company in
                var company = company
                company.findings = findings[place].stories
                company.speeds = findings[place].speeds
                company.handOffs = findings[place].handOffs
                company.loss = losses[place]
                return company
            })
    }

    /// What simulates further: one company's ranking, scores, plan and what nobody knows.
    private func analysis(
        of trials: CompanyTrials, _ result: RunResult, parts: ProgressParts
    ) async throws -> CompanyAnalysis {
        let own = result.companies.first { $0.id == trials.company.id }
        let goals = loaded.scenarios.indices.compactMap { place -> PlanGoal? in
            let info = ScenarioInfo(loaded.scenarios[place])
            let goal = own?.stories.first { $0.scenario == info.id }?.goal(in: info)
            return goal.flatMap { PlanGoal($0.id, of: info, at: place) }
        }
        let unknown = NotKnowingAnalysis(loaded, settings: settings)
        let worst = own?.worst(of: result.scenarios).flatMap {
            unknown.outcome(ObjectiveReference(scenario: $0.story.scenario, objective: $0.objective.id))
        }
        let drivers = try worst.flatMap { try OutcomeDrivers($0, of: trials) }
        let changes = LeverAnalysis(loaded, settings: settings).all(of: trials.company)
        let ranking = CompanyWeaknesses(levers: changes, catalog: loaded.catalog, scenarios: result.scenarios)
        // Levers and unknowns are read in one pass.
        try await trials.settle(
            [ranking] + (drivers.map { [$0 as any CompanyQuestion] } ?? []), progress: parts.part(0))
        let weaknesses = ranking.answer(trials)
        let scores = try await ScoreAnalysis(loaded, settings: settings).scorecard(trials, progress: parts.part(1))
        let plan = try await PlanMaker(
            company: trials, changes: changes, limit: .effort(effort), objective: nil, mostSets: PlanAnalysis.mostSets
        ).plan(goals: goals, progress: parts.part(2))
        var unknowns: NotKnowingReport?
        if let drivers {
            unknowns = try await unknown.report(
                drivers, ranking: weaknesses, of: trials,
                parts: ProgressParts(NotKnowingAnalysis.weights, parts.part(3)))
        }
        return CompanyAnalysis(
            organization: trials.company.id, weaknesses: weaknesses, scores: scores, findings: [], speeds: [],
            handOffs: [], plan: plan, notKnowing: unknowns, loss: nil)
    }
}
