internal import DrillKernel
public import DrillResults
public import Scenarios

/// When the moments that bring injects about come, by simulation.
public struct StoryMoments: Sendable, Equatable {
    /// The organization's first alert.
    public var noticed: MomentTime
    /// A step's first completion in the organization, by step id; only steps that an inject waits for. A step that no
    /// asset of the organization matches is left out.
    public var reached: [String: MomentTime]

    /// Simulates every scenario on every participant, with the decisions' defaults.
    ///
    /// - Returns: By the scenario's place in the exercise and the organization's id.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public static func all(_ loaded: LoadedExercise, settings: RunSettings) async throws -> [[String: StoryMoments]] {
        var moments: [[String: StoryMoments]] = []
        for scenario in loaded.scenarios { moments.append(try await of(scenario, loaded, settings: settings)) }
        return moments
    }

    /// Steps are watched as objectives of the least severity: they draw nothing, so that no other time moves.
    private static func of(
        _ scenario: Scenario, _ loaded: LoadedExercise, settings: RunSettings
    ) async throws -> [String: StoryMoments] {
        var steps: [String] = []
        for case .reached(let step) in scenario.injects.map(\.trigger) where !steps.contains(step) {
            steps.append(step)
        }
        var watched = scenario
        watched.objectives += steps.map { step in
            var objective = Objective()
            objective.id = "inject.\(step)"
            var reached = ReachedStep()
            reached.step = step
            objective.reached = .step(reached)
            objective.severity = .minor
            return objective
        }
        var exercise = loaded
        exercise.scenarios = [watched]
        let reading = MomentReading(
            steps: steps, firstObjective: scenario.objectives.count, worlds: settings.worlds)
        let found = try await Drill(exercise, settings: settings).pass(reading)
        let moments = zip(loaded.organizations, found).compactMap { organization, stories in
            (stories.first ?? nil).map { (organization.id, $0) }
        }
        return Dictionary(moments) { first, _ in first }
    }
}

/// Reads when steps are reached that are watched as objectives.
private struct MomentReading: StoryReading {
    /// Step ids; an objective each, the first of them being `firstObjective`.
    let steps: [String]
    let firstObjective: Int
    let worlds: Int

    func reader(of story: CompanyStory) -> OutcomeReader? {
        OutcomeReader(story, worlds: worlds)
    }

    func story(_ story: CompanyStory, _ tally: StoryTally?) -> StoryMoments {
        guard let tally else { return StoryMoments(noticed: Tally().moment(of: 0), reached: [:]) }
        let trials = tally.trialCount
        var moments = StoryMoments(noticed: tally.noticed.moment(of: trials), reached: [:])
        for (index, step) in steps.enumerated() where story.objective(firstObjective + index) != nil {
            moments.reached[step] = tally.objectiveTimes[firstObjective + index].moment(of: trials)
        }
        return moments
    }
}

extension Tally {
    /// Quantiles among the counted values only.
    fileprivate func moment(of trials: UInt64) -> MomentTime {
        func among(_ p: Double) -> Double? { count == 0 ? nil : quantile(p, of: count) }
        return MomentTime(
            count: Int(count), trials: Int(trials), p10: among(0.1), p50: among(0.5), p90: among(0.9))
    }
}
