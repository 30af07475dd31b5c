public import DrillResults
public import Scenarios

/// What each company's worst outcome hangs on that nobody knows: every unknown answer at its best and worst end, every
/// figure with a range at its 5 % and 95 % point, one at a time on the same random numbers.
public struct NotKnowingAnalysis: Sendable {
    /// Drivers of one company at most.
    public static let limit = 12

    private let loaded: LoadedExercise
    private let settings: RunSettings

    /// About how long the worst outcome, drivers, presets and first fixes take beside each other on the sample exercise;
    /// judged.
    static let weights = [5.0, 50, 10, 30]

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
    ///   - weaknesses: The companies' rankings, where it shall be said which drivers change what comes first.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, outcomes: [String: ObjectiveReference] = [:],
        weaknesses: [WeaknessReport] = [], progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [NotKnowingReport?] {
        try await loaded.companyByCompany(settings, organizations: organizations, progress: progress) {
            trials, progress in
            let parts = ProgressParts(Self.weights, progress)
            let stated = outcomes[trials.company.id].flatMap(outcome)
            let outcome = if let stated { stated } else { try await worst(trials, progress: parts.part(0)) }
            guard let drivers = try outcome.flatMap({ try OutcomeDrivers($0, of: trials) }) else { return nil }
            return try await report(
                drivers, ranking: weaknesses.first { $0.organization == trials.company.id }, of: trials, parts: parts)
        }
    }

    /// What moves an outcome of one company.
    ///
    /// - Parameter ranking: The company's, where it shall be said which drivers change what comes first.
    func report(
        _ question: OutcomeDrivers, ranking: WeaknessReport?, of trials: CompanyTrials, parts: ProgressParts
    ) async throws -> NotKnowingReport {
        try await trials.settle([question], progress: parts.part(1))
        let drivers = ranked(question.answer(trials))
        let presets = try await presets(question.outcome, trials, progress: parts.part(2))
        let scenario = loaded.scenarios[question.outcome.scenario]
        var report = NotKnowingReport(
            outcome: ObjectiveReference(
                scenario: scenario.id, objective: scenario.objectives[question.outcome.objective].id),
            today: presets.first { $0.preset == settings.preset.rawValue }?.reached.value ?? 0, drivers: drivers,
            presets: presets)
        guard let ranking else { return report }
        let fixes = FirstFixes(
            drivers.compactMap { driver in question.unknowns.first { $0.id == driver.id } }, ranking: ranking,
            of: trials)
        try await trials.settle([fixes], progress: parts.part(3))
        let firsts = fixes.answer(trials)
        for place in report.drivers.indices {
            report.drivers[place].changesFirst = firsts[report.drivers[place].id]
        }
        return report
    }

    /// Widest first.
    private func ranked(_ drivers: [Driver]) -> [Driver] {
        let ranked = drivers.enumerated().sorted { one, other in
            let (first, second) = (one.element.high - one.element.low, other.element.high - other.element.low)
            return first == second ? one.offset < other.offset : first > second
        }
        return ranked.prefix(Self.limit).map(\.element)
    }

    // MARK: Worst outcomes

    /// As `CompanyResult.worst(of:)`: the story whose goal is reached most often.
    private func worst(
        _ trials: CompanyTrials, progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> OutcomeDrivers.Outcome? {
        var asked = Asked([.none], of: trials, upTo: .rest)
        asked.tellsOutcomes = false
        try await trials.run([asked], progress: progress)
        var best: (outcome: OutcomeDrivers.Outcome, value: Double)?
        for (number, scenario) in loaded.scenarios.enumerated() {
            let possible = scenario.objectives.indices.compactMap { objective in
                trials[number].reached(objective, upTo: .rest).map { (objective, $0.probability.value) }
            }
            let goal = Goal.among(
                possible, severity: { .init(scenario.objectives[$0.0].severity) }, reached: \.1)
            guard let goal else { continue }
            if let best, best.value >= goal.1 { continue }
            best = (OutcomeDrivers.Outcome(scenario: number, objective: goal.0), goal.1)
        }
        return best?.outcome
    }

    /// An outcome that is stated by name; nil where the exercise has no such.
    func outcome(_ reference: ObjectiveReference) -> OutcomeDrivers.Outcome? {
        guard let scenario = loaded.scenarios.firstIndex(where: { $0.id == reference.scenario }),
            let objective = loaded.scenarios[scenario].objectives.firstIndex(where: { $0.id == reference.objective })
        else { return nil }
        return OutcomeDrivers.Outcome(scenario: scenario, objective: objective)
    }

    // MARK: Presets

    private static let presetOrder: [Preset] = [.pessimistic, .default, .optimistic]

    /// The outcome with every figure in the half of its range that a preset says.
    private func presets(
        _ outcome: OutcomeDrivers.Outcome, _ trials: CompanyTrials,
        progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [PresetOutcome] {
        var asked = Asked([], of: trials, upTo: .rest)
        asked.changes[outcome.scenario] = [.none]
        asked.tellsOutcomes = false
        var found: [PresetOutcome] = []
        for (place, preset) in Self.presetOrder.enumerated() {
            var settings = trials.settings
            settings.preset = preset
            // Other figures in every world are another company to simulate.
            let own =
                preset == trials.settings.preset
                ? trials
                : CompanyTrials(
                    loaded: loaded, settings: settings, company: trials.company, columns: FigureColumns())
            try await own.run([asked])
            progress(RunProgress(done: place + 1, of: Self.presetOrder.count))
            guard let reached = own[outcome.scenario].reached(outcome.objective, upTo: .rest) else { continue }
            found.append(PresetOutcome(preset: preset.rawValue, reached: reached.probability))
        }
        return found
    }
}
