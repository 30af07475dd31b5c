public import DrillResults
public import Scenarios

/// What each company's worst outcome hangs on that nobody knows: every unknown answer at its best and worst end, every
/// figure with a range at its 5 % and 95 % point, one at a time on the same random numbers.
public struct NotKnowingAnalysis: Sendable {
    /// Drivers of one company at most.
    public static let limit = 12

    private let loaded: LoadedExercise
    private let settings: RunSettings

    /// Unknowns that are run on one base simulation; fixed, so that results depend on no machine.
    private static let slice = 24

    /// About how long the worst outcomes, drivers on few trials and on all, presets and first fixes take beside each
    /// other on the sample exercise; judged.
    private static let weights = [5.0, 20, 40, 5, 30]

    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
    }

    /// One result for each participant, in the exercise's order; nil where no scenario applies. The same for any number
    /// of threads.
    ///
    /// - Parameters:
    ///   - organizations: Only these participants; all when nil.
    ///   - outcomes: Worst outcomes that are known already, by organization; the others are worked out, which takes a
    ///     simulation of every story.
    ///   - reached: How often they are reached, by organization, where the trials of these settings have been counted.
    ///   - weaknesses: The companies' rankings, where it shall be said which drivers change what comes first.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, outcomes: [String: ObjectiveReference] = [:],
        reached: [String: Probability] = [:], weaknesses: [WeaknessReport] = [],
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [NotKnowingReport?] {
        let companies = loaded.organizations.filter { organizations?.contains($0.id) ?? true }
        let parts = ProgressParts(Self.weights, progress)
        let worst = try await worst(of: companies, known: outcomes, progress: parts.part(0))
        let works = try await works(companies, worst)
        let few = try await counts(works, on: .few, progress: parts.part(1))
        // Only what may be among the ten that move the outcome most is worth all trials.
        let short = zip(works, few).map { work, counts in
            let kept = Self.kept(counts)
            var short = work
            short.unknowns = kept.map { work.unknowns[$0] }
            return (work: short, counts: kept.map { counts[$0] })
        }
        let rest = try await counts(short.map(\.work), on: .rest, progress: parts.part(2))
        let drivers = zip(short, rest).map { short, rest in
            zip(short.work.unknowns, zip(short.counts, rest)).compactMap { unknown, counts -> Driver? in
                var all = counts.0
                all.merge(counts.1)
                return all.shares.flatMap(unknown.driver)
            }
        }
        let presets = try await presets(works, known: reached, progress: parts.part(3))
        let reports = companies.map { company in
            works.firstIndex { $0.job.company.id == company.id }.map { number in
                report(works[number], drivers[number], presets: presets[number])
            }
        }
        return try await withFirsts(reports, companies, weaknesses: weaknesses, progress: parts.part(4))
    }

    /// The reports with what would come first at the ends of the widest drivers.
    private func withFirsts(
        _ reports: [NotKnowingReport?], _ companies: [Organization], weaknesses: [WeaknessReport],
        progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [NotKnowingReport?] {
        let rankings = Dictionary(weaknesses.map { ($0.organization, $0) }) { first, _ in first }
        let asked = reports.indices.filter { reports[$0] != nil && rankings[companies[$0].id] != nil }
        let questions = asked.compactMap { place -> FirstFixSearch.Question? in
            guard let report = reports[place], let ranking = rankings[companies[place].id] else { return nil }
            return FirstFixSearch.Question(
                company: companies[place], drivers: report.drivers.map(\.id), ranking: ranking)
        }
        let firsts = try await FirstFixSearch(loaded: loaded, settings: settings).firsts(questions, progress: progress)
        var result = reports
        for (place, firsts) in zip(asked, firsts) {
            for driver in result[place]?.drivers.indices ?? 0..<0 {
                guard let id = result[place]?.drivers[driver].id else { continue }
                result[place]?.drivers[driver].changesFirst = firsts[id]
            }
        }
        return result
    }

    /// Unknowns that move the outcome, by position: those that on few trials may be among the ten that move it most.
    private static func kept(_ counts: [EndCounts]) -> [Int] {
        let widths = counts.map(\.width)
        let tenth = Screening.tenth(widths.map(\.low))
        let kept = counts.indices.filter { counts[$0].shares != nil && widths[$0].high >= tenth }
        return kept.sorted { (widths[$1].value, $0) < (widths[$0].value, $1) }.prefix(limit).sorted()
    }

    /// By work and unknown: trials that reach the outcome at its ends.
    private func counts(
        _ works: [Work], on stretch: Stretch, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [[EndCounts]] {
        let pieces = works.enumerated().flatMap { number, work in
            stride(from: 0, to: work.unknowns.count, by: Self.slice).map { start in
                (work: number, unknowns: start..<min(start + Self.slice, work.unknowns.count))
            }
        }
        let found = try await inParallel(
            pieces.count, threads: settings.threads, progress: progress
        ) { number in
            let work = works[pieces[number].work]
            return try work.job.counts(
                ofObjective: work.outcome.objective, at: Array(work.unknowns[pieces[number].unknowns]), in: work.drill,
                on: stretch)
        }
        var counts = works.map { _ in [EndCounts]() }
        for (piece, part) in zip(pieces, found) { counts[piece.work] += part }
        return counts
    }

    private func report(_ work: Work, _ drivers: [Driver], presets: [PresetOutcome]) -> NotKnowingReport {
        let ranked = drivers.enumerated().sorted { one, other in
            let (first, second) = (one.element.high - one.element.low, other.element.high - other.element.low)
            return first == second ? one.offset < other.offset : first > second
        }.map(\.element)
        let today = presets.first { $0.preset == settings.preset.rawValue }?.reached.value ?? 0
        let objective = work.job.scenario.objectives[work.outcome.objective]
        return NotKnowingReport(
            outcome: ObjectiveReference(scenario: work.job.scenario.id, objective: objective.id), today: today,
            drivers: Array(ranked.prefix(Self.limit)), presets: presets)
    }

    // MARK: Worst outcomes

    /// An objective of a story, by position.
    private struct Outcome: Sendable {
        var scenario: Int
        var objective: Int
    }

    /// As `CompanyResult.worst(of:)`: the story whose goal is reached most often.
    private func worst(
        of companies: [Organization], known: [String: ObjectiveReference],
        progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [Outcome?] {
        let stated = companies.map { known[$0.id].flatMap(place) }
        let open = companies.indices.filter { stated[$0] == nil }
        let count = loaded.scenarios.count
        let reached = try await inParallel(
            open.count * count, threads: settings.threads, progress: progress
        ) { number in
            try job(companies[open[number / count]], scenario: number % count).objectives()
        }
        var found = stated
        for (position, company) in open.enumerated() {
            let stories = (0..<count).map { reached[position * count + $0] }
            var best: (outcome: Outcome, value: Double)?
            for (scenario, objectives) in stories.enumerated() {
                guard let objectives, let goal = goal(scenario, objectives) else { continue }
                if let best, best.value >= goal.value { continue }
                best = (Outcome(scenario: scenario, objective: goal.objective), goal.value)
            }
            found[company] = best?.outcome
        }
        return found
    }

    /// The goal of a story, of the objectives that it can reach.
    private func goal(_ scenario: Int, _ objectives: [Probability?]) -> (objective: Int, value: Double)? {
        let possible = objectives.enumerated().compactMap { number, reached in
            reached.map { (objective: number, value: $0.value) }
        }
        return Goal.among(
            possible, severity: { .init(loaded.scenarios[scenario].objectives[$0.objective].severity) },
            reached: \.value)
    }

    private func place(_ reference: ObjectiveReference) -> Outcome? {
        guard let scenario = loaded.scenarios.firstIndex(where: { $0.id == reference.scenario }),
            let objective = loaded.scenarios[scenario].objectives.firstIndex(where: { $0.id == reference.objective })
        else { return nil }
        return Outcome(scenario: scenario, objective: objective)
    }

    private func job(_ company: Organization, scenario: Int) -> NotKnowingJob {
        NotKnowingJob(loaded: loaded, settings: settings, scenario: loaded.scenarios[scenario], company: company)
    }

    // MARK: Work

    /// One company's worst story, compiled.
    private struct Work: Sendable {
        var job: NotKnowingJob
        var outcome: Outcome
        var drill: CompiledDrill
        var unknowns: [Unknown]
    }

    /// Companies without an outcome, or whose stated one cannot apply, have none.
    private func works(_ companies: [Organization], _ outcomes: [Outcome?]) async throws -> [Work] {
        try await inParallel(
            companies.count, threads: settings.threads
        ) { number -> Work? in
            guard let outcome = outcomes[number] else { return nil }
            let job = job(companies[number], scenario: outcome.scenario)
            let drill = try job.compile()
            let story = CompanyStory(drill, member: job.member)
            guard story.applies, story.objective(outcome.objective) != nil else { return nil }
            return Work(job: job, outcome: outcome, drill: drill, unknowns: job.unknowns(in: drill))
        }.compactMap(\.self)
    }

    // MARK: Presets

    private static let presetOrder: [Preset] = [.pessimistic, .default, .optimistic]

    /// The outcome with every figure in the half of its range that a preset says.
    private func presets(
        _ works: [Work], known: [String: Probability], progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [[PresetOutcome]] {
        let order = Self.presetOrder
        let found = try await inParallel(
            works.count * order.count, threads: settings.threads, progress: progress
        ) { number -> Probability? in
            let work = works[number / order.count]
            if order[number % order.count] == settings.preset, let known = known[work.job.company.id] { return known }
            return try work.job.objectives(preset: order[number % order.count])?[work.outcome.objective]
        }
        return works.indices.map { work in
            order.indices.compactMap { number in
                found[work * order.count + number].map {
                    PresetOutcome(preset: order[number].rawValue, reached: $0)
                }
            }
        }
    }
}
