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

    /// About how long weaknesses, scores, findings, plan, what nobody knows and losses take beside each other on the
    /// sample exercise; judged.
    private static let weights = [60.0, 10, 4, 8, 14, 4]

    /// The analysis of a run of this exercise; the same for any number of threads.
    ///
    /// - Parameters:
    ///   - result: The run's result, of the same settings.
    ///   - progress: Over all parts.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        of result: RunResult, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunAnalysis {
        let stages = ProgressParts(Self.weights, progress)
        let outcomes = result.companies.compactMap { company in
            company.worst(of: result.scenarios).map {
                (company.id, ObjectiveReference(scenario: $0.story.scenario, objective: $0.objective.id))
            }
        }
        let weaknesses = try await WeaknessAnalysis(loaded, settings: settings).run(progress: stages.part(0))
        let scores = try await ScoreAnalysis(loaded, settings: settings).run(progress: stages.part(1))
        let findings = try await FindingsAnalysis(loaded, settings: settings).run(progress: stages.part(2))
        let plans = try await PlanAnalysis(
            loaded, settings: settings, limit: .effort(effort)
        ).run(progress: stages.part(3))
        let unknowns = try await NotKnowingAnalysis(loaded, settings: settings).run(
            outcomes: Dictionary(outcomes) { first, _ in first }, weaknesses: weaknesses, progress: stages.part(4))
        let losses = try await LossAnalysis(loaded, settings: settings).run(progress: stages.part(5))
        return RunAnalysis(
            modelVersion: result.modelVersion, catalogRelease: result.catalogRelease, runID: result.runID,
            seed: result.seed, trials: result.trials, worlds: result.worlds,
            companies: loaded.organizations.indices.map { place in
                CompanyAnalysis(
                    organization: loaded.organizations[place].id, weaknesses: weaknesses[place],
                    scores: scores[place], findings: findings[place].stories, speeds: findings[place].speeds,
                    handOffs: findings[place].handOffs, plan: plans[place].plan, notKnowing: unknowns[place],
                    loss: losses[place])
            })
    }
}
