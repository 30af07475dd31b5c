internal import DrillResults
internal import Scenarios

/// Whether something unknown decides which fix comes first: the leading fixes of a company, tried again at both ends of
/// its widest drivers.
///
/// Few trials propose, all trials confirm; both times the rival must be ahead of today's first by more than chance, as
/// paired trials say. So of two fixes that are as good as each other none is said to overtake.
struct FirstFixes: CompanyQuestion {
    /// The first one is today's first.
    private let fixes: [CompanyLever]
    /// What people are told to do, by fix.
    private let told: [LeverID]
    /// By scenario, the goal of the story, by position; nil where there is none.
    private let goals: [Int?]
    /// The widest drivers.
    private let unknowns: [Unknown]

    /// Drivers of a company that are looked at: the widest.
    private static let mostDrivers = 3
    /// Fixes that are tried: today's best, one of each control in each scope.
    private static let mostFixes = 5

    /// - Parameter unknowns: The company's drivers, widest first.
    init(_ unknowns: [Unknown], ranking: WeaknessReport, of trials: CompanyTrials) {
        let levers = LeverAnalysis(trials.loaded, settings: trials.settings).all(of: trials.company)
        let byID = Dictionary(levers.map { ($0.id, $0) }) { first, _ in first }
        var seen: Set<LeverSubject> = []
        let best = ranking.weaknesses.filter { $0.standsOut && seen.insert($0.lever.id.subject).inserted }
            .prefix(Self.mostFixes)
        fixes = best.compactMap { byID[$0.lever.id] }
        let chosen = Dictionary(ranking.chosen.map { ($0.lever.id.subject, $0.lever.id) }) { first, _ in first }
        told = fixes.map { chosen[$0.id.subject] ?? $0.id }
        let stories = ranking.weaknesses.flatMap(\.stories)
        goals = trials.loaded.scenarios.map { scenario in
            let goal = stories.first { $0.scenario == scenario.id }?.goal.id
            return scenario.objectives.firstIndex { $0.id == goal }
        }
        self.unknowns = fixes.count < 2 ? [] : Array(unknowns.prefix(Self.mostDrivers))
    }

    func next(_ trials: CompanyTrials) -> Asked? {
        let few = asked(ends, of: trials, upTo: .few, share: 0.3)
        if trials.lacks(few) { return few }
        let all = asked(ahead(ends, trials, upTo: .few).map(\.end), of: trials, upTo: .rest, share: 1)
        return trials.lacks(all) ? all : nil
    }

    /// By driver: the lever that comes first at one of its ends; drivers that change nothing are missing.
    func answer(_ trials: CompanyTrials) -> [String: LeverID] {
        // Where both ends have a new first, the one that is further ahead.
        var firsts: [String: (lead: Double, lever: LeverID)] = [:]
        for lead in ahead(ahead(ends, trials, upTo: .few).map(\.end), trials, upTo: .rest) {
            let driver = unknowns[lead.end.unknown].id
            guard let rival = lead.end.rivals.first, lead.value > firsts[driver]?.lead ?? 0 else { continue }
            firsts[driver] = (lead.value, told[rival])
        }
        return firsts.mapValues(\.lever)
    }

    // MARK: - Ends

    /// An end of an unknown, and the fixes that are tried there against today's first.
    private struct End {
        /// By position.
        var unknown: Int
        /// 0 or 1.
        var number: Int
        /// Places among the fixes, above 0.
        var rivals: [Int]
    }

    private var ends: [End] {
        unknowns.indices.flatMap { unknown in
            [0, 1].map { End(unknown: unknown, number: $0, rivals: Array(1..<fixes.count)) }
        }
    }

    private func change(_ fix: Int, at end: End) -> StoryChange {
        unknowns[end.unknown].held(at: end.number, with: fixes[fix].change)
    }

    private func asked(_ ends: [End], of trials: CompanyTrials, upTo stretch: Stretch, share: Double) -> Asked {
        let changes = ends.flatMap { end in ([0] + end.rivals).map { change($0, at: end) } }
        return Asked(
            changes: goals.map { $0 == nil ? [] : changes }, trials: stretch, tellsOutcomes: false, share: share)
    }

    // MARK: - Leads

    /// How far a rival is ahead of today's first at an end.
    private struct Lead {
        /// With the one rival.
        var end: End
        /// Goals fewer, a trial of each story, and 1.645 standard errors of it.
        var value: Double
        var halfWidth: Double
    }

    /// The ends at which a rival is ahead beyond chance, each with the one that is most.
    private func ahead(_ ends: [End], _ trials: CompanyTrials, upTo stretch: Stretch) -> [Lead] {
        ends.compactMap { end in
            end.rivals.map { lead($0, at: end, trials, upTo: stretch) }.filter { $0.value > $0.halfWidth }
                .max { ($0.value, $1.end.rivals[0]) < ($1.value, $0.end.rivals[0]) }
        }
    }

    private func lead(_ rival: Int, at end: End, _ trials: CompanyTrials, upTo stretch: Stretch) -> Lead {
        let differences = goals.enumerated().compactMap { scenario, goal -> Difference? in
            guard let goal else { return nil }
            func reached(_ fix: Int) -> ReachedTrials? {
                trials[scenario].reached(goal, with: change(fix, at: end).name, upTo: stretch)
            }
            guard let first = reached(0), let other = reached(rival) else { return nil }
            return Uncertainty.difference(other.moments(beside: first))
        }
        let squares = differences.reduce(0) { sum, next in
            let half = (next.chance.high - next.chance.low) / 2
            return sum + half * half
        }
        return Lead(
            end: End(unknown: end.unknown, number: end.number, rivals: [rival]),
            value: -differences.reduce(0) { $0 + $1.value }, halfWidth: squares.squareRoot())
    }
}
