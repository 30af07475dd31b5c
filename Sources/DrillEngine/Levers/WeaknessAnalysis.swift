internal import DrillKernel
public import DrillResults
public import Scenarios

/// What to fix first in each company: its levers ranked, with their importance and the pairs that do more together.
public struct WeaknessAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings
    private let levers: LeverAnalysis

    /// Weaknesses of a company whose importance is worked out: those that a reader looks at.
    private static let most = 8

    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
        levers = LeverAnalysis(loaded, settings: settings)
    }

    /// The exercise's scenarios, for those who read what comes out.
    public var scenarios: [ScenarioInfo] { levers.scenarios }

    /// About how long levers and what is said about the leading ones take beside each other on the sample exercise;
    /// judged.
    private static let weights = [50.0, 10]

    /// The report of each participant, in the exercise's order; the same for any number of threads.
    ///
    /// - Parameter organizations: Only these participants; all when nil.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [WeaknessReport] {
        let parts = ProgressParts(Self.weights, progress)
        let results = try await levers.run(organizations: organizations, progress: parts.part(0))
        // Companies side by side; the longest first, so that no thread is left with one at the end.
        let order = results.indices.sorted { (results[$1].levers.count, $0) < (results[$0].levers.count, $1) }
        let workers = max(1, min(settings.threads, results.count))
        var inner = settings
        inner.threads = max(1, settings.threads / workers)
        let next = ChunkCounter()
        let finished = ChunkCounter()
        let told = parts.part(1)
        return try await withThrowingTaskGroup(of: [(Int, WeaknessReport)].self) { [inner] group in
            for _ in 0..<workers {
                group.addTask {
                    var found: [(Int, WeaknessReport)] = []
                    while let turn = next.take(below: order.count) {
                        let place = order[turn]
                        if let report = try await report(results[place], inner) { found.append((place, report)) }
                        told(RunProgress(done: (finished.take(below: order.count) ?? 0) + 1, of: order.count))
                    }
                    return found
                }
            }
            var all: [(Int, WeaknessReport)] = []
            for try await part in group { all += part }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func report(_ result: CompanyLevers, _ settings: RunSettings) async throws -> WeaknessReport? {
        guard let company = loaded.organizations.first(where: { $0.id == result.organization }) else { return nil }
        var report = WeaknessReport(result, scenarios: scenarios)
        let changes = levers.changes(company)
        let stories = LeverStories(loaded: loaded, settings: settings, company: company)
        try await addImportance(to: &report, result, changes, stories)
        report.pairs = try await PairSearch(
            changes: changes, results: result, stories: stories, scenarios: scenarios
        ).pairs()
        try await TripwireReasons(loaded: loaded, settings: settings, company: company).explain(&report, changes)
        return report
    }

    /// Birnbaum importance and risk achievement worth, from the company without the control in the lever's scope.
    private func addImportance(
        to report: inout WeaknessReport, _ result: CompanyLevers, _ changes: [LeverChange], _ stories: LeverStories
    ) async throws {
        let byID = Dictionary(changes.map { ($0.lever.id, $0) }) { first, _ in first }
        let leading = report.weaknesses.indices.prefix(Self.most).filter {
            report.weaknesses[$0].lever.kind == .control
        }
        var removals: [Substring: LeverChange] = [:]
        for index in leading {
            guard let change = byID[report.weaknesses[index].lever.id], let remove = change.remove else { continue }
            removals[change.place] = LeverChange(lever: change.lever, apply: remove)
        }
        let places = removals.keys.sorted()
        let found = try await stories.run(places.compactMap { removals[$0] })
        let without = Dictionary(uniqueKeysWithValues: zip(places, found))
        for index in leading {
            guard let change = byID[report.weaknesses[index].lever.id] else { continue }
            let strongest = strongest(at: change, result, changes)
            for number in report.weaknesses[index].stories.indices {
                let story = report.weaknesses[index].stories[number]
                let today = story.goal.before.value
                // Where there is no control today, nothing is taken away.
                var absent = today
                if let without = without[change.place] {
                    guard let goal = goal(of: story, in: without.compactMap(\.self)) else { continue }
                    absent = goal.after.value
                    report.weaknesses[index].stories[number].rawRange = goal.difference.achievement
                }
                report.weaknesses[index].stories[number].raw = today > 0 ? absent / today : nil
                if let best = strongest.flatMap({ goal(of: story, in: $0.stories) }) {
                    report.weaknesses[index].stories[number].birnbaum = absent - best.after.value
                }
            }
        }
    }

    /// The story's goal with a change.
    private func goal(of story: WeaknessStory, in stories: [LeverStory]) -> ObjectiveComparison? {
        stories.first { $0.comparison.scenario == story.scenario }?.comparison.objectives
            .first { $0.id == story.goal.id }
    }

    /// The control's strongest level everywhere in the lever's scope.
    private func strongest(at change: LeverChange, _ result: CompanyLevers, _ changes: [LeverChange]) -> LeverResult? {
        guard let control = loaded.catalog.controls.first(where: { $0.id == change.lever.control }),
            let last = control.levels.last?.id
        else { return nil }
        let ids = ["\(change.place)/\(last)", "\(change.place)/\(last) everywhere"]
        return result.levers.first { ids.contains($0.lever.id) }
    }
}
