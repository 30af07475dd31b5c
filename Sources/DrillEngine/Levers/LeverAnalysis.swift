internal import DrillKernel
public import DrillResults
public import Scenarios

/// What every lever of every company would change, trial by trial on the same random numbers.
///
/// A lever is a changed graph beside the company's own. Draws that both share are copied, batches that cannot come out
/// otherwise are left out, and a lever on which no step depends is not simulated at all.
public struct LeverAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings

    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
    }

    /// Levers of each participant, in the exercise's order; the same for any number of threads.
    ///
    /// - Parameter organizations: Only these participants; all when nil.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [CompanyLevers] {
        let companies = loaded.organizations.filter { organizations?.contains($0.id) ?? true }
        let changes = companies.map(self.changes)
        // The longest first, so that no thread is left with one at the end.
        let tasks = companies.indices.sorted { (changes[$1].count, $0) < (changes[$0].count, $1) }.flatMap { company in
            loaded.scenarios.indices.map { LeverTask(company: company, scenario: $0) }
        }
        let done = try await simulate(tasks, companies, changes, progress)
        return companies.indices.map { company in
            CompanyLevers(
                organization: companies[company].id,
                levers: changes[company].indices.map { lever in
                    LeverResult(
                        lever: changes[company][lever].lever,
                        stories: loaded.scenarios.indices.compactMap { scenario in
                            done[LeverTask(company: company, scenario: scenario)]?[lever]
                        })
                })
        }
    }

    /// All levers of an organization: controls in the catalog's order, scope by scope, then the response.
    package func levers(of organization: Organization) -> [Lever] { changes(organization).map(\.lever) }

    /// All levers of a participant, as above; none where it takes no part.
    public func levers(ofCompany id: String) -> [Lever] {
        loaded.organizations.first { $0.id == id }.map(levers) ?? []
    }

    /// The same with what each does to the organization.
    func changes(_ organization: Organization) -> [LeverChange] {
        ControlLevers(organization: organization, catalog: loaded.catalog).all
            + ResponseLevers(organization: organization).all
    }

    /// The exercise's scenarios, for those who read what comes out.
    public var scenarios: [ScenarioInfo] { loaded.scenarios.map(ScenarioInfo.init) }

    /// Stories by task and lever; tasks whose scenario does not apply have none.
    private func simulate(
        _ tasks: [LeverTask], _ companies: [Organization], _ changes: [[LeverChange]],
        _ progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [LeverTask: [LeverStory]] {
        let next = ChunkCounter()
        let finished = ChunkCounter()
        return try await withThrowingTaskGroup(of: [(LeverTask, [LeverStory])].self) { group in
            for _ in 0..<max(1, min(settings.threads, tasks.count)) {
                group.addTask {
                    var found: [(LeverTask, [LeverStory])] = []
                    while let index = next.take(below: tasks.count) {
                        let task = tasks[index]
                        let job = LeverJob(
                            loaded: loaded, settings: settings, scenario: loaded.scenarios[task.scenario],
                            company: companies[task.company])
                        if let stories = try job.run(changes[task.company]) { found.append((task, stories)) }
                        let count = (finished.take(below: tasks.count) ?? 0) + 1
                        progress(RunProgress(done: count, of: tasks.count))
                    }
                    return found
                }
            }
            var all: [LeverTask: [LeverStory]] = [:]
            for try await part in group { for (task, stories) in part { all[task] = stories } }
            return all
        }
    }
}

/// One company under one scenario, by position.
private struct LeverTask: Hashable, Sendable {
    var company: Int
    var scenario: Int
}
