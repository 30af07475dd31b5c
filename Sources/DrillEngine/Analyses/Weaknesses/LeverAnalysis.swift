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
        try await loaded.companyByCompany(settings, organizations: organizations, progress: progress) {
            trials, progress in
            let question = EachLever(levers: all(of: trials.company))
            try await trials.settle([question], progress: progress)
            return question.answer(trials)
        }
    }

    /// All levers of an organization: controls in the catalog's order, scope by scope, then the response.
    package func levers(of organization: Organization) -> [Lever] { all(of: organization).map(\.lever) }

    /// The organization as each of them leaves it.
    package func changed(_ organization: Organization) -> [Organization] {
        all(of: organization).map { lever in
            var changed = organization
            lever.apply(&changed)
            return changed
        }
    }

    /// All levers of a participant, as above; none where it takes no part.
    public func levers(ofCompany id: String) -> [Lever] {
        loaded.organizations.first { $0.id == id }.map(levers) ?? []
    }

    /// The same with what each does to the organization.
    func all(of organization: Organization) -> [CompanyLever] {
        ControlLevers(organization: organization, catalog: loaded.catalog).all
            + ResponseLevers(organization: organization).all
    }

    /// The exercise's scenarios, for those who read what comes out.
    public var scenarios: [ScenarioInfo] { loaded.scenarios.map(ScenarioInfo.init) }
}

/// What each lever does on all trials.
private struct EachLever: CompanyQuestion {
    let levers: [CompanyLever]

    func next(_ trials: CompanyTrials) -> Asked? {
        let asked = Asked(levers.map(\.change), of: trials, upTo: .rest)
        return trials.lacks(asked) ? asked : nil
    }

    func answer(_ trials: CompanyTrials) -> CompanyLevers {
        CompanyLevers(
            organization: trials.company.id,
            levers: levers.map { LeverResult(lever: $0.lever, stories: trials.stories($0.change.name)) })
    }
}
