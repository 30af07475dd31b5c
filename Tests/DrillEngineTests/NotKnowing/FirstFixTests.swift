import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Whether not knowing something decides which fix comes first.
///
/// Two ways in, one that the gate shuts, one that a second factor of unknown level does; behind both a step that
/// hardening hinders. The more the second way is open, the less the gate is worth.
@Suite struct FirstFixTests {
    private func settings(trials: Int = 4000, seed: UInt64 = 5, threads: Int = 2) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = trials
                $0.worlds = 40
                $0.seed = seed
            }, threads: threads)
    }

    /// - Parameter back: Chance of the second way where there is no second factor.
    private func loaded(back: Double, mfa: Answer<ControlSetting> = .unknown) -> LoadedExercise {
        let steps = [
            Step.named("front", on: .server) {
                $0.technique = "T1190"
                $0.chance = 0.7
            },
            .named("back", on: .server) {
                $0.technique = "T1078"
                $0.through = .identity
                $0.chance = back
            },
            .named("take", on: .server) {
                $0.technique = "T1003"
                $0.requires = .any(
                    ["front", "back"].map { step in
                        .step(made(StepReference()) { ($0.step, $0.via) = (step, .sameAsset) })
                    })
            },
        ]
        var exercise = Exercise()
        exercise.id = "test"
        return LoadedExercise(
            exercise: exercise, organizations: [.single([.named("server")]) { $0.controls["mfa"] = mfa }],
            scenarios: [.story(steps, [.step("take")])], catalog: TestCatalog.catalog)
    }

    private func first(_ loaded: LoadedExercise) async throws -> Weakness {
        try #require(try await WeaknessAnalysis(loaded, settings: settings()).run().first?.weaknesses.first)
    }

    private func drivers(_ loaded: LoadedExercise, settings: RunSettings) async throws -> [Driver] {
        let weaknesses = try await WeaknessAnalysis(loaded, settings: settings).run()
        let report = try await NotKnowingAnalysis(loaded, settings: settings).run(weaknesses: weaknesses).first ?? nil
        return try #require(report).drivers
    }

    /// Documents that state either end say the same.
    @Test func anAnswerThatFlipsTheFirstFix() async throws {
        #expect(try await first(loaded(back: 0.6)).lever.id.text == "hardening/hard")
        #expect(try await first(loaded(back: 0.6, mfa: .level("none"))).lever.id.text == "hardening/hard")
        #expect(try await first(loaded(back: 0.6, mfa: .level("fido2"))).lever.id.text == "gate/shut")
        let driver = try #require(try await drivers(loaded(back: 0.6), settings: settings()).first)
        #expect(driver.id == "level/acme//mfa" && driver.lowWords == "fido2")
        #expect(driver.changesFirst?.text == "gate/shut")
    }

    @Test func anAnswerThatDoesNot() async throws {
        for level in ["none", "fido2"] {
            #expect(try await first(loaded(back: 0.1, mfa: .level(level))).lever.id.text == "gate/shut")
        }
        let driver = try #require(try await drivers(loaded(back: 0.1), settings: settings()).first)
        #expect(driver.id == "level/acme//mfa" && driver.changesFirst == nil)
    }

    /// Two fixes that are worth the same overtake each other by chance alone, and nothing is said about that.
    @Test func chanceIsNoAnswer() async throws {
        // 0.7 (1 − b) beside 0.7 (1 − 0.3 (1 − b)): the same at b = 3/13, where the second factor is missing; where it is
        // there the gate is first, as today. One of twelve may be beyond chance.
        let loaded = loaded(back: 3.0 / 13)
        var said = 0
        for seed in UInt64(1)...12 {
            let drivers = try await drivers(loaded, settings: settings(seed: seed))
            let driver = try #require(drivers.first { $0.id == "level/acme//mfa" })
            if driver.changesFirst != nil { said += 1 }
        }
        #expect(said <= 1, "\(said) of 12")
    }

    @Test func withoutARankingNothingIsSaid() async throws {
        let report = try await NotKnowingAnalysis(loaded(back: 0.6), settings: settings()).run().first ?? nil
        #expect(try #require(report).drivers.allSatisfy { $0.changesFirst == nil })
    }

    @Test func threadsChangeNothing() async throws {
        let exercise = try Library.sample()
        func run(_ threads: Int) async throws -> [NotKnowingReport?] {
            let settings = made(settings(trials: 400, threads: threads)) { $0.worlds = 4 }
            let weaknesses = try await WeaknessAnalysis(exercise, settings: settings).run(
                organizations: ["northgate-it"])
            return try await NotKnowingAnalysis(exercise, settings: settings).run(
                organizations: ["northgate-it"], weaknesses: weaknesses)
        }
        #expect(try await run(1) == run(8))
    }
}
