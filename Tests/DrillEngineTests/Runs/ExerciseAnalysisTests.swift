import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Analyses that share a company's trials say what each says alone.
@Suite struct ExerciseAnalysisTests {
    private func exercise() throws -> LoadedExercise {
        var loaded = try Library.sample()
        // Both depend on the third, so that somebody else's numbers are in the graphs.
        loaded.organizations = loaded.organizations.filter {
            ["ironvale-works", "harbor-credit", "northgate-it"].contains($0.id)
        }
        loaded.scenarios = Array(loaded.scenarios.prefix(2))
        return loaded
    }

    private func settings(threads: Int) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = 3_000
                $0.worlds = 4
                $0.seed = 5
            }, threads: threads)
    }

    private func together(threads: Int) async throws -> (result: RunResult, analysis: RunAnalysis) {
        let (loaded, settings) = (try exercise(), settings(threads: threads))
        let pass = try await Drill(loaded, settings: settings).pass(reading: .everything)
        let result = pass.result(documents: [], runID: "run")
        return (result, try await ExerciseAnalysis(loaded, settings: settings, effort: 60).run(of: result, pass: pass))
    }

    @Test func whatIsAskedTogetherIsWhatIsAskedAlone() async throws {
        let (loaded, settings) = (try exercise(), settings(threads: 2))
        let (result, analysis) = try await together(threads: 2)
        let weaknesses = try await WeaknessAnalysis(loaded, settings: settings).run()
        #expect(analysis.companies.map(\.weaknesses) == weaknesses)
        #expect(analysis.companies.map(\.scores) == (try await ScoreAnalysis(loaded, settings: settings).run()))
        let plans = try await PlanAnalysis(loaded, settings: settings, limit: .effort(60)).run()
        #expect(analysis.companies.map(\.plan) == plans.map(\.plan))
        var outcomes: [String: ObjectiveReference] = [:]
        for company in result.companies {
            outcomes[company.id] = company.worst(of: result.scenarios).map {
                ObjectiveReference(scenario: $0.story.scenario, objective: $0.objective.id)
            }
        }
        let unknowns = NotKnowingAnalysis(loaded, settings: settings)
        let alone = try await unknowns.run(weaknesses: weaknesses)
        #expect(analysis.companies.map(\.notKnowing) == alone)
        #expect(alone == (try await unknowns.run(outcomes: outcomes, weaknesses: weaknesses)))
        #expect(alone.contains { $0?.drivers.isEmpty == false })
    }

    @Test func threadsChangeNothing() async throws {
        #expect(try await together(threads: 1).analysis == together(threads: 8).analysis)
    }
}
