import DrillResults
import Scenarios
import Tabletop
import Testing

@Suite struct EvaluationTests {
    private func evaluate(_ rows: String) throws -> Evaluation {
        let text = "time,team,inject,done,rating,note,after\n" + rows
        let reading = ActionLogReader.read(Array(text.utf8), file: "a.csv", for: SampleSession.session)
        let log = try #require(reading.log, "\(reading.diagnostics.map(\.text))")
        return Evaluation(of: SampleSession.session, log: log)
    }

    @Test func nothingTypedIsNotEvaluated() throws {
        let evaluation = try evaluate("")
        #expect(evaluation.count(.notEvaluated) == 5)
        #expect(evaluation.count(.notDone) == 0)
        #expect(evaluation.improvements.isEmpty)
        #expect(evaluation.decisions.map(\.taken) == [nil])
        #expect(evaluation.decisions[0].regret == nil)
        #expect(evaluation.criteria.allSatisfy { $0.rating == nil })
    }

    @Test func inTimeLateAndNot() throws {
        let evaluation = try evaluate(
            """
            10:00,,missing,,,,
            10:20,it,missing/search,yes,P,,
            10:30,it,missing/contents,yes,,,2 d
            ,it,missing/tell,no,,nobody thought of it,
            """)
        let outcomes = Dictionary(uniqueKeysWithValues: evaluation.actions.map { ($0.action, $0) })
        #expect(outcomes["search"]?.outcome == .inTime)
        #expect(outcomes["search"]?.clock == .meeting)
        #expect(outcomes["contents"]?.outcome == .late)
        #expect(outcomes["contents"]?.elapsedHours == 48)
        #expect(outcomes["tell"]?.outcome == .notDone)
        #expect(outcomes["hear-him"]?.outcome == .notEvaluated)
        #expect(evaluation.improvements.map(\.reason) == [.notDone, .late])
        #expect(evaluation.improvements[0].owners == ["IT & networks"])
        #expect(evaluation.injectTimes == ["missing": "10:00"])
    }

    @Test func aRowForTheInjectAnswersForItsActions() throws {
        let evaluation = try evaluate("10:05,it,missing,yes,S,went well,\n,,missing/tell,no,,,\n")
        #expect(evaluation.actions.filter { $0.inject == "missing" }.map(\.outcome) == [.done, .done, .notDone])
        #expect(evaluation.injectNotes["missing"]?.map(\.text) == ["went well"])
        // No rating of a criterion: the lowest of its actions is proposed, and called so.
        #expect(evaluation.criteria[0].rating == nil)
        #expect(evaluation.criteria[0].proposed == .someChallenges)
    }

    @Test func ratingsSeedTheImprovementPlan() throws {
        let evaluation = try evaluate(",,evaluation/handling,,M,slow,\n,,evaluation/telling,,not evaluated,,\n")
        #expect(evaluation.criteria.map(\.rating) == [.majorChallenges, nil])
        #expect(evaluation.improvements.map(\.reason) == [.majorChallenges])
        #expect(evaluation.improvements[0].owners == ["IT & networks", "Security desk"])
    }

    @Test func decisionRegret() throws {
        let usual = try evaluate("10:30,it,stop-courier/go-on,yes,,,\n").decisions[0]
        #expect(usual.taken == "go-on")
        #expect(usual.best == "stop")
        #expect(abs((usual.regret ?? 0) - 0.17) < 1e-9)
        #expect(usual.effect == nil)
        let stopped = try evaluate("10:30,it,stop-courier/stop,yes,,,\n,,stop-courier/go-on,no,,,\n").decisions[0]
        #expect(stopped.regret == 0)
        #expect(stopped.effect?.unchangedTrials == 830)
    }

    @Test func everyCountIsApart() throws {
        let evaluation = try evaluate(",it,missing/search,no,,,\n,it,missing/contents,yes,,,\n")
        let counts = ActionResult.Outcome.allCases.map { evaluation.count($0) }
        #expect(counts == [0, 0, 1, 1, 3])
        #expect(counts.reduce(0, +) == evaluation.actions.count)
    }
}
