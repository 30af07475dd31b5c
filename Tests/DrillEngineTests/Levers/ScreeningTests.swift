import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Levers that get few trials only are none of those that help most.
@Suite struct ScreeningTests {
    private func settings(_ trials: Int) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = trials
                $0.worlds = 4
                $0.seed = 23
            }, threads: 1)
    }

    private func exercise(_ seed: Int) throws -> LoadedExercise {
        let stories = try Library.stories()
        return LoadedExercise(
            exercise: made(Exercise()) { $0.id = "random" },
            organizations: [RandomCompany.organization(seed: UInt64(seed), catalog: .embedded)],
            scenarios: [stories[seed % stories.count]], catalog: .embedded)
    }

    /// Save those within chance of the tenth, as paired trials say. Half of them have enough trials to be screened twice.
    @Test("none of the true ten of 384 random companies is missing", arguments: 0..<8)
    func noneOfTheTrueTenIsMissing(_ part: Int) async throws {
        let trials = part < 4 ? 7_000 : 8_000
        let settings = settings(trials)
        var (screened, ranked, twice) = (0, 0, 0)
        for seed in part * 48..<part * 48 + 48 {
            let loaded = try exercise(seed)
            let all = try #require(try await LeverAnalysis(loaded, settings: settings).run().first)
            let report = try #require(try await WeaknessAnalysis(loaded, settings: settings).run().first)
            let truth = WeaknessReport(all, scenarios: LeverAnalysis(loaded, settings: settings).scenarios)
                .weaknesses
            let ten = truth.prefix(10)
            let tenth = ten.last?.gain ?? 0
            for weakness in ten where weakness.gain > 0 {
                ranked += 1
                let found = report.weaknesses.first { $0.lever.id == weakness.lever.id }
                let isOnAll = found?.stories.allSatisfy { $0.goal.before.trials == trials } ?? false
                let chance =
                    weakness.stories.map { $0.goal.difference.chance.high - $0.goal.difference.value }.max() ?? 0
                #expect(isOnAll || weakness.gain - tenth <= chance, "\(weakness.lever.id.text), company \(seed)")
                // Importance is worked out for the ranking alone.
                if isOnAll {
                    #expect(found?.gain == weakness.gain && found?.stories.map(\.goal) == weakness.stories.map(\.goal))
                }
            }
            screened += report.weaknesses.count { $0.stories.contains { $0.goal.before.trials < trials } }
            twice += report.weaknesses.count { $0.stories.contains { $0.goal.before.trials == 3_840 } }
        }
        #expect(ranked > 40, "\(ranked) are among the ten")
        #expect(screened >= 7, "\(screened) are screened")
        if part >= 4 { #expect(twice > 0, "none is dropped at the second look") }
    }

    /// What is run on all trials comes out as without screening.
    @Test func allTrialsAreAllTrials() async throws {
        let loaded = try Library.sample()
        let settings = RunSettings(
            made(Simulation()) {
                $0.trials = 4_000
                $0.worlds = 40
                $0.seed = 3
            }, threads: 2)
        let all = try #require(
            try await LeverAnalysis(loaded, settings: settings).run(organizations: ["ironvale-works"]).first)
        let truth = WeaknessReport(all, scenarios: LeverAnalysis(loaded, settings: settings).scenarios)
        let report = try #require(
            try await WeaknessAnalysis(loaded, settings: settings).run(organizations: ["ironvale-works"]).first)
        #expect(report.weaknesses.prefix(10).map(\.lever.id) == truth.weaknesses.prefix(10).map(\.lever.id))
        #expect(report.weaknesses.prefix(10).map(\.gain) == truth.weaknesses.prefix(10).map(\.gain))
        #expect(
            report.weaknesses.prefix(10).map { $0.stories.map(\.goal) }
                == truth.weaknesses.prefix(10).map { $0.stories.map(\.goal) })
        #expect(report.firmness == truth.firmness, "world by world")
        #expect(Set(report.withoutEffect.map(\.id)) == Set(truth.withoutEffect.map(\.id)))
    }
}
