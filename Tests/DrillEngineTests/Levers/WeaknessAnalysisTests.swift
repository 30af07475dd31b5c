import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Importance, pairs and the firmness of the order, against the same questions asked without any shortcut.
@Suite struct WeaknessAnalysisTests {
    private static let settings = SmallCompany.settings(trials: 640, worlds: 4)

    /// Birnbaum, RRW and RAW are ratios and differences of the goal's probability with the control changed by hand.
    @Test(arguments: [UInt64(1), 2, 3])
    func importanceIsThatOfBruteForce(seed: UInt64) async throws {
        var loaded = SmallCompany(seed: seed).loaded
        // Somewhat protected today, so that there is something to take away.
        for control in ["c0", "c2", "c3"] { loaded.organizations[0].controls[control] = .level("some") }
        let whatIf = try WhatIf(loaded, settings: Self.settings)
        func goal(_ control: String, _ level: String, _ id: String) async throws -> Double {
            var changed = loaded
            changed.organizations[0].controls[control] = .level(level)
            let comparison = try await whatIf.compare(changed)[0]
            return try #require(comparison.objectives.first { $0.id == id }).after.value
        }
        let report = try #require(try await WeaknessAnalysis(loaded, settings: Self.settings).run().first)
        var checked = 0
        for weakness in report.weaknesses where weakness.lever.kind == .control && weakness.lever.department == nil {
            let control = try #require(weakness.lever.control)
            let story = try #require(weakness.stories.first)
            let (none, best) = (
                try await goal(control, "none", story.goal.id), try await goal(control, "strong", story.goal.id)
            )
            #expect(story.birnbaum == none - best, "\(weakness.lever.id.text)")
            #expect(story.raw == none / story.goal.before.value)
            #expect(story.rrw == (best > 0 ? story.goal.before.value / best : nil))
            #expect(!story.steps.isEmpty)
            checked += 1
        }
        #expect(checked > 0)
    }

    /// Two ways to the goal, each shut by its own control: alone neither is worth anything, together they end it.
    @Test func parallelRoutesMakeAPair() async throws {
        var loaded = SmallCompany(seed: 1).loaded
        loaded.catalog.controls = loaded.catalog.controls.map { control in
            made(control) {
                for level in $0.levels.indices where level > 0 {
                    $0.levels[level].effects[0].success = Estimate(exactly: 0)
                }
            }
        }
        loaded.scenarios = [
            .story(
                [
                    .named("front", on: .server, hours: 1) { $0.technique = "T1190" },
                    .named("back", on: .server, hours: 1) { $0.technique = "T1003" },
                    .named("take", on: .server, hours: 1) {
                        $0.requires = .any(
                            ["front", "back"].map { step in
                                .step(made(StepReference()) { ($0.step, $0.via) = (step, .sameAsset) })
                            })
                    },
                ], [.step("take")])
        ]
        let report = try #require(try await WeaknessAnalysis(loaded, settings: Self.settings).run().first)
        #expect(report.weaknesses.allSatisfy { $0.gain == 0 })
        let pair = try #require(report.pairs.first)
        #expect(Set([pair.first.control, pair.second.control]) == ["c0", "c2"])
        #expect(pair.gain == 1 && pair.firstGain == 0 && pair.secondGain == 0 && pair.surplus == 1)
    }

    /// Every world has one first; the shares add up.
    @Test func firmnessCountsWorlds() async throws {
        let loaded = SmallCompany(seed: 2).loaded
        let report = try #require(try await WeaknessAnalysis(loaded, settings: Self.settings).run().first)
        let firmness = try #require(report.firmness)
        #expect(firmness.first == report.weaknesses.first?.lever.id)
        #expect(firmness.share + firmness.rivals.reduce(0) { $0 + $1.share } == 1)
        #expect(!firmness.rivals.contains { $0.lever == firmness.first })
    }

    @Test func threadsChangeNothing() async throws {
        let loaded = SmallCompany(seed: 3).loaded
        let one = try await WeaknessAnalysis(
            loaded, settings: SmallCompany.settings(trials: 640, worlds: 4, threads: 1)
        ).run()
        let eight = try await WeaknessAnalysis(
            loaded, settings: SmallCompany.settings(trials: 640, worlds: 4, threads: 8)
        ).run()
        #expect(one == eight)
    }
}
