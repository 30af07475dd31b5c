import DrillEngine
import DrillKernel
import Scenarios

/// Reads the outcomes of one compiled story on one organization.
struct OutcomeObserver {
    let job: CompiledDrill
    let story: StoryTraits
    let number: Int
    let organization: Int
    let hasBackup: Bool
    private let first: [Int]
    private let lateral: [Int]
    private let exploiting: [Int]
    private let lost: [Int]
    private let groups: [Int]
    /// This organization's notices by their place in node order.
    private let notices: [(index: Int, by: Outcome.Noticer)]
    private let backupLoss: [Int]

    /// - Parameters:
    ///   - number: Place of the story.
    ///   - organization: Place in the population; it is the job's member 0.
    init(_ job: CompiledDrill, _ story: StoryTraits, number: Int, organization: Int, hasBackup: Bool) {
        self.job = job
        self.story = story
        self.number = number
        self.organization = organization
        self.hasBackup = hasBackup
        func nodes(_ holds: (Int) -> Bool) -> [Int] {
            job.nodes.indices.filter {
                guard case .step(let step, let place) = job.nodes[$0] else { return false }
                return place.organization == 0 && holds(step)
            }
        }
        first = nodes { story.firstSteps.contains($0) }
        lateral = nodes { story.lateralSteps.contains($0) }
        exploiting = nodes { story.scenario.steps[$0].technique == "T1190" }
        lost = zip(story.scenario.objectives, job.members[0].objectives).filter { $0.0.severity == story.worst }
            .compactMap { $1.map(Int.init) }
        groups = CompanyStory(job, member: 0).touchedGroups
        notices = job.description.nodes.flatMap(\.notices).indices.compactMap {
            index -> (index: Int, by: Outcome.Noticer)? in
            let meaning = job.notices[index]
            guard case .step(_, let place) = job.nodes[Int(meaning.node)], place.organization == 0 else { return nil }
            return switch meaning.channel {
            case .monitoring, .people: (index, .inside)
            case .outsider: (index, .outside)
            case .announcement: (index, .attacker)
            }
        }
        backupLoss = job.description.repairs.flatMap(\.backupLoss).map { Int($0) }
    }

    func observe(_ batch: Batch, world: Int, into outcomes: inout [Outcome]) {
        for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
            outcomes.append(outcome(batch, trial, world))
        }
    }

    private func outcome(_ batch: Batch, _ trial: Int, _ world: Int) -> Outcome {
        func earliest(_ nodes: [Int]) -> Float {
            nodes.reduce(.infinity) { min($0, batch.completion($1, trial: trial)) }
        }
        let exposures = job.members[0].exposures.filter { batch.completion(Int($0.node), trial: trial) < .infinity }
        let exposed = earliest(exposures.map { Int($0.node) })
        let noticed = batch.detection(0, trial: trial)
        let doors = job.members[0].doors
        let outages = job.repairs.indices.map { batch.outage($0, trial: trial) }.filter { $0.from < .infinity }
        return Outcome(
            organization: organization, story: number, world: world,
            start: story.family == .error || story.family == .physical ? exposed : earliest(first), noticed: noticed,
            noticedBy: noticer(batch, trial, noticed), contained: contained(batch, trial, noticed),
            lost: earliest(lost), exposed: exposed,
            records: exposures.reduce(0) { $0 + Double(job.asset($1.asset).data?.records ?? 0) },
            moved: earliest(lateral),
            exploited: earliest(exploiting),
            fixed: doors.first.map { max(batch.clock(Int($0.clock), trial: trial) - story.fixPublished, 0) },
            down: outages.map(\.from).min() ?? .infinity,
            repaired: within(outages.map(\.to).max() ?? .infinity), hasBackup: hasBackup,
            backupFell: earliest(backupLoss) < .infinity, entry: entry(batch, trial))
    }

    private func within(_ time: Float) -> Float { time <= job.description.horizon ? time : .infinity }

    private func contained(_ batch: Batch, _ trial: Int, _ noticed: Float) -> Float {
        guard noticed < .infinity, !groups.isEmpty else { return .infinity }
        return within(groups.reduce(0) { max($0, batch.cut($1, trial: trial)) })
    }

    private func noticer(_ batch: Batch, _ trial: Int, _ noticed: Float) -> Outcome.Noticer? {
        guard noticed < .infinity else { return nil }
        return notices.first { batch.alert($0.index, trial: trial) == noticed }?.by
    }

    /// By the technique of the step that completes first.
    private func entry(_ batch: Batch, _ trial: Int) -> Outcome.Entry {
        if story.isOverSupplier { return .supplier }
        let done = first.map { ($0, batch.completion($0, trial: trial)) }.filter { $0.1 < .infinity }
        guard let node = done.min(by: { ($0.1, $0.0) < ($1.1, $1.0) })?.0, case .step(let step, _) = job.nodes[node],
            let technique = story.scenario.steps[step].technique
        else { return .other }
        switch technique.prefix(5) {
        case "T1190", "T1212": return .exploit
        case "T1566", "T1598", "T1204": return .phishing
        case "T1078", "T1110", "T1133", "T1539", "T1550", "T1621": return .credentials
        default: return .other
        }
    }
}
