import DrillResults
import Foundation
import Reports
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
        // Twenty minutes by the watch in the room are no time in the story.
        #expect(outcomes["search"]?.outcome == .done)
        #expect(outcomes["search"]?.elapsedHours == nil)
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

    /// What nobody rated does not vanish behind a good rating of something else.
    @Test func noProposalOverAShortfall() throws {
        for word in ["no", "later", "partly"] {
            let rows = ",it,missing/search,yes,P,,\n,it,missing/contents,\(word),,,\n"
            #expect(try evaluate(rows).criteria[0].proposed == nil, "\(word)")
        }
        let rated = ",it,missing/search,yes,P,,\n,it,missing/contents,no,U,,\n"
        #expect(try evaluate(rated).criteria[0].proposed == .unable)
        let skipped = ",it,missing/search,yes,P,,\n,it,missing/contents,skipped,,,\n"
        #expect(try evaluate(skipped).criteria[0].proposed == .performed)
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

    /// Two evaluators, each with a file; the lead's word, where there is one, decides.
    private func evaluate(files: [(name: String, rows: String)]) throws -> Evaluation {
        let reading = ActionLogReader.read(
            files.map { (Array("time,team,inject,done,rating,note,after\n\($0.rows)".utf8), $0.name) },
            for: SampleSession.session)
        return Evaluation(of: SampleSession.session, log: try #require(reading.log))
    }

    @Test func evaluatorsMayDisagree() throws {
        let left = (name: "logs/left.csv", rows: ",it,missing/search,yes,P,quick,\n,it,stop-courier/stop,yes,,,\n")
        let right = (
            name: "logs/right.csv", rows: ",it,missing/search,no,U,nobody did,\n,it,stop-courier/go-on,yes,,,\n"
        )
        let open = try evaluate(files: [left, right])
        let search = try #require(open.actions.first { $0.action == "search" })
        #expect(search.outcome == .notAgreed)
        #expect(search.rating == nil)
        #expect(search.accounts.map(\.evaluator) == ["left", "right"])
        #expect(search.accounts.map(\.outcome) == [.done, .notDone])
        #expect(search.notes.map(\.evaluator) == ["left", "right"])
        #expect(open.decisions[0].taken == nil)
        #expect(open.decisions[0].accounts.map(\.option) == ["stop", "go-on"])
        #expect(open.improvements.isEmpty)

        let lead = (name: "lead.csv", rows: ",it,missing/search,no,U,the list was not found,\n")
        let decided = try #require(try evaluate(files: [left, right, lead]).actions.first { $0.action == "search" })
        #expect(decided.outcome == .notDone)
        #expect(decided.rating == .unable)
        #expect(decided.accounts.count == 3)
        let mute = "time,team,inject,done,evaluator\n,it,missing/search,no,lead\n"
        let refused = ActionLogReader.read(Array(mute.utf8), file: "a.csv", for: SampleSession.session)
        #expect(refused.diagnostics.map(\.message) == ["the lead evaluator decides without a reason"])
    }

    @Test func theRoomIsWiderThanTheScenario() throws {
        let evaluation = try evaluate(
            ",,improvised: the bank calls,yes,,they asked for proof,\n10:40,it,stop-courier/other,yes,,two vans,\n")
        #expect(evaluation.improvised.map(\.title) == ["the bank calls"])
        #expect(evaluation.decisions[0].taken == DecisionResult.other)
        #expect(evaluation.decisions[0].regret == nil)
        #expect(evaluation.decisions[0].notes.map(\.text) == ["two vans"])
        #expect(try evaluate(",it,stop-courier/postponed,yes,,,\n").decisions[0].taken == DecisionResult.postponed)
        #expect(try evaluate("10:00,,Inject 1,,,,\n").injectTimes == ["missing": "10:00"])
    }

    @Test(arguments: [
        ("ask anna@larch.example today", true), ("call +49 30 123456", true), ("0171 2345678", true),
        ("done 2026-11-24 at 10:40", false), ("0930-1015", false), ("5,000 records @ noon", false),
    ])
    func addressesInNotesAreWarnedAbout(note: String, isWarned: Bool) {
        let text = "time,team,inject,done,note\n,it,missing/search,yes,\"\(note)\"\n"
        let reading = ActionLogReader.read(Array(text.utf8), file: "a.csv", for: SampleSession.session)
        #expect(reading.log != nil)
        #expect(reading.diagnostics.contains { $0.rule == "contact" } == isWarned)
    }

    @Test func everyNoteStandsInTheReportOnce() throws {
        let session = SampleSession.session
        let text = """
            time,team,inject,done,rating,note,strength,after
            ,it,missing,,,note-inject,,
            ,it,missing/search,no,,note-plan,strength-one,
            ,it,missing/contents,yes,,note-done,,1 h
            ,it,stop-courier/stop,yes,,note-taken,,
            ,it,stop-courier/go-on,no,,note-untaken,,
            ,,evaluation/handling,,M,note-criterion,,
            ,,evaluation/telling,,P,note-rated,strength-two,
            ,,new: a storm,yes,,note-storm,,
            """
        let log = try #require(ActionLogReader.read(Array(text.utf8), file: "a.csv", for: session).log)
        let evaluation = Evaluation(of: session, log: log)
        let files = PaperWriter.record(session, evaluation, formats: [.html])
        let report = try #require(files.first { $0.path == "after-action-report.html" })
        let page = String(decoding: report.bytes, as: UTF8.self)
        let notes = log.entries.map(\.note) + log.entries.map(\.strength)
        for note in notes where !note.isEmpty {
            #expect(page.components(separatedBy: note).count == 2, "\(note)")
        }
        #expect(evaluation.improvements.flatMap(\.findings).map(\.text) == ["note-criterion", "note-plan"])
    }

    @Test("a strength that is only ticked is what was noted; a tick without words asks for them")
    func tickedStrengths() throws {
        func read(_ row: String) -> ActionLogReader.Reading {
            let text = "time,team,inject,done,note,strength\n\(row)\n"
            return ActionLogReader.read(Array(text.utf8), file: "a.csv", for: SampleSession.session)
        }
        let ticked = try #require(read(",it,missing/search,yes,found within minutes,x").log?.entries.first)
        #expect(ticked.strength == "found within minutes" && ticked.note.isEmpty)
        let crossed = try #require(read(",it,missing/search,yes,found at last,no").log?.entries.first)
        #expect(crossed.strength.isEmpty && crossed.note == "found at last")
        let bare = read(",it,missing/search,yes,,yes")
        #expect(bare.log == nil && bare.diagnostics.first?.message.contains("nothing says what went well") == true)
    }

    /// On the path that was played the usual option is not what it is without people.
    @Test func regretIsThatOfThePathPlayed() throws {
        var session = SampleSession.session
        var option = session.forecast.options[0]
        option.comparison.objectives[0].before = SampleSession.share(24)
        option.comparison.objectives[0].after = SampleSession.share(20)
        session.path = PlayedPath(options: [option], joint: option.comparison)
        let text = "time,team,inject,done\n,it,stop-courier/go-on,yes\n"
        let log = try #require(ActionLogReader.read(Array(text.utf8), file: "a.csv", for: session).log)
        let decision = Evaluation(of: session, log: log).decisions[0]
        #expect(decision.probabilities == ["go-on": 0.024, "stop": 0.020])
        #expect(abs((decision.regret ?? 0) - 0.004) < 1e-9)
    }

    @Test func everyCountIsApart() throws {
        let evaluation = try evaluate(
            ",it,missing/search,partly,,,\n,it,missing/contents,later,,,\n,,missing/tell,skipped,,,\n,,who-called,yes,,,\n"
        )
        #expect(evaluation.count(.partly) == 1)
        #expect(evaluation.count(.postponed) == 1)
        #expect(evaluation.count(.skipped) == 1)
        #expect(evaluation.count(.done) == 1)
        #expect(evaluation.count(.notEvaluated) == 1)
        let counts = ActionResult.Outcome.allCases.map { evaluation.count($0) }
        #expect(counts.reduce(0, +) == evaluation.actions.count)
        // What was skipped is no failure; what was put off or done in part falls short.
        #expect(evaluation.improvements.map(\.reason) == [.postponed, .partly])
        let summary = PeopleSummary(evaluation, titles: [:], session: "s")
        #expect(summary.partly == 1 && summary.postponed == 1)
        #expect(summary.notDone == 0 && summary.notEvaluated == 2)
    }

    @Test func thoseOutcomesStandInTheReport() throws {
        let evaluation = try evaluate(
            ",it,missing/search,partly,,,\n,it,missing/contents,later,,,\n,,missing/tell,skipped,,,\n")
        let files = PaperWriter.record(SampleSession.session, evaluation, formats: [.html])
        let report = try #require(files.first { $0.path == "after-action-report.html" })
        let page = String(decoding: report.bytes, as: UTF8.self)
        for words in [
            "Partly done, which does not count as done", "Put off until after the meeting",
            "Skipped, so not evaluated (no failure)", "<strong><bdi>partly done</bdi></strong>",
            "<strong><bdi>put off</bdi></strong>",
            "<strong><bdi>skipped, not evaluated</bdi></strong>", "expected action put off",
        ] { #expect(page.contains(words), "\(words)") }
    }

    /// Who skipped disagrees with nobody; a lead who skips takes the rating back.
    @Test func skippedBesideOthers() throws {
        let left = (name: "left.csv", rows: ",it,missing/search,yes,P,,\n")
        let right = (name: "right.csv", rows: ",it,missing/search,skipped,,,\n")
        let search = try #require(try evaluate(files: [left, right]).actions.first { $0.action == "search" })
        #expect(search.outcome == .done)
        #expect(search.rating == .performed)
        let lead = (name: "lead.csv", rows: ",it,missing/search,skipped,,we never came to it,\n")
        let decided = try #require(try evaluate(files: [left, right, lead]).actions.first { $0.action == "search" })
        #expect(decided.outcome == .skipped)
        #expect(decided.rating == nil)
        let partly = (name: "right.csv", rows: ",it,missing/search,partly,S,,\n")
        let open = try #require(try evaluate(files: [left, partly]).actions.first { $0.action == "search" })
        #expect(open.outcome == .notAgreed)
        #expect(open.accounts.map(\.outcome) == [.done, .partly])
    }

    /// Half of an option is what no option says; where all were put off, so was the decision.
    @Test func optionsInPart() throws {
        #expect(try evaluate(",it,stop-courier/stop,partly,,,\n").decisions[0].taken == DecisionResult.other)
        let later = try evaluate(",it,stop-courier/stop,later,,,\n,it,stop-courier/go-on,later,,,\n").decisions[0]
        #expect(later.taken == DecisionResult.postponed)
        let taken = try evaluate(",it,stop-courier/stop,later,,,\n,it,stop-courier/go-on,yes,,,\n").decisions[0]
        #expect(taken.taken == "go-on")
        #expect(try evaluate(",it,stop-courier/stop,skipped,,,\n").decisions[0].taken == nil)
    }

    /// A record that was written before these outcomes existed.
    @Test func oldRecordsAreRead() throws {
        let path = SampleSession.fixtures.appending(path: "Records/before-partly.json")
        let evaluation = try JSONDecoder().decode(Evaluation.self, from: Data(contentsOf: path))
        #expect(evaluation.actions.map(\.outcome) == [.notEvaluated, .done, .late, .notDone, .notAgreed])
        #expect(evaluation.improvements.map(\.reason) == [.notDone, .late])
        #expect(evaluation.improvised.map(\.done) == [true])
    }
}
