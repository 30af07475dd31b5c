import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// Each end of a driver is what a document that says so gives, to the last trial.
@Suite struct NotKnowingAnalysisTests {
    private func settings(trials: Int = 800, worlds: Int = 8, threads: Int = 2) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = trials
                $0.worlds = worlds
                $0.seed = 5
            }, threads: threads)
    }

    private func loaded(
        _ steps: [Step], _ organization: Organization, catalog: Catalog = TestCatalog.catalog
    ) -> LoadedExercise {
        var exercise = Exercise()
        exercise.id = "test"
        return LoadedExercise(
            exercise: exercise, organizations: [organization],
            scenarios: [.story(steps, [.step(steps.last?.id ?? "")])], catalog: catalog)
    }

    private func report(_ loaded: LoadedExercise) async throws -> NotKnowingReport {
        try #require(try await NotKnowingAnalysis(loaded, settings: settings()).run().first ?? nil)
    }

    /// Share of trials that reach the first objective.
    private func share(_ loaded: LoadedExercise, organization: String? = nil, of reference: ObjectiveReference? = nil)
        async throws -> Double
    {
        let run = try await Drill(loaded, settings: settings()).run(documents: [], runID: "test")
        let company = try #require(run.companies.first { organization == nil || $0.id == organization })
        let story = try #require(company.stories.first { reference == nil || $0.scenario == reference?.scenario })
        return try #require(story.objectives.first { reference == nil || $0.id == reference?.objective }).reached.value
    }

    private var knock: Step {
        .named("knock", on: .server) {
            $0.technique = "T1190"
            $0.chance = 0.7
        }
    }

    @Test func anUnknownLevelAtItsEnds() async throws {
        let unknown = Organization.single([.named("server")]) { $0.controls["gate"] = .unknown }
        let report = try await report(loaded([knock], unknown))
        let driver = try #require(report.drivers.first { $0.id == "level/acme//gate" })
        #expect(driver.kind == .unknownAnswer && driver.lowWords == "shut" && driver.highWords == "open")
        #expect(driver.low == 0)
        let open = try await share(
            loaded([knock], .single([.named("server")]) { $0.controls["gate"] = .level("open") }))
        #expect(driver.high == open)
        #expect(driver.low < report.today && report.today < driver.high)
        #expect(report.today == (try await share(loaded([knock], unknown))))
        // The wall stands between departments; nobody crosses one here.
        let walled = Organization.single([.named("server")]) { $0.controls["wall"] = .unknown }
        #expect(try await self.report(loaded([knock], walled)).drivers.isEmpty)
    }

    @Test func unknownCoverageAtItsEnds() async throws {
        let unknown = Organization.single([.named("server")]) {
            $0.controls["gate"] = .level("half") { $0.coverage = .unknown }
        }
        let driver = try #require(try await report(loaded([knock], unknown)).drivers.first)
        #expect(driver.id == "coverage/acme//gate")
        for (level, expected) in [("half", driver.low), ("open", driver.high)] {
            let known = Organization.single([.named("server")]) { $0.controls["gate"] = .level(level) }
            #expect(try await share(loaded([knock], known)) == expected)
        }
    }

    /// The same figure, written as exact at its 5 % and 95 % point.
    @Test func aCatalogFigureAtItsEnds() async throws {
        let step = Step.named("run", on: .server) { $0.technique = "T1059" }
        let organization = Organization.single([.named("server")]) { $0.controls["unsure"] = .level("some") }
        let driver = try #require(try await report(loaded([step], organization)).drivers.first)
        #expect(driver.id == "unsure/success" && driver.kind == .catalogFigure)
        for (point, expected) in [(0.05, driver.low), (0.95, driver.high)] {
            var catalog = TestCatalog.catalog
            let place = try #require(catalog.controls.firstIndex { $0.id == "unsure" })
            let value = DeterministicMath.pertQuantile(point, low: 0.1, likely: 0.5, high: 0.9)
            catalog.controls[place].levels[1].effects[0].success = Estimate(exactly: value)
            #expect(try await share(loaded([step], organization, catalog: catalog)) == expected)
        }
    }

    @Test func aScenarioFigureAtItsEnds() async throws {
        func step(_ chance: Estimate) -> Step {
            .named("guess", on: .server) { $0.probability = .value(chance) }
        }
        let range = Estimate(low: 0.2, likely: 0.3, high: 0.8, source: "A study", year: 2024)
        let organization = Organization.single([.named("server")])
        let driver = try #require(try await report(loaded([step(range)], organization)).drivers.first)
        #expect(driver.kind == .scenarioFigure && driver.advice.contains("A study (2024)"))
        for (point, expected) in [(0.05, driver.low), (0.95, driver.high)] {
            let value = DeterministicMath.pertQuantile(point, low: 0.2, likely: 0.3, high: 0.8)
            #expect(try await share(loaded([step(Estimate(exactly: value))], organization)) == expected)
        }
    }

    /// An attack that announces itself after an hour and needs ten more: how fast people act decides.
    @Test func anUnknownHandOffAtItsEnds() async throws {
        let steps = [
            Step.named("knock", on: .server) { $0.noticed = [.by(.announcement, from: .completion)] },
            Step.named("take", on: .server, after: [("knock", .sameAsset)], hours: 30),
        ]
        let organization = Organization.single([.named("server")]) {
            $0.response?.chain = [
                made(HandOff()) {
                    $0.id = "triage"
                    $0.by = "it"
                }
            ]
        }
        let report = try await report(loaded(steps, organization))
        let driver = try #require(report.drivers.first)
        #expect(driver.id == "response/hand-off/triage")
        #expect(driver.lowWords == "median 4 h" && driver.highWords == "median 3 d")
        #expect(driver.low < report.today && report.today < driver.high)
    }

    /// On the sample: levels at their ends against documents that state them, simulated in the whole exercise.
    @Test func unknownLevelsOfTheSample() async throws {
        let exercise = try Library.sample()
        let reports = try await NotKnowingAnalysis(exercise, settings: settings()).run()
        #expect(reports.count == exercise.organizations.count)
        var compared = 0
        for (place, report) in reports.enumerated() {
            let report = try #require(report)
            let id = exercise.organizations[place].id
            #expect(report.drivers.count <= NotKnowingAnalysis.limit)
            #expect(report.today == (try await share(exercise, organization: id, of: report.outcome)))
            for (one, next) in zip(report.drivers, report.drivers.dropFirst()) {
                #expect(one.high - one.low >= next.high - next.low)
            }
            for driver in report.drivers.filter({ $0.id.hasPrefix("level/\(id)//") }).prefix(2) {
                let control = try #require(
                    exercise.catalog.controls.first { driver.id == "level/\(id)//\($0.id)" })
                for level in [control.levels[0], control.levels[control.levels.count - 1]] {
                    var changed = exercise
                    changed.organizations[place].controls[control.id] = .level(level.id)
                    let expected = driver.lowWords == level.title ? driver.low : driver.high
                    #expect(try await share(changed, organization: id, of: report.outcome) == expected)
                }
                compared += 1
            }
        }
        #expect(compared > 0)
    }

    @Test func theWorstOutcomeIsThatOfTheRun() async throws {
        let exercise = try Library.sample()
        let run = try await Drill(exercise, settings: settings()).run(documents: [], runID: "test")
        let reports = try await NotKnowingAnalysis(exercise, settings: settings()).run()
        for (company, report) in zip(run.companies, reports) {
            let worst = try #require(company.worst(of: run.scenarios))
            #expect(
                report?.outcome == ObjectiveReference(scenario: worst.story.scenario, objective: worst.objective.id))
            let preset = try #require(report?.presets.first { $0.preset == "default" })
            #expect(preset.reached == worst.objective.reached)
            #expect(report?.presets.map(\.preset) == ["pessimistic", "default", "optimistic"])
        }
    }

    /// What moves most on few trials is among what is run on all.
    @Test func theWidestOnFewTrialsAreRunOnAll() async throws {
        let exercise = try Library.sample()
        func drivers(_ trials: Int) async throws -> [Driver] {
            let report = try await NotKnowingAnalysis(exercise, settings: settings(trials: trials)).run(
                organizations: ["harbor-credit"])
            return try #require(report.first ?? nil).drivers
        }
        let (few, all) = (try await drivers(1280), try await drivers(2592))
        #expect(few.count == NotKnowingAnalysis.limit && all.count == NotKnowingAnalysis.limit)
        #expect(Set(few.prefix(5).map(\.id)).isSubset(of: all.map(\.id)))
    }

    @Test func threadsAndKnownOutcomesChangeNothing() async throws {
        let exercise = try Library.sample()
        let chosen: Set<String> = ["harbor-credit", "meridian-bank"]
        let one = try await NotKnowingAnalysis(exercise, settings: settings(threads: 1)).run(organizations: chosen)
        let known = Dictionary(
            uniqueKeysWithValues: zip(["harbor-credit", "meridian-bank"], one.compactMap { $0?.outcome }))
        let eight = try await NotKnowingAnalysis(exercise, settings: settings(threads: 8)).run(
            organizations: chosen, outcomes: known)
        #expect(one == eight)
    }
}
