internal import DrillKernel
public import DrillResults
public import Scenarios

/// What a run shows besides its objectives: steps nobody would notice, alerts that come too late, steps that nothing
/// prevents, data exposed despite encryption, response speed against targets, slow hand-offs.
///
/// The trials are those of the run, and a run's own pass has read them already.
public struct FindingsAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings

    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
    }

    /// The exercise's scenarios, for those who read what comes out.
    public var scenarios: [ScenarioInfo] { loaded.scenarios.map(ScenarioInfo.init) }

    /// One for each participant, in the exercise's order; the same for any number of threads.
    ///
    /// - Parameter organizations: Only these participants; all when nil.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [CompanyFindings] {
        let reading = FindingsReading(loaded, worlds: settings.worlds)
        let found = try await Drill(loaded, settings: settings).pass(
            reading, organizations: organizations, progress: progress)
        return zip(loaded.organizations, found).filter { organizations?.contains($0.0.id) ?? true }.map {
            Self.findings(of: $0, $1.compactMap { $0 ?? nil })
        }
    }

    /// The same of a pass that has read everything.
    func findings(_ pass: RunPass) -> [CompanyFindings] {
        zip(loaded.organizations, pass.stories).map { Self.findings(of: $0, $1.compactMap(\.findings)) }
    }

    private static func findings(of company: Organization, _ stories: [FindingsStory]) -> CompanyFindings {
        var chains = ChainTally()
        for story in stories { chains.add(story) }
        return CompanyFindings(
            organization: company.id, stories: stories.map(\.findings), speeds: stories.flatMap(\.speeds),
            handOffs: chains.results(company))
    }
}

/// Hand-offs of one company over all stories.
private struct ChainTally {
    private var handOffs: [Tally] = []
    private var whole = Tally()

    mutating func add(_ tally: FindingsStory) {
        if handOffs.isEmpty { handOffs = tally.handOffs.map { _ in Tally() } }
        for index in handOffs.indices { handOffs[index].merge(tally.handOffs[index]) }
        whole.merge(tally.chain)
    }

    /// None where nothing was ever noticed.
    func results(_ organization: Organization) -> [HandOffResult] {
        guard whole.count > 0 else { return [] }
        let stages = organization.response?.chain ?? []
        return handOffs.enumerated().map { index, tally in
            let stage = index < stages.count ? stages[index] : nil
            let department = organization.departments.first { $0.id == stage?.by }
            let share = (whole.mean ?? 0) > 0 ? (tally.mean ?? 0) / (whole.mean ?? 1) : 0
            return HandOffResult(
                id: stage?.id ?? "response", department: department?.name ?? stage?.by ?? "not stated",
                meanHours: tally.mean ?? 0, p50: tally.quantile(0.5, of: tally.count) ?? 0,
                p90: tally.quantile(0.9, of: tally.count) ?? 0, share: min(share, 1), today: today(stage))
        }
    }

    private func today(_ stage: HandOff?) -> String {
        guard let stage else { return "not stated: the catalog's times for an unknown answer" }
        switch stage.duration {
        case .known(let duration): return duration.words(in: stage.hours)
        case .unknown: return "unknown" + (stage.hours.map { ", \($0.words)" } ?? "")
        }
    }
}
