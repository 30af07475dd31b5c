internal import DrillKernel
public import DrillResults
public import Scenarios

/// An exercise, compiled: every scenario on every participant.
public struct Drill: Sendable {
    /// Raised whenever the model moves a number; CHANGELOG says why.
    public static let modelVersion = "2.2.0"

    /// One scenario on organizations that hang together.
    package let jobs: [CompiledDrill]
    let loaded: LoadedExercise
    let settings: RunSettings

    /// Compiles the exercise.
    ///
    /// - Throws: `CompileError` where two entities would share random numbers, `CancellationError` when the task is
    ///   cancelled.
    public init(_ loaded: LoadedExercise, settings: RunSettings) throws {
        self.loaded = loaded
        self.settings = settings
        let components = Component.all(loaded.organizations)
        var jobs: [CompiledDrill] = []
        let columns = FigureColumns()
        for scenario in loaded.scenarios {
            let memo = CompileMemo(columns: columns)
            for component in components {
                try Task.checkCancellation()
                var builder = DrillBuilder(
                    scenario, of: loaded, settings: settings, organizations: component, memo: memo)
                jobs.append(try builder.build(worldCount: settings.worlds))
            }
        }
        self.jobs = jobs
    }

    /// Simulates everything; the same result for any number of threads.
    ///
    /// - Parameters:
    ///   - documents: Digests of the inputs, as the result shall carry them.
    ///   - runID: The run's identity.
    ///   - progress: Called after each chunk, from any task.
    /// - Throws: `CancellationError` when the task is cancelled; nothing is kept then.
    public func run(
        documents: [DocumentDigest], runID: String, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunResult {
        try await pass(reading: .outcomes, progress: progress).result(documents: documents, runID: runID)
    }

    /// Members of a job that are participants.
    func participants(_ job: CompiledDrill) -> [Int] { job.members.indices.filter { !job.members[$0].isExternal } }

    /// What the figures of one story rest on: one scenario on an organization and those that hang together with it.
    ///
    /// - Parameter scenario: the scenario's place in the exercise, from 0.
    /// - Returns: nil where the exercise has no such organization.
    public func basis(scenario: Int, organization: String) -> Basis? {
        let components = jobs.count / max(1, loaded.scenarios.count)
        let own = jobs[scenario * components..<(scenario + 1) * components]
        return own.first { job in
            participants(job).contains { job.members[$0].organization.id == organization }
        }.map { Basis($0.basis) }
    }

    /// The job and member of a scenario on an organization; nil where the exercise has no such pair.
    package func find(scenario: String, organization: String) -> (job: Int, member: Int)? {
        for (number, job) in jobs.enumerated() where job.scenario.id == scenario {
            let member = participants(job).first { job.members[$0].organization.id == organization }
            if let member { return (number, member) }
        }
        return nil
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
