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
        let levers = LeverAnalysis(loaded, settings: settings)
        let findings = FindingsAnalysis(loaded, settings: settings).findings(pass)
        let losses = LossAnalysis(loaded, settings: settings).reports(pass)
        let columns = FigureColumns()
        let companies = try await sideBySide(
            loaded.organizations, weights: loaded.organizations.map { levers.all(of: $0).count }, settings: settings,
            progress: progress
        ) { company, settings, progress in
            try await analysis(
                of: company, result, settings, parts: ProgressParts(Self.weights, progress),
                changes: levers.all(of: company),
                columns: columns)
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
        of company: Organization, _ result: RunResult, _ settings: RunSettings, parts: ProgressParts,
        changes: [CompanyLever], columns: FigureColumns
    ) async throws -> CompanyAnalysis {
        let own = result.companies.first { $0.id == company.id }
        let goals = loaded.scenarios.indices.compactMap { place -> PlanGoal? in
            let info = ScenarioInfo(loaded.scenarios[place])
            let goal = own?.stories.first { $0.scenario == info.id }?.goal(in: info)
            return goal.flatMap { PlanGoal($0.id, of: info, at: place) }
        }
        let stories = LeverStories(loaded: loaded, settings: settings, company: company, columns: columns)
        var trials = LeverTrials(
            stories, listing: loaded.scenarios.indices.map { place in goals.first { $0.scenario == place }?.objective })
        let weaknesses = try await CompanyWeaknesses(
            levers: changes, catalog: loaded.catalog, scenarios: result.scenarios
        ).report(&trials, progress: parts.part(0))
        let scores = try await ScoreAnalysis(loaded, settings: settings, columns: columns).run(
            organizations: [company.id], progress: parts.part(1))
        let plan = try await PlanMaker(
            stories: stories, changes: changes, limit: .effort(effort), objective: nil,
            mostSets: PlanAnalysis.mostSets
        ).plan(goals: goals, sighted: trials, progress: parts.part(2))
        let worst = own?.worst(of: result.scenarios)
        let outcome = worst.map { ObjectiveReference(scenario: $0.story.scenario, objective: $0.objective.id) }
        let unknowns = try await NotKnowingAnalysis(loaded, settings: settings).run(
            organizations: [company.id], outcomes: outcome.map { [company.id: $0] } ?? [:],
            reached: worst.map { [company.id: $0.objective.reached] } ?? [:], weaknesses: [weaknesses],
            progress: parts.part(3))
        return CompanyAnalysis(
            organization: company.id, weaknesses: weaknesses, scores: scores.first ?? nil, findings: [], speeds: [],
            handOffs: [], plan: plan, notKnowing: unknowns.first ?? nil, loss: nil)
    }
}
