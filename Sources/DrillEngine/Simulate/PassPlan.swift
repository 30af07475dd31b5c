internal import DrillKernel
internal import Scenarios
internal import Synchronization

/// A pass over the trials of an exercise: its jobs, suppliers before their customers, and what has come of them.
final class PassPlan<Reading: StoryReading>: Sendable {
    let settings: RunSettings
    let reading: Reading
    let jobs: [PassJob<Reading>]
    /// Of each job; the same for all.
    let chunks: [Chunk]
    let queue: PassQueue
    let columns: FigureColumns
    let progress: @Sendable (RunProgress) -> Void
    private let loaded: LoadedExercise
    /// The companies that are read.
    private let wanted: Set<Int>
    /// By company and scenario.
    private let stories: Mutex<[[Reading.Story?]]>

    /// - Parameters:
    ///   - drill: The exercise.
    ///   - organizations: Ids of those that are read; all when nil. Their suppliers are simulated as well.
    init(
        _ drill: Drill, _ reading: Reading, organizations: Set<String>?,
        progress: @escaping @Sendable (RunProgress) -> Void
    ) {
        (loaded, settings, columns) = (drill.loaded, drill.settings, drill.columns)
        self.reading = reading
        self.progress = progress
        let (companies, scenarios) = (drill.loaded.organizations, drill.loaded.scenarios.indices)
        let wanted = Set(companies.indices.filter { organizations?.contains(companies[$0].id) ?? true })
        self.wanted = wanted
        let order = drill.order.groups
        let read = order.indices.filter { !wanted.isDisjoint(with: order[$0].organizations) }
        let needed = drill.order.needed(by: read).sorted()
        let number = Dictionary(uniqueKeysWithValues: needed.enumerated().map { ($1, $0) })
        var customers = [Int](repeating: 0, count: needed.count)
        for group in needed { for supplier in order[group].suppliers { customers[number[supplier] ?? 0] += 1 } }
        let chunks = Chunk.plan(jobs: 1, trials: settings.trials, worlds: settings.worlds)
        jobs = needed.enumerated().flatMap { place, group in
            scenarios.map { scenario in
                PassJob(
                    scenario: scenario, group: order[group],
                    suppliers: order[group].suppliers.compactMap { number[$0].map { $0 * scenarios.count + scenario } },
                    customers: customers[place], chunks: chunks.count)
            }
        }
        self.chunks = chunks
        queue = PassQueue(chunks: chunks.count, suppliers: jobs.map(\.suppliers))
        stories = Mutex(companies.map { _ in scenarios.map { _ in nil } })
    }

    /// Compiles a job's story.
    func open(_ job: PassJob<Reading>, memo: CompileMemo) throws -> PassJob<Reading>.Opened {
        func ids(_ group: SupplyOrder.Group) -> Set<String> {
            Set(group.organizations.map { loaded.organizations[$0].id })
        }
        let own = ids(job.group)
        let circle = SupplyCircle(of: own, in: loaded.organizations)
        let builder = DrillBuilder(
            loaded.scenarios[job.scenario], of: loaded, settings: settings, organizations: circle.members,
            otherLinks: circle.otherLinks, memo: memo, settling: own)
        var drill = try builder.build(worldCount: settings.worlds)
        let given = job.suppliers.map { supplier in
            let group = jobs[supplier].group
            return HandedPart(of: ids(group), in: drill, links: group.customers)
        }
        drill.given = GivenParts(given, nodes: drill.nodes.count)
        let companies = drill.members.indices.compactMap { member -> (Int, Int, Reading.Reader?)? in
            let id = drill.members[member].organization.id
            guard !drill.members[member].isExternal, own.contains(id),
                let place = job.group.organizations.first(where: { loaded.organizations[$0].id == id }),
                wanted.contains(place)
            else { return nil }
            return (place, member, reading.reader(of: CompanyStory(drill, member: member)))
        }
        return PassJob.Opened(
            drill: drill, graph: drill.part(of: own, given: given), companies: companies,
            handing: job.hasCustomers ? HandedPart(of: own, in: drill, links: job.group.customers) : nil)
    }

    func keep(_ story: Reading.Story, company: Int, scenario: Int) {
        stories.withLock { $0[company][scenario] = story }
    }

    /// What has come of it, by company in the exercise's order and by scenario; nil where nothing was read.
    var found: [[Reading.Story?]] { stories.withLock { $0 } }
}
