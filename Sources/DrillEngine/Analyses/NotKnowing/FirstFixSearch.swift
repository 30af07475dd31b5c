internal import DrillResults
internal import Scenarios

/// Whether something unknown decides which fix comes first: the leading fixes of a company, tried again at both ends of
/// its widest drivers.
///
/// Few trials propose, all trials confirm; both times the rival must be ahead of today's first by more than chance, as
/// paired trials say. So of two fixes that are as good as each other none is said to overtake.
struct FirstFixSearch {
    let loaded: LoadedExercise
    let settings: RunSettings

    /// Drivers of a company that are looked at: the widest.
    private static let mostDrivers = 3
    /// Fixes that are tried: today's best, one of each control in each scope.
    private static let mostFixes = 5

    /// The company's drivers and ranking.
    struct Question: Sendable {
        var company: Organization
        /// Widest first.
        var drivers: [String]
        var ranking: WeaknessReport
    }

    /// By company and driver: id of the lever that comes first at one of its ends; drivers that change nothing are
    /// missing.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    func firsts(
        _ questions: [Question], progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [[String: LeverID]] {
        // Few trials propose, all trials confirm.
        let parts = ProgressParts([1, 2], progress)
        var works = questions.map(work)
        try await contest(&works, on: .few, progress: parts.part(0))
        if settings.hasRest { try await contest(&works, on: .rest, progress: parts.part(1)) }
        return works.map { work in
            // Where both ends have a new first, the one that is further ahead.
            var firsts: [String: (lead: Double, lever: LeverID)] = [:]
            for (end, lead) in zip(work.ends, work.leads) {
                guard let rival = end.rivals.first, lead > firsts[end.driver]?.lead ?? 0 else { continue }
                firsts[end.driver] = (lead, work.told[rival])
            }
            return firsts.mapValues(\.lever)
        }
    }

    fileprivate struct Work: Sendable {
        var company: Organization
        var fixes: [CompanyLever]
        /// What people are told to do, by fix.
        var told: [LeverID]
        /// The goals of the stories, by scenario.
        var goals: [String: String]
        var ends: [FirstFixJob.End]
        /// By end: how many goals fewer are reached with the one rival that is left, a trial of each story.
        var leads: [Double] = []
        /// By end and story: what the one rival's trials have shown so far, by world.
        var moments: [[[PairedMoments]]] = []
    }

    private func work(_ question: Question) -> Work {
        let byID = Dictionary(
            LeverAnalysis(loaded, settings: settings).all(of: question.company).map { ($0.id, $0) }
        ) { first, _ in first }
        var seen: Set<LeverSubject> = []
        let best = question.ranking.weaknesses.filter { $0.standsOut && seen.insert($0.lever.id.subject).inserted }
            .prefix(Self.mostFixes)
        let fixes = best.compactMap { byID[$0.lever.id] }
        let told = Dictionary(question.ranking.chosen.map { ($0.lever.id.subject, $0.lever.id) }) { first, _ in first }
        let goals = question.ranking.weaknesses.flatMap(\.stories).map { ($0.scenario, $0.goal.id) }
        let ends =
            fixes.count < 2
            ? []
            : question.drivers.prefix(Self.mostDrivers).flatMap { driver in
                [0, 1].map { FirstFixJob.End(driver: driver, end: $0, rivals: Array(1..<fixes.count)) }
            }
        return Work(
            company: question.company, fixes: fixes, told: fixes.map { told[$0.id.subject] ?? $0.id },
            goals: Dictionary(goals) { first, _ in first }, ends: ends)
    }

    /// Leaves the ends at which a rival is ahead beyond chance, each with the one that is most.
    private func contest(
        _ works: inout [Work], on stretch: Stretch, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws {
        let tasks = works.indices.filter { !works[$0].ends.isEmpty }.flatMap { work in
            loaded.scenarios.indices.filter { works[work].goals[loaded.scenarios[$0].id] != nil }.map { (work, $0) }
        }
        let asked = works
        let found = try await inParallel(tasks.count, threads: settings.threads, progress: progress) { number in
            let (work, scenario) = (asked[tasks[number].0], loaded.scenarios[tasks[number].1])
            let job = NotKnowingJob(loaded: loaded, settings: settings, scenario: scenario, company: work.company)
            return try FirstFixJob(job: job, fixes: work.fixes, objective: work.goals[scenario.id] ?? "")
                .contests(work.ends, on: stretch)
        }
        for index in works.indices {
            works[index].judge(zip(tasks, found).filter { $0.0.0 == index }.compactMap(\.1))
        }
    }
}

extension FirstFixSearch.Work {
    /// - Parameter stories: By story, end and rival, the moments by world of the trials that were looked at just now.
    fileprivate mutating func judge(_ stories: [[[[PairedMoments]]]]) {
        let before = (ends: ends, moments: moments)
        (ends, leads, moments) = ([], [], [])
        for (place, end) in before.ends.enumerated() {
            let ahead = end.rivals.indices.compactMap { rival -> Lead? in
                var own = stories.map { $0[place][rival] }
                // After the first time there is one rival.
                if !before.moments.isEmpty { own = zip(own, before.moments[place]).map { zip($0, $1).map { $0 + $1 } } }
                let lead = Lead(rival: end.rivals[rival], moments: own)
                return lead.value > lead.halfWidth ? lead : nil
            }
            guard let best = ahead.max(by: { ($0.value, $1.rival) < ($1.value, $0.rival) }) else { continue }
            ends.append(FirstFixJob.End(driver: end.driver, end: end.end, rivals: [best.rival]))
            leads.append(best.value)
            moments.append(best.moments)
        }
    }
}

/// How far a rival is ahead of today's first fix.
private struct Lead {
    var rival: Int
    /// By story and world.
    var moments: [[PairedMoments]]
    /// Goals fewer, a trial of each story, and 1.645 standard errors of it.
    let value: Double
    let halfWidth: Double

    init(rival: Int, moments: [[PairedMoments]]) {
        self.rival = rival
        self.moments = moments
        let differences = moments.map(Uncertainty.difference)
        value = -differences.reduce(0) { $0 + $1.value }
        halfWidth = differences.reduce(0) { sum, next in
            let half = (next.chance.high - next.chance.low) / 2
            return sum + half * half
        }.squareRoot()
    }
}
