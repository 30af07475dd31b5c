import DrillEngine
import DrillResults
import DrillStore
import Reports
import Scenarios

/// What earlier runs of the exercise left for this one: actions to check, and how each company stood.
struct RunRegister {
    /// What became of each company's actions.
    private(set) var reports: [String: ActionReport] = [:]
    private let loaded: LoadedExercise
    private let actions: [RegisteredAction]
    private let earlier: StoredRun?
    private let created: String?

    /// Looks up the exercise's last stored run and its companies' actions: before the long work, so that a store in use
    /// costs none.
    init(of loaded: LoadedExercise, in store: RunStore) throws(StoreError) {
        self.loaded = loaded
        earlier = try store.newest(ofExercise: loaded.exercise.id)
        created = earlier.map { String($0.entry.created.prefix(10)) }
        let companies = Set(loaded.organizations.map(\.id))
        actions = try store.actions().filter { companies.contains($0.organization) }
    }

    /// Checks the actions against the documents and what came out.
    ///
    /// - Parameter today: ISO 8601 timestamp.
    mutating func check(_ result: RunResult, _ settings: RunSettings, today: String) async throws {
        guard !actions.isEmpty else { return }
        reports = try await RegisterCheck.reports(
            actions, in: loaded, settings: settings, result: result, previous: earlier?.result, today: today)
    }

    /// Marks the checked actions; after the run has been stored.
    func keep(of result: RunResult, in store: RunStore) throws(StoreError) {
        if !reports.isEmpty { try RegisterCheck.keep(reports, runID: result.runID, in: store) }
    }

    /// How each company stood in the earlier run; none where that run was the same.
    func contexts(of result: RunResult, _ analysis: RunAnalysis?) -> [String: CompanyContext] {
        guard let earlier, earlier.result.runID != result.runID else { return [:] }
        let warnings = RunDifferences(from: earlier.result, to: result).warnings
        var contexts: [String: CompanyContext] = [:]
        for company in result.companies {
            guard let worst = company.worst(of: result.scenarios),
                let before = earlier.result.companies.first(where: { $0.id == company.id })
            else { continue }
            let reached = before.stories.first { $0.scenario == worst.story.scenario }?.objectives
                .first { $0.id == worst.objective.id }?.reached.value
            let score = earlier.analysis?.companies.first { $0.organization == company.id }?.scores?.overall.value
            contexts[company.id] = CompanyContext(
                last: EarlierStanding(
                    run: earlier.result.runID, date: created, score: score, reached: reached, warning: warnings.first))
        }
        return contexts
    }
}
