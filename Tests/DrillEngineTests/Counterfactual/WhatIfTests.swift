import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Comparisons on common random numbers.
@Suite struct WhatIfTests {
    private let story = RunTests.play

    private func loaded(_ play: Play) throws -> LoadedExercise {
        var exercise = Exercise()
        exercise.id = "test"
        exercise.external = play.external.map { id in
            made(ExternalOrganization()) {
                $0.id = id
                $0.title = id
            }
        }
        return LoadedExercise(
            exercise: exercise, organizations: play.organizations, scenarios: [play.scenario], catalog: play.catalog)
    }

    private func settings(trials: Int = 4000, worlds: Int = 8, threads: Int = 2) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = trials
                $0.worlds = worlds
                $0.seed = 3
            }, threads: threads)
    }

    /// One server, exploited with a chance of 0.6, behind a gate that the test catalog knows.
    private func oneServer(_ level: String) -> Play {
        let exploit = Step.named("exploit", on: .server) {
            $0.technique = "T1190"
            $0.chance = 0.6
        }
        return Play(
            .story([exploit], [.step("exploit")]),
            .single([.named("server")]) { $0.controls["gate"] = .level(level) })
    }

    @Test func nothingChangedIsExactlyNothing() async throws {
        let base = try loaded(story)
        for comparison in try await WhatIf(base, settings: settings()).compare(base) {
            #expect(comparison.isUnchanged)
            #expect(comparison.trials == 4000)
            for objective in comparison.objectives {
                #expect(objective.before == objective.after)
                #expect(objective.difference.value == 0)
                #expect(objective.difference.range == Interval(low: 0, high: 0))
            }
        }
    }

    /// before − prevented + caused = after, and each side is what a plain run of it gives.
    @Test func sidesAgreeWithPlainRuns() async throws {
        let gate = try #require(TestCatalog.catalog.control("gate"))
        let (open, shut) = (oneServer(gate.levels[0].id), oneServer(gate.levels[gate.levels.count - 1].id))
        let base = try loaded(open)
        let changed = try loaded(shut)
        let comparison = try #require(try await WhatIf(base, settings: settings()).compare(changed).first)
        let objective = try #require(comparison.objectives.first)
        #expect(objective.before.count - objective.prevented + objective.caused == objective.after.count)
        #expect(objective.prevented > 100)
        #expect(objective.caused == 0)
        for (exercise, side) in [(base, objective.before), (changed, objective.after)] {
            let run = try await Drill(exercise, settings: settings()).run(documents: [], runID: "test")
            #expect(run.companies[0].stories[0].objectives[0].reached == side)
        }
        let difference = objective.difference
        #expect(difference.range.low < difference.value && difference.value < difference.range.high)
        #expect(difference.range.high < 0)
    }

    @Test func threadsChangeNothing() async throws {
        let gate = try #require(TestCatalog.catalog.control("gate"))
        let base = try loaded(oneServer(gate.levels[0].id))
        let changed = try loaded(oneServer(gate.levels[1].id))
        let one = try await WhatIf(base, settings: settings(threads: 1)).compare(changed)
        let eight = try await WhatIf(base, settings: settings(threads: 8)).compare(changed)
        #expect(one == eight)
    }

    @Test func onlyTheNamedOrganizationsAreCompared() async throws {
        let base = try loaded(story)
        let id = try #require(base.organizations.last?.id)
        let comparisons = try await WhatIf(base, settings: settings()).compare(base, organizations: [id])
        #expect(comparisons.map(\.organization) == [id])
    }

    /// The interval of a paired difference, against the textbook formula on one world.
    @Test func pairedInterval() {
        // 100 trials: 30 fall by 1, 10 rise by 1.
        let moments = [PairedMoments(trials: 100, before: 50, after: 30, squaredDifferences: 40)]
        let difference = Uncertainty.difference(moments)
        #expect(difference.value == -0.2)
        // s² = (40 − 100 · 0.04) / 99, half-width 1.6449 · √(s² / 100).
        let half = 1.6448536269514722 * (36.0 / 99 / 100).squareRoot()
        #expect(abs(difference.chance.high - (-0.2 + half)) < 1e-12)
        #expect(difference.notKnowing == Interval(low: -0.2, high: -0.2))
        #expect(abs(difference.range.low - (-0.2 - half)) < 1e-12)
    }

    /// Worlds that differ more than chance explains widen the range; with equal worlds they do not.
    @Test func worldsWidenTheRange() {
        let equal = Uncertainty.difference(
            Array(
                repeating: PairedMoments(trials: 1000, before: 500, after: 300, squaredDifferences: 200), count: 10))
        #expect(equal.notKnowing == Interval(low: equal.value, high: equal.value))
        let apart = Uncertainty.difference(
            (0..<10).map { index in
                let fewer = Double(20 * index)
                return PairedMoments(trials: 1000, before: 500, after: 500 - fewer, squaredDifferences: fewer)
            })
        #expect(apart.notKnowing.low < apart.value - 0.05)
        #expect(apart.range.low <= apart.notKnowing.low)
    }
}
