import DrillEngine
import DrillResults
import DrillStore
import Scenarios

/// The action register beside a run.
enum RegisterCheck {
    /// What became of each company's actions, as the exercise's documents say; companies without actions have none.
    ///
    /// - Parameters:
    ///   - today: ISO 8601 calendar date, or a timestamp that begins with one.
    ///   - previous: the result of the run that the actions were last checked against, if it is still stored.
    /// - Returns: by organization.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    static func reports(
        _ actions: [RegisteredAction], in loaded: LoadedExercise, settings: RunSettings, result: RunResult?,
        previous: RunResult?, today: String
    ) async throws -> [String: ActionReport] {
        let standings = try await LeverStandings(loaded, settings: settings).standings(of: actions)
        var warnings: [String] = []
        if let previous, let result { warnings = RunDifferences(from: previous, to: result).warnings }
        let day = String(today.prefix(10))
        return Dictionary(grouping: actions, by: \.organization).mapValues { own in
            ActionReport(actions: own, standings: standings, today: day, warnings: warnings)
        }
    }

    /// Keeps what a run has found: which actions it has checked, and which it found closed.
    static func keep(_ reports: [String: ActionReport], runID: String, in store: RunStore) throws(StoreError) {
        let statuses = Dictionary(
            reports.values.flatMap(\.actions).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let checked = try store.actions().compactMap { action in
            statuses[action.id].map { action.checked($0, runID: runID) }
        }
        try store.update(checked)
    }
}
