import DrillEngine
import DrillResults
import Scenarios
import Testing

/// What a decision changes on the path that was played, against documents in which those options are the defaults.
@Suite struct PlayedPathTests {
    private static let decisions = ["servers", "databases", "again"]

    /// Three decisions in a story of chance; each may come in time or too late.
    private func play(_ taken: Set<String>) -> Play {
        let enter = Step.named("enter", on: .server, hours: 1) {
            $0.chance = 0.8
            $0.noticed = [.by(.announcement, 0.5)]
            $0.on.kind.append(.webApplication)
        }
        // On an application as well as on the server: it stays when the servers are isolated.
        let move = Step.named("move", on: .server, after: [("enter", .organization)], hours: 10) {
            $0.chance = 0.9
            $0.on.kind.append(.webApplication)
        }
        let take = Step.named("take", on: .database, after: [("move", .organization)]) {
            $0.chance = 0.7
            $0.duration = .value(.exponential(mean: .hours(10)))
        }
        let cut = { (kind: AssetKind) in [Intervention.isolate(made(AssetSelector()) { $0.kind = [kind] })] }
        var play = Play(
            .story([enter, move, take], [.step("take")]) {
                $0.decide("servers", when: .noticed, after: 3, cut(.server))
                $0.decide("databases", when: .reached("move"), after: 8, cut(.database))
                $0.decide("again", when: .decided(decision: "servers", option: "act"), after: 1, cut(.database))
                for index in $0.decisions.indices where !taken.contains($0.decisions[index].id) {
                    $0.decisions[index].default = "wait"
                }
            },
            .single([.named("server"), .named("portal", .webApplication), .database("db")]) {
                $0.response?.containment = ["default": .known(.constant(.hours(500)))]
            })
        play.trials = 4000
        return play
    }

    private func loaded(_ play: Play) -> LoadedExercise {
        var exercise = Exercise()
        exercise.id = "test"
        exercise.simulation = made(Simulation()) {
            $0.trials = play.trials
            $0.worlds = play.worlds
            $0.seed = play.seed
        }
        return LoadedExercise(
            exercise: exercise, organizations: play.organizations, scenarios: [play.scenario], catalog: play.catalog)
    }

    /// Trial by trial: each step along the path is the difference of two plain runs.
    @Test(arguments: [["servers"], ["databases", "servers"], ["servers", "databases", "again"]])
    func eachStepIsTheDifferenceOfPlainRuns(path: [String]) async throws {
        var taken: Set<String> = []
        for decision in path {
            let (before, after) = (play(taken), play(taken.union([decision])))
            taken.insert(decision)
            let base = loaded(before)
            let compared = try #require(
                try await WhatIf(base, settings: RunSettings(base.exercise.simulation, threads: 2))
                    .compare(loaded(after)).first)
            let objective = try #require(compared.objectives.first)
            let trials = zip(try before.times("acme"), try after.times("acme"))
            #expect(objective.before.count == trials.count { $0.0 < .infinity })
            #expect(objective.after.count == trials.count { $0.1 < .infinity })
            #expect(objective.prevented == trials.count { $0.0 < .infinity && $0.1 == .infinity })
            #expect(objective.caused == trials.count { $0.0 == .infinity && $0.1 < .infinity })
            #expect(objective.moved == trials.count { $0.0 != $0.1 && $0.0 < .infinity && $0.1 < .infinity })
            #expect(objective.prevented > 0 && objective.after.count > 0 || decision == "again")
            // Regret: what a plain run of each says.
            for (play, side) in [(before, objective.before), (after, objective.after)] {
                #expect(try await play.story().objectives.first?.reached == side)
            }
        }
    }
}
