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
        return try await sideBySide(companies, progress: progress) { company, settings in
            let changes = changes(company)
            let stories = LeverStories(loaded: loaded, settings: settings, company: company)
            let found = try await stories.run(changes)
            return CompanyLevers(
                organization: company.id,
                levers: zip(changes, found).map { LeverResult(lever: $0.lever, stories: $1.compactMap(\.self)) })
        }
    }

    /// Does something for each company, as many at once as there are threads; results stand in the companies' order.
    ///
    /// - Parameter work: gets settings with the threads that it may use.
    func sideBySide<Value: Sendable>(
        _ companies: [Organization], progress: @escaping @Sendable (RunProgress) -> Void,
        work: @escaping @Sendable (Organization, RunSettings) async throws -> Value
    ) async throws -> [Value] {
        // The longest first, so that no thread is left with one at the end.
        let counts = companies.map { changes($0).count }
        let order = companies.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        let workers = max(1, min(settings.threads, companies.count))
        var inner = settings
        inner.threads = max(1, settings.threads / workers)
        let next = ChunkCounter()
        let finished = ChunkCounter()
        return try await withThrowingTaskGroup(of: [(Int, Value)].self) { [inner] group in
            for _ in 0..<workers {
                group.addTask {
                    var found: [(Int, Value)] = []
                    while let turn = next.take(below: order.count) {
                        let place = order[turn]
                        found.append((place, try await work(companies[place], inner)))
                        progress(RunProgress(done: (finished.take(below: order.count) ?? 0) + 1, of: order.count))
                    }
                    return found
                }
            }
            var all: [(Int, Value)] = []
            for try await part in group { all += part }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
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
}
