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
        let companies = loaded.organizations.filter { organizations?.contains($0.id) ?? true }
        let wanted = Set(companies.map(\.id))
        let drill = try Drill(loaded, settings: settings)
        let watched = drill.jobs.map { job in
            drill.participants(job).filter {
                wanted.contains(job.members[$0].organization.id) && job.members[$0].notApplicable == nil
            }
        }
        let readers = zip(drill.jobs, watched).map { job, members in
            members.map { FindingsReader(job, member: $0, worlds: settings.worlds) }
        }
        let tallies = try await drill.pass(readers, progress: progress)
        return companies.map { company in
            let stories = drill.jobs.indices.flatMap { job in
                zip(watched[job], tallies[job]).filter {
                    drill.jobs[job].members[$0.0].organization.id == company.id
                }.map { (job: drill.jobs[job], member: $0.0, tally: $0.1) }
            }
            return findings(of: company, stories)
        }
    }

    /// The same of a pass that has read everything.
    func findings(_ pass: RunPass) -> [CompanyFindings] {
        loaded.organizations.map { company in
            findings(
                of: company,
                pass.stories(of: company.id).compactMap { story in
                    story.tally.findings.map { (job: story.job, member: story.member, tally: $0) }
                })
        }
    }

    private func findings(
        of company: Organization, _ stories: [(job: CompiledDrill, member: Int, tally: FindingsTally)]
    ) -> CompanyFindings {
        var result = CompanyFindings(organization: company.id, stories: [], speeds: [], handOffs: [])
        var chains = ChainTally()
        for (job, member, tally) in stories {
            let maker = FindingsMaker(
                job: job, member: member,
                acting: ActingControls(
                    scenario: job.scenario, catalog: loaded.catalog, techniques: loaded.techniques),
                tally: tally)
            result.stories.append(maker.findings())
            result.speeds += maker.speeds()
            chains.add(tally)
        }
        result.handOffs = chains.results(company)
        return result
    }
}

/// Hand-offs of one company over all stories.
private struct ChainTally {
    private var handOffs: [Tally] = []
    private var whole = Tally()

    mutating func add(_ tally: FindingsTally) {
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
        let hours = stage.hours.map { ", \($0.words)" } ?? ""
        switch stage.duration {
        case .known(let duration): return duration.words + hours
        case .unknown: return "unknown" + hours
        }
    }
}
