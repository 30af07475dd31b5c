import DrillResults
import DrillStore
import Foundation
import Testing

/// Saving, listing, naming, deleting.
@Suite struct RunStoreTests {
    private let folder: TemporaryFolder
    private let store: RunStore

    init() throws {
        folder = try TemporaryFolder()
        store = try RunStore(path: folder.store)
    }

    @Test func whatIsSavedIsLoaded() throws {
        let result = run(seed: .max)
        let documents = [document("b", "second"), document("a", "first")]
        let sequence = try store.save(result, documents: documents, created: noon, report: "out/index.html")
        let loaded = try store.load("last")
        #expect(loaded.result == result)
        #expect(
            loaded.entry
                == RunEntry(
                    sequence: sequence, runID: result.runID, created: noon, exerciseID: "autumn-drill",
                    exerciseTitle: "Autumn drill", seed: .max, trials: 10_000, worlds: 40, preset: "default",
                    modelVersion: "1", catalogRelease: "2026.11", marking: "TLP:AMBER", report: "out/index.html"))
        #expect(try store.documents(of: "last") == documents)
    }

    @Test func openedAgainItIsStillThere() throws {
        try store.save(run(), documents: [document("a", "x")], created: noon, report: nil)
        let again = try RunStore(path: folder.store)
        #expect(try again.load("last").result == run())
        #expect(try again.list().map(\.report) == [nil])
    }

    @Test func theNewestComesFirst() throws {
        #expect(try store.list() == [])
        for title in ["one", "two", "three"] {
            try store.save(run(title: title), documents: [], created: noon, report: nil)
        }
        #expect(try store.list().map(\.exerciseTitle) == ["three", "two", "one"])
        #expect(try store.list().map(\.sequence) == [3, 2, 1])
    }

    @Test func theSameRunTwiceIsListedTwiceUnderOneID() throws {
        try store.save(run(), documents: [document("a", "x")], created: noon, report: nil)
        try store.save(run(), documents: [document("a", "x")], created: noon, report: "second")
        #expect(try store.list().map(\.runID) == [run().runID, run().runID])
        // Its id names the newest of them; that is not ambiguous.
        #expect(try store.load("a1a1").entry.report == "second")
    }
}

// MARK: Names

extension RunStoreTests {
    @Test(
        arguments: [
            ("last", 4), ("1", 1), ("3", 3), ("abcd", 1), ("ABCD12", 1), ("abce", 2), ("12345", 3), ("1234567", 3),
            ("002", 2), ("0002d", 4),
        ] as [(String, Int)])
    func namesOfRuns(reference: String, sequence: Int) throws {
        try saveFour()
        #expect(try store.load(reference).entry.sequence == sequence)
    }

    @Test(arguments: [
        "", "5", "0", "-1", "abc", "abcf", "latest", "xyz1", "99999999999999999999999", "a b c d", "%%%%", "____",
        "' OR 1=1 --", String(repeating: "a", count: 65),
    ])
    func namesOfNothing(reference: String) throws {
        try saveFour()
        #expect(throws: StoreError.notFound(reference: reference)) { try store.load(reference) }
        #expect(throws: StoreError.notFound(reference: reference)) { try store.delete(reference) }
        #expect(throws: StoreError.notFound(reference: reference)) { try store.documents(of: reference) }
    }

    @Test func aNumberWinsOverTheBeginningOfAnID() throws {
        try saveFour()
        // The fourth run's id begins with 0002.
        #expect(try store.load("0002").entry.sequence == 2)
        try store.delete("2")
        #expect(try store.load("0002").entry.sequence == 4)
    }

    @Test func differentRunsThatBeginAlikeAreAmbiguous() throws {
        try saveFour()
        let twin = "abcd9" + String(repeating: "0", count: 59)
        try store.save(run(id: twin), documents: [], created: noon, report: nil)
        let expected = StoreError.ambiguous(reference: "abcd", runIDs: [Self.first, twin])
        #expect(throws: expected) { try store.load("abcd") }
        #expect(throws: expected) { try store.delete("abcd") }
        #expect(try store.load("abcd9").entry.runID == twin)
    }

    private static let first = "abcd1" + String(repeating: "2", count: 59)

    private func saveFour() throws {
        for id in [
            Self.first, "abce" + String(repeating: "3", count: 60), "1234567" + String(repeating: "c", count: 57),
            "0002" + String(repeating: "d", count: 60),
        ] {
            try store.save(run(id: id), documents: [], created: noon, report: nil)
        }
    }
}

// MARK: Deleting

extension RunStoreTests {
    @Test func documentsGoWithTheLastRunThatReadThem() throws {
        let (shared, own) = (document("shared", "both"), document("own", "only the first"))
        try store.save(run(), documents: [shared, own], created: noon, report: nil)
        try store.save(run(title: "second"), documents: [shared], created: noon, report: nil)
        #expect(try store.delete("1").exerciseTitle == "Autumn drill")
        #expect(try store.list().map(\.sequence) == [2])
        #expect(try store.documents(of: "2") == [shared])
        try RunStore(path: folder.store).delete("last")
        #expect(try store.list() == [])
        #expect(throws: StoreError.notFound(reference: "last")) { try store.load("last") }
    }

    @Test func whatWasDeletedIsNoLongerInTheFile() throws {
        let path = folder.path + "/other.sqlite"
        let secret = "the only copy of this document"
        func fileHoldsIt() throws -> Bool {
            try Data(contentsOf: URL(filePath: path)).range(of: Data(secret.utf8)) != nil
        }
        // Closed each time, so that nothing waits in the journal.
        do { try RunStore(path: path).save(run(), documents: [document("a", secret)], created: noon, report: nil) }
        #expect(try fileHoldsIt())
        do { try RunStore(path: path).delete("last") }
        #expect(try !fileHoldsIt())
    }

    @Test func numbersAreNotGivenTwice() throws {
        try store.save(run(), documents: [], created: noon, report: nil)
        try store.delete("last")
        #expect(try store.save(run(), documents: [], created: noon, report: nil) == 2)
    }

    @Test func oneDigestIsKeptOnceUnderAllItsNames() throws {
        var copy = document("a", "x")
        copy.digest.path = "copy.json"
        try store.save(run(), documents: [document("a", "x"), copy], created: noon, report: nil)
        #expect(try store.documents(of: "last") == [document("a", "x"), copy])
    }
}
