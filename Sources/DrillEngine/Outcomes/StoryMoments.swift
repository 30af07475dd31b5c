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
        let drill = try Drill(exercise, settings: settings)
        let tallies = try await drill.pass(reading: .outcomes).tallies
        var result: [String: StoryMoments] = [:]
        for (number, job) in drill.jobs.enumerated() {
            for (place, member) in drill.participants(job).enumerated() {
                let tally = tallies[number][place].outcomes
                let trials = tally.trialCount
                var moments = StoryMoments(noticed: tally.noticed.moment(of: trials), reached: [:])
                for (index, step) in steps.enumerated() {
                    let objective = scenario.objectives.count + index
                    guard job.members[member].objectives[objective] >= 0 else { continue }
                    moments.reached[step] = tally.objectiveTimes[objective].moment(of: trials)
                }
                result[job.members[member].organization.id] = moments
            }
        }
        return result
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
