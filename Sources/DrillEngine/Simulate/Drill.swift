internal import DrillKernel
public import DrillResults
public import Scenarios

/// An exercise, ready to be simulated: every scenario on every participant. Stories are compiled when they are needed.
public struct Drill: Sendable {
    /// Raised whenever the model moves a number; CHANGELOG says why.
    public static let modelVersion = "3.0.0"

    let loaded: LoadedExercise
    let settings: RunSettings
    /// Who is settled before whom.
    let order: SupplyOrder
    /// Figures that all its graphs share.
    let columns = FigureColumns()

    /// - Throws: `CompileError` where a participant's time zone is not installed.
    public init(_ loaded: LoadedExercise, settings: RunSettings) throws {
        self.loaded = loaded
        self.settings = settings
        order = SupplyOrder(loaded.organizations)
        try ExerciseTime(loaded).check(loaded.organizations)
    }

    /// Simulates everything; the same result for any number of threads.
    ///
    /// - Parameters:
    ///   - documents: Digests of the inputs, as the result shall carry them.
    ///   - runID: The run's identity.
    ///   - progress: Called after each chunk, from any task.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled; nothing is kept then.
    public func run(
        documents: [DocumentDigest], runID: String, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunResult {
        try await pass(reading: .outcomes, progress: progress).result(documents: documents, runID: runID)
    }

    /// What the figures of one story rest on: one scenario on an organization and those that it depends on.
    ///
    /// - Parameter scenario: the scenario's place in the exercise, from 0.
    /// - Returns: nil where the exercise has no such organization.
    /// - Throws: `CompileError`.
    public func basis(scenario: Int, organization: String) throws -> Basis? {
        try story(loaded.scenarios[scenario], of: organization).map { Basis($0.job.basis) }
    }

    /// A scenario on an organization and all that it depends on; nil where the exercise has no such pair.
    ///
    /// - Throws: `CompileError`.
    package func story(
        scenario: String, organization: String
    ) throws(CompileError) -> (job: CompiledDrill, member: Int)? {
        guard let scenario = loaded.scenarios.first(where: { $0.id == scenario }) else { return nil }
        return try story(scenario, of: organization)
    }

    private func story(
        _ scenario: Scenario, of organization: String
    ) throws(CompileError) -> (job: CompiledDrill, member: Int)? {
        guard let company = loaded.organizations.first(where: { $0.id == organization }) else { return nil }
        let compiler = StoryCompiler(
            loaded: loaded, settings: settings, scenario: scenario, company: company, columns: columns)
        return (try compiler.today(), compiler.member)
    }

    /// Every scenario on all organizations that hang together, by scenario.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    package func jobs() throws -> [CompiledDrill] {
        let components = Component.all(loaded.organizations)
        return try loaded.scenarios.flatMap { scenario in
            let memo = CompileMemo(columns: columns)
            return try components.map { component in
                try Task.checkCancellation()
                let builder = DrillBuilder(
                    scenario, of: loaded, settings: settings, organizations: component, memo: memo)
                return try builder.build(worldCount: settings.worlds)
            }
        }
    }
}

/// Organizations that hang together through supplier links.
///
/// External stubs join nobody: their draws have addresses, so each group sees the same stub.
enum Component {
    /// In the order of their first members.
    static func all(_ organizations: [Organization]) -> [[Organization]] {
        let index = Dictionary(organizations.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var root = Array(organizations.indices)
        func find(_ start: Int) -> Int {
            var node = start
            while root[node] != node { node = root[node] }
            return node
        }
        for (number, organization) in organizations.enumerated() {
            for link in organization.suppliers {
                guard let supplier = index[link.organization] else { continue }
                let pair = [find(number), find(supplier)].sorted()
                root[pair[1]] = pair[0]
            }
        }
        let groups = Dictionary(grouping: organizations.indices, by: find)
        return groups.keys.sorted().map { groups[$0, default: []].map { organizations[$0] } }
    }
}
