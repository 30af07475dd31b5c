import DrillResults
import DrillStore
import Foundation
import GRDB
import Testing

func lever(_ id: String, scope: String = "whole company") -> Lever {
    Lever(
        id: LeverID(id) ?? .containment(.all), family: "access", title: "Multi-factor authentication", scope: scope,
        department: nil, now: "None", target: "FIDO2 keys", action: "Multi-factor authentication: FIDO2 keys.",
        effort: Effort(low: 5, likely: 15, high: 40), mitigations: ["M1032"], nist: ["IA-2"], twoWay: nil)
}

func action(_ title: String = "Keys", lever: Lever? = lever("mfa/fido2"), due: String? = nil) -> RegisteredAction {
    RegisteredAction(
        organization: "harbor-credit", lever: lever, title: title, owner: "IT operations", due: due, source: "run 1",
        created: noon)
}

/// The register in the store.
@Suite struct ActionRegisterTests {
    private let folder: TemporaryFolder
    private let store: RunStore

    init() throws {
        folder = try TemporaryFolder()
        store = try RunStore(path: folder.store)
    }

    @Test func keptAsTheyAre() throws {
        var timed = action("Faster", lever: nil, due: "2027-01-31")
        timed.targetHours = 1.5
        let added = try store.add([action(), timed])
        #expect(added.map(\.id) == ["A-1", "A-2"])
        #expect(try RunStore(path: folder.store).actions() == added)
        var changed = added[1]
        changed.isDone = true
        changed.closedBy = "a1"
        try store.update([changed])
        #expect(try store.actions() == [added[0], changed])
        let renamed = try store.changeAction(1) { $0.owner = "Security" }
        #expect(renamed.owner == "Security" && renamed.number == 1)
    }

    @Test func numbersAreNotGivenTwiceAndStrangersAreRefused() throws {
        try store.add([action()])
        #expect(try store.deleteAction(1).title == "Keys")
        #expect(throws: StoreError.noAction(id: "A-1")) { try store.deleteAction(1) }
        #expect(throws: StoreError.noAction(id: "A-1")) { try store.changeAction(1) { $0.isDone = true } }
        #expect(try store.add([action()]).map(\.number) == [2])
        // All or none: the second is not there, so the first stays as it was.
        var (first, second) = (try store.actions()[0], action())
        first.isDone = true
        second.number = 9
        #expect(throws: StoreError.noAction(id: "A-9")) { try store.update([first, second]) }
        #expect(try store.actions().map(\.isDone) == [false])
    }

    @Test func actionsOutliveTheRunThatShowedThem() throws {
        try store.save(run(), documents: [], created: noon, report: nil)
        try store.add([action()])
        try store.delete("last")
        #expect(try store.actions().count == 1)
    }

    @Test func analysesComeBackAndGoWithTheirRun() throws {
        let analysis = RunAnalysis(
            modelVersion: "1", catalogRelease: "2026.11", runID: run().runID, seed: 7, trials: 10, worlds: 1,
            companies: [
                CompanyAnalysis(
                    organization: "harbor-credit",
                    weaknesses: WeaknessReport(
                        organization: "harbor-credit", weaknesses: [], tripwires: [],
                        withoutEffect: [lever("mfa/fido2")]))
            ])
        try store.save(run(), documents: [], created: noon, report: nil, analysis: analysis)
        try store.save(run(title: "second"), documents: [], created: noon, report: nil)
        #expect(try store.load("1").analysis == analysis)
        #expect(try store.load("2").analysis == nil)
        #expect(try store.newest(ofExercise: "autumn-drill", before: 2)?.analysis == analysis)
        #expect(try store.newest(ofExercise: "autumn-drill", before: 1) == nil)
        #expect(try store.newest(ofExercise: "spring-drill") == nil)
        try store.delete("1")
        #expect(try store.newest(ofExercise: "autumn-drill", before: 2) == nil)
    }

    /// A store as the first version made it: the runs stay, the rest is added.
    @Test func anOldStoreIsBroughtUpToDate() throws {
        try store.save(run(), documents: [document("a", "x")], created: noon, report: nil)
        let queue = try DatabaseQueue(path: folder.store)
        try queue.write { db in
            try db.execute(
                sql: """
                    DROP TABLE actions;
                    ALTER TABLE runs DROP COLUMN analysis;
                    DELETE FROM grdb_migrations WHERE identifier <> '1 runs and documents';
                    """)
        }
        try queue.close()
        let again = try RunStore(path: folder.store)
        #expect(try again.load("last") == StoredRun(entry: store.load("last").entry, result: run()))
        #expect(try again.documents(of: "last") == [document("a", "x")])
        #expect(try again.add([action()]).map(\.id) == ["A-1"])
    }
}

/// What becomes of an action.
@Suite struct ActionStateTests {
    private func standing(_ level: LeverStanding.Level, tested: Bool = true) -> LeverStanding {
        LeverStanding(level: level, now: "Prompt on the phone", isTested: tested)
    }

    @Test(
        "state by what the documents say, what is said, and what was found before",
        arguments: [
            (LeverStanding.Level.below, true, false, false, ActionStatus.State.open),
            (.below, true, true, false, .open), (.below, true, true, true, .reopened),
            (.reached, true, false, false, .closed),
            (.reached, false, true, false, .neverRetested), (.reached, false, false, false, .neverRetested),
            (.reached, false, true, true, .closed), (.unknown, false, false, false, .open),
            (.unknown, false, false, true, .reopened), (.gone, false, true, false, .neverRetested),
            (.gone, false, false, false, .open),
        ])
    func states(
        level: LeverStanding.Level, tested: Bool, isDone: Bool, wasClosed: Bool, expected: ActionStatus.State
    ) {
        var action = action()
        action.isDone = isDone
        action.closedBy = wasClosed ? "b2" : nil
        let status = action.status(standing(level, tested: tested), today: "2026-11-25")
        #expect(status.state == expected, "\(status.why)")
        #expect(!status.why.isEmpty)
    }

    @Test func whatNoRunTests() {
        var action = action("Rehearse", lever: nil)
        #expect(action.status(nil, today: "2026-11-25").state == .open)
        action.isDone = true
        #expect(action.status(nil, today: "2026-11-25").state == .neverRetested)
    }

    @Test("overdue from the day after, unless settled")
    func overdue() {
        let action = action(due: "2027-01-31")
        #expect(!action.status(standing(.below), today: "2027-01-31").isOverdue)
        #expect(action.status(standing(.below), today: "2027-02-01").isOverdue)
        #expect(!action.status(standing(.reached), today: "2027-02-01").isOverdue)
        #expect(action.status(standing(.reached, tested: false), today: "2027-02-01").isOverdue)
        var done = action
        done.isDone = true
        #expect(!done.status(standing(.reached, tested: false), today: "2027-02-01").isOverdue)
    }

    @Test("closed, then reopened, then closed again, over three runs")
    func history() {
        var action = action()
        action.number = 3
        for (level, expected) in [
            (LeverStanding.Level.reached, ActionStatus.State.closed), (.below, .reopened), (.reached, .closed),
        ] {
            let report = ActionReport(actions: [action], standings: [3: standing(level)], today: "2026-11-25")
            #expect(report.actions.map(\.state) == [expected])
            #expect(report.actions.map(\.id) == ["A-3"])
            action = action.checked(report.actions[0], runID: "run-\(level)")
        }
        #expect(action.closedBy == "run-reached" && action.checkedBy == "run-reached")
        #expect(ActionReport(actions: [action], standings: [:], today: "2026-11-25").previousRun == "run-reached")
    }

    @Test(
        arguments: [
            ("IT operations", true), ("  ", false), ("ann@example.com", false), ("CISO", true),
            (String(repeating: "x", count: 81), false),
        ])
    func owners(owner: String, isGood: Bool) { #expect((ActionField.problem(owner: owner) == nil) == isGood) }

    @Test(
        arguments: [
            ("2027-01-31", true), ("2027-02-29", false), ("2028-02-29", true), ("31.01.2027", false),
            ("2027-1-31", false),
            ("2027-13-01", false), ("2027-00-10", false), ("2027-01-00", false), ("", false), ("20270-1-31", false),
        ])
    func dates(date: String, isGood: Bool) { #expect((ActionField.problem(due: date) == nil) == isGood) }

    @Test(
        arguments: [("A-3", 3), ("a-12", 12), ("7", 7), ("A-", nil), ("B-3", nil), ("A-x", nil), ("-3", nil)]
            as [(String, Int?)])
    func names(text: String, number: Int?) { #expect(RegisteredAction.number(in: text) == number) }
}
