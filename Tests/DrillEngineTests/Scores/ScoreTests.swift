import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// What scores are, worked out by hand.
@Suite struct ScoreTests {
    static func settings(trials: Int = 20_000, worlds: Int = 1, threads: Int = 2) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = trials
                $0.worlds = worlds
                $0.seed = 5
            }, threads: threads)
    }

    static func loaded(_ scenario: Scenario, _ organizations: [Organization]) -> LoadedExercise {
        var exercise = Exercise()
        exercise.id = "test"
        return LoadedExercise(
            exercise: exercise, organizations: organizations, scenarios: [scenario], catalog: TestCatalog.catalog)
    }

    static func card(
        _ scenario: Scenario, _ organizations: Organization..., settings: RunSettings = settings()
    ) async throws -> Scorecard {
        let cards = try await ScoreAnalysis(loaded(scenario, organizations), settings: settings).run()
        return try #require(cards.first ?? nil)
    }

    /// A break-in that one try in two gets through, carried out in ten hours, announced with one chance in five.
    private func story(announced: Double = 0.2) -> Scenario {
        let knock = Step.named("knock", on: .server) {
            $0.technique = "T1190"
            $0.noticed = [.by(.monitoring), .by(.announcement, announced, from: .completion)]
        }
        return .story([knock, .named("take", on: .server, after: [("knock", .sameAsset)], hours: 10)], [.step("take")])
    }

    /// Expected within four standard errors of a share of n trials, in points.
    private func agrees(_ score: Score?, _ expected: Double, of trials: Double = 20_000) -> Bool {
        guard let score else { return false }
        let share = expected / 100
        return abs(score.value - expected) <= 400 * (share * (1 - share) / trials).squareRoot()
    }

    @Test func preventionResponseAndOverall() async throws {
        let company = Organization.single([.named("server")]) { $0.controls["gate"] = .level("half") }
        let card = try await Self.card(story(), company)
        // The gate lets half of the attacks in. Nobody responding, all of them are lost.
        #expect(agrees(card.prevention, 50))
        // The reference company has the gate open. One attack in five is announced; two hours of hand-offs and three of
        // containment are less than ten.
        #expect(agrees(card.response, 20))
        #expect(agrees(card.overall, 100 * (1 - 0.5 * 0.8)))
        #expect(card.worst == ObjectiveReference(scenario: "story", objective: "take"))
        #expect(card.objectives.count == 1 && card.objectives[0].overall == card.overall)
        #expect(card.prevention.range.low < 50 && card.prevention.range.high > 50)
    }

    @Test func slowResponseSavesNothing() async throws {
        let slow = Organization.single([.named("server")]) { $0.response?.chain = [.named("triage", 8)] }
        let card = try await Self.card(story(announced: 1), slow)
        #expect(card.response?.value == 0 && card.prevention.value == 0 && card.overall.value == 0)
        let quick = Organization.single([.named("server")]) { $0.response?.chain = [.named("triage", 6)] }
        #expect(try await Self.card(story(announced: 1), quick).response?.value == 100)
    }

    /// A control that both prevents and notices counts for each in its own score.
    @Test func noticingIsTheCompanysOwnOnTheReference() async throws {
        let company = Organization.single([.named("server")]) {
            $0.controls["gate"] = .level("half")
            $0.controls["watch"] = .level("some")
            // Logs are looked at round the clock, ten hours at the median: too late, more often than not.
            $0.response?.chain = [.named("triage", 0)]
        }
        let card = try await Self.card(story(announced: 0), company)
        let share = try #require(card.response).terms
        // 30 % of tries are noticed, with the gate open as with the gate half shut.
        let seen = 1 - share[0].value / share[1].value
        #expect(seen > 0 && seen < 0.3)
        #expect(share[1].value == 1, "the reference company's gate is open")
        let monitoring = try #require(card.families.first { $0.family == "monitoring" })
        #expect(monitoring.score.value == card.response?.value)
    }

    @Test func familiesStandAlone() async throws {
        let company = Organization.single([.named("server")]) {
            $0.controls["gate"] = .level("half")
            $0.controls["drag"] = .level("slow")
        }
        let card = try await Self.card(story(), company)
        let values = Dictionary(uniqueKeysWithValues: card.families.map { ($0.family, $0.score) })
        #expect(agrees(values["access"], 50))
        // Slowing a try of no hours prevents nothing.
        #expect(values["integrity"]?.value == 0)
        // No step is on a way, through an identity or into data.
        #expect(Set(values.keys) == ["access", "integrity", "monitoring"])
    }

    @Test func theReferenceLosesNothing() async throws {
        var catalog = TestCatalog.catalog
        let gate = try #require(catalog.controls.firstIndex { $0.id == "gate" })
        catalog.controls[gate].reference = "shut"
        var loaded = Self.loaded(story(), [.single([.named("server")])])
        loaded.catalog = catalog
        let card = try #require(
            try await ScoreAnalysis(loaded, settings: Self.settings(trials: 200)).run().first ?? nil)
        #expect(card.response == nil && card.objectives[0].response == nil)
        #expect(card.responseMissing?.contains("loses “goal take” in none of 200 trials") == true)
        #expect(card.overall == card.prevention && card.overall.value == 0)
    }

    @Test func onlyTheMostSevereCount() async throws {
        var scenario = story()
        scenario.objectives.append(
            made(.step("knock")) {
                $0.id = "knocked"
                $0.severity = .minor
            })
        let company = Organization.single([.named("server")])
        let card = try await Self.card(scenario, company, settings: Self.settings(trials: 400))
        #expect(card.worst.objective == "take" && card.objectives.map(\.objective) == ["take", "knocked"])
    }

    /// A decision that waits for a step is no part of the response score; one that waits for the alert is.
    @Test func decisions() async throws {
        var waiting = story(announced: 1)
        waiting.decide("isolate", when: .reached("knock"), [.isolate(AssetSelector())])
        let slow = Organization.single([.named("server")]) { $0.response?.chain = [.named("triage", 20)] }
        #expect(try await Self.card(waiting, slow, settings: Self.settings(trials: 200)).response?.value == 0)
        var alerted = story(announced: 1)
        alerted.decide("isolate", when: .noticed, [.isolate(AssetSelector())])
        #expect(try await Self.card(alerted, slow, settings: Self.settings(trials: 200)).response?.value == 100)
        var timed = story(announced: 1)
        timed.decide("isolate", when: .at(.value(.hours(5))), [.isolate(AssetSelector())])
        // It happens whoever responds.
        #expect(try await Self.card(timed, slow, settings: Self.settings(trials: 200)).prevention.value == 100)
    }

    @Test func formulasGiveTheirScores() async throws {
        let loaded = try ScoreMonotoneTests.library("autumn-drill")
        let settings = Self.settings(trials: 2000, worlds: 10)
        for card in try await ScoreAnalysis(loaded, settings: settings).run() {
            let card = try #require(card)
            let scores =
                [card.overall, card.prevention, card.response].compactMap(\.self) + card.families.map(\.score)
                + card.objectives.flatMap { [$0.prevention, $0.response, $0.overall].compactMap(\.self) }
            for score in scores {
                #expect(
                    abs(Self.evaluated(score.formula) - score.value) < 0.1, "\(score.formula) is not \(score.value)")
                #expect(score.range.low <= score.value && score.value <= score.range.high)
                #expect(score.range.low >= 0 && score.range.high <= 100)
                for term in score.terms {
                    let count = try #require(term.count)
                    let trials = try #require(term.trials)
                    #expect(term.value == Double(count) / Double(trials))
                }
            }
            let severe = card.objectives.map(\.overall.value)
            #expect(severe.contains(card.overall.value) && card.families.count >= 5)
        }
    }

    /// What the response saves is asked of all losses together: a loss at once weighs as much as one after ten hours.
    @Test func responseIsOverAllObjectives() async throws {
        var scenario = story()
        scenario.steps.append(.named("grab", on: .server, after: [("knock", .sameAsset)]))
        scenario.objectives.append(.step("grab"))
        let card = try await Self.card(scenario, .single([.named("server")]))
        #expect(agrees(card.objectives[0].response, 20) && card.objectives[1].response?.value == 0)
        #expect(agrees(card.response, 10, of: 40_000))
        let response = try #require(card.response)
        #expect(response.range.low < response.value && response.value < response.range.high)
        // The ends add up: half of the first objective's, and nothing of the second's.
        let ends = try #require(card.objectives[0].response?.range)
        #expect(response.range.high - response.range.low >= (ends.high - ends.low) / 2 - 1e-9)
        #expect(response.terms.map(\.trials) == [40_000, 40_000])
    }

    /// An objective that the reference company hardly loses has no say, and none alone.
    @Test func rareLossesWeighLittle() async throws {
        var scenario = story()
        scenario.steps.append(
            .named("stumble", on: .server, after: [("knock", .sameAsset)]) { $0.chance = 0.001 })
        scenario.objectives.append(.step("stumble"))
        let card = try await Self.card(scenario, .single([.named("server")]))
        #expect(card.objectives[1].response == nil && card.objectives[1].overall.value > 99)
        #expect(agrees(card.response, 20) && card.responseMissing == nil)
    }

    /// A score of few losses would be chance.
    @Test(arguments: [(99, false), (100, true)])
    func aResponseScoreTakesAHundredLosses(trials: Int, isThere: Bool) async throws {
        // The reference company's gate is open: it loses every trial.
        let card = try await Self.card(
            story(announced: 1), .single([.named("server")]), settings: Self.settings(trials: trials))
        #expect((card.response != nil) == isThere && (card.responseMissing == nil) == isThere)
        #expect(card.families.contains { $0.family == "monitoring" } == isThere)
        if !isThere {
            #expect(card.responseMissing?.contains("loses “goal take” in 99 of 99 trials") == true)
        }
    }

    /// "100 × (1 − a)", "100 × (1 − a × b)" or "100 × (1 − a / b)".
    private static func evaluated(_ formula: String) -> Double {
        let inner = formula.dropFirst("100 × (1 − ".count).dropLast().split(separator: " ")
        let numbers = inner.compactMap { Double($0) }
        if numbers.count == 1 { return 100 * (1 - numbers[0]) }
        return 100 * (1 - (inner[1] == "/" ? numbers[0] / numbers[1] : numbers[0] * numbers[1]))
    }

    @Test func threadsChangeNothing() async throws {
        let loaded = try ScoreMonotoneTests.library("autumn-drill")
        let chosen: Set<String> = ["harbor-credit", "northgate-it"]
        let one = try await ScoreAnalysis(loaded, settings: Self.settings(trials: 400, worlds: 4, threads: 1))
            .run(organizations: chosen)
        let eight = try await ScoreAnalysis(loaded, settings: Self.settings(trials: 400, worlds: 4, threads: 8))
            .run(organizations: chosen)
        #expect(one == eight && one.count == 2)
    }
}
