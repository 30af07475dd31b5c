import DrillEngine
import DrillResults
import Scenarios
import Testing

/// What is explained is what was printed.
@Suite struct ExplainerTests {
    private static let settings = ScoreTests.settings(trials: 600, worlds: 6)

    @Test func probabilitiesAndTimesAreTheRuns() async throws {
        let loaded = try ScoreMonotoneTests.library("autumn-drill")
        let run = try await Drill(loaded, settings: Self.settings).run(documents: [], runID: "test")
        let explainer = try Explainer(loaded, settings: Self.settings)
        for company in run.companies {
            for story in company.stories {
                for objective in story.objectives {
                    let told = try await explainer.explain(
                        .probability(objective.id), organization: company.id, scenario: story.scenario)
                    #expect(told.terms[0].count == objective.reached.count)
                    #expect(told.printed.hasPrefix(Wording.probability(objective.reached)))
                    #expect(told.trials.count == min(3, objective.reached.count))
                }
                for (name, time) in [("noticed", story.noticed), ("contained", story.contained)] {
                    let told = try await explainer.explain(
                        .time(name), organization: company.id, scenario: story.scenario)
                    #expect(told.printed == Wording.median(time), "\(name)")
                }
                if let dwell = story.dwell {
                    let told = try await explainer.explain(
                        .time("dwell"), organization: company.id, scenario: story.scenario)
                    #expect(told.printed == Wording.median(dwell))
                    #expect(told.terms[0].value == dwell.probability)
                }
            }
        }
    }

    @Test func leversAreThoseOfTheWeaknesses() async throws {
        let loaded = try ScoreMonotoneTests.library("autumn-drill")
        let id = "harbor-credit"
        let levers = try #require(
            try await LeverAnalysis(loaded, settings: Self.settings).run(organizations: [id]).first
        ).levers
        let explainer = try Explainer(loaded, settings: Self.settings)
        for name in [
            "mfa/fido2", "hand-off/notice/faster", "consumer-data/scoring-db: encryption-at-rest/keys in an hsm",
        ] {
            let lever = try #require(levers.first { $0.lever.id.text == name })
            for story in lever.stories {
                let told = try await explainer.explain(
                    .lever(name), organization: id, scenario: story.comparison.scenario)
                let counts = told.terms.map(\.count)
                let objectives = story.comparison.objectives.map {
                    [$0.before.count, $0.after.count, $0.prevented, $0.caused]
                }
                #expect(
                    objectives.contains { $0.map(Optional.some) == counts }, "\(name) in \(story.comparison.scenario)")
            }
        }
    }

    @Test func scoresAreThoseOfTheCard() async throws {
        let loaded = try ScoreMonotoneTests.library("autumn-drill")
        let card = try #require(
            try await ScoreAnalysis(loaded, settings: Self.settings).run(organizations: ["tarn-university"]).first
                ?? nil)
        let explainer = try Explainer(loaded, settings: Self.settings)
        let told = try await explainer.explain(.score("overall"), organization: "tarn-university")
        #expect(told.formula == card.overall.formula && told.terms == card.overall.terms)
        #expect(told.scenario == card.worst.scenario)
        for family in card.families {
            let told = try await explainer.explain(.score("family \(family.family)"), organization: "tarn-university")
            #expect(told.formula == family.score.formula)
        }
    }

    /// Where a scope covers a share, the rest is told with what the next wider scope says.
    @Test func sharesOfScopes() async throws {
        let knock = Step.named("knock", on: .server) { $0.technique = "T1190" }
        let server = Asset.named("server") { $0.controls["gate"] = .level("shut", coverage: 0.5) }
        let company = Organization.single([server]) { $0.controls["gate"] = .level("half", coverage: 0.8) }
        let loaded = ScoreTests.loaded(.story([knock], [.step("knock")]), [company])
        let told = try await Explainer(loaded, settings: ScoreTests.settings(trials: 100)).explain(.step("knock"))
        let gate = try #require(told.steps.first?.assets.first).controls.filter { $0.control == "gate" }
        #expect(gate.map(\.scope) == ["server", "whole company", "no scope covers it"])
        #expect(gate.map(\.level) == ["shut, for 50 %", "half, for 40 %", "open, for 10 %"])
        #expect(gate.map { $0.figures.first?.likely } == [0, 0.5, nil])
        #expect(gate.allSatisfy { $0.role == "stands in the way" })
    }

    @Test func whatThereIsNot() async throws {
        let knock = Step.named("knock", on: .server)
        let loaded = ScoreTests.loaded(.story([knock], [.step("knock")]), [.single([.named("server")])])
        let explainer = try Explainer(loaded, settings: ScoreTests.settings(trials: 10))
        await #expect(throws: Explainer.Failure.unknown(noun: "step", name: "x", known: ["knock"])) {
            try await explainer.explain(.step("x"))
        }
        await #expect(throws: Explainer.Failure.unknown(noun: "company", name: "y", known: ["acme"])) {
            try await explainer.explain(.time("noticed"), organization: "y")
        }
        await #expect(throws: Explainer.Failure.self) { try await explainer.explain(.control("x")) }
    }
}
