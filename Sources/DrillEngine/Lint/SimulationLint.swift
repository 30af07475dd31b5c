internal import DrillKernel
public import Scenarios

/// Looks by simulation for what is allowed and yet probably not meant: decisions that never change anything, controls
/// that never matter. All its findings are warnings.
public struct SimulationLint: Sendable {
    /// Trials of each comparison; on common random numbers a difference in a single one shows.
    static let trials = 2000
    static let worlds = 20

    private let loaded: LoadedExercise
    private let settings: RunSettings
    private let askedElsewhere: Set<String>

    /// - Parameter askedElsewhere: Controls that other exercises of the same companies ask for; they are not idle.
    public init(_ loaded: LoadedExercise, threads: Int, askedElsewhere: Set<String> = []) {
        self.loaded = loaded
        self.askedElsewhere = askedElsewhere
        var simulation = loaded.exercise.simulation
        simulation.trials = Self.trials
        simulation.worlds = Self.worlds
        settings = RunSettings(simulation, threads: threads)
    }

    /// The findings, at their places in the exercise's documents; by file and place.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func diagnostics() async throws -> [Diagnostic] {
        try await (idleDecisions() + idleControls()).sortedByPlace()
    }

    /// Controls on which some step of the exercise depends, for whichever participant.
    ///
    /// - Throws: `CompileError`.
    public func controlsAsked() throws -> Set<String> {
        var asked: Set<String> = []
        for part in parts {
            for job in try Drill(part, settings: settings).jobs() { asked.formUnion(job.controlsAsked) }
        }
        return asked
    }

    /// The exercise for each group of companies that hang together, so that no more than one is compiled at a time.
    private var parts: [LoadedExercise] {
        Component.all(loaded.organizations).map { organizations in
            var part = loaded
            part.organizations = organizations
            return part
        }
    }

    // MARK: - Decisions

    /// Decisions of which every option gives the same outcome in every trial of every participant.
    private func idleDecisions() async throws -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for scenario in loaded.scenarios {
            for place in try await idleDecisions(of: scenario) {
                findings += diagnostic(
                    .idleDecision,
                    "the decision \"\(scenario.decisions[place].id)\" never changes the outcome: every option gives the "
                        + "same in all of \(Self.trials) trials of every participant",
                    in: "scenario", id: scenario.id, at: ["decisions", .index(place)])
            }
        }
        return findings
    }

    /// Their places among the scenario's decisions. Companies are looked at only as long as one is left that none has
    /// shown to matter.
    private func idleDecisions(of scenario: Scenario) async throws -> [Int] {
        var idle = scenario.decisions.indices.filter { scenario.decisions[$0].options.count > 1 }
        for part in parts where !idle.isEmpty {
            // Stories do not touch each other, so each is simulated alone.
            var story = part
            story.scenarios = [scenario]
            let base = try await outcomes(Drill(story, settings: settings))
            var left: [Int] = []
            for place in idle where try await !matters(scenario, place, base: base, story: &story) {
                left.append(place)
            }
            idle = left
        }
        return idle
    }

    /// Whether some option of a decision gives another outcome than the usual one.
    private func matters(
        _ scenario: Scenario, _ place: Int, base: [[StoryOutcome]], story: inout LoadedExercise
    ) async throws -> Bool {
        let decision = scenario.decisions[place]
        for option in decision.options where option.id != decision.default {
            story.scenarios[0] = scenario
            story.scenarios[0].decisions[place].default = option.id
            if try await outcomes(Drill(story, settings: settings)) != base { return true }
        }
        return false
    }

    /// What decisions can change, by company.
    private func outcomes(_ drill: Drill) async throws -> [[StoryOutcome]] {
        try await drill.pass(OutcomeReading(worlds: settings.worlds)).map { $0.compactMap { $0 ?? nil } }
    }

    // MARK: - Controls

    /// Controls that companies answer for and no step of any scenario asks for: one finding each, at the scenarios.
    private func idleControls() throws -> [Diagnostic] {
        let asked = try controlsAsked().union(askedElsewhere)
        // "unknown" is what a template says of every control; nobody took pains to answer.
        let stated = loaded.organizations.flatMap { $0.controls.filter { $0.value != .unknown }.keys }
            .filter { !asked.contains($0) }
        let counts = Dictionary(stated.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.sorted { $0.key < $1.key }.flatMap { control, count in
            diagnostic(
                .idleControl,
                "no scenario of this exercise depends on the control \"\(control)\", for which "
                    + "\(count) of \(loaded.organizations.count) companies answer",
                in: "exercise", id: loaded.exercise.id, at: ["scenarios"])
        }
    }

    private func diagnostic(
        _ rule: Rule, _ message: String, in kind: String, id: String, at steps: [PointerStep]
    ) -> [Diagnostic] {
        guard let source = loaded.sources.first(where: { $0.kind == kind && $0.id == id }) else { return [] }
        return [source.diagnostic(as: .warning, rule, message, at: steps)]
    }
}

/// What a decision can change in one story; the downtime that options cost by themselves left out.
private struct StoryOutcome: Equatable {
    var reached: [[UInt64]]
    var times: [Tally]
    var exposed: Tally
    var altered: Tally
    var repaired: Tally

    init(_ tally: StoryTally) {
        reached = tally.reached
        times = tally.objectiveTimes
        exposed = tally.exposed
        altered = tally.altered
        repaired = tally.repaired
    }
}

/// Reads what decisions can change.
private struct OutcomeReading: StoryReading {
    let worlds: Int

    func reader(of story: CompanyStory) -> OutcomeReader? {
        story.applies ? OutcomeReader(story, worlds: worlds) : nil
    }

    func story(_ story: CompanyStory, _ tally: StoryTally?) -> StoryOutcome? {
        tally.map(StoryOutcome.init)
    }
}
