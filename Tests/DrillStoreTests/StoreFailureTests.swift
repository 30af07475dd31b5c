import DrillResults
import DrillStore
import Foundation
import Testing

/// What disks and other programs do to a store.
@Suite struct StoreFailureTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func closedToOthers() throws {
        let store = try RunStore(path: folder.store)
        try store.save(run(), documents: [], created: noon, report: nil)
        #expect(try folder.permissions(of: folder.path + "/private") == 0o700)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/private") {
            #expect(try folder.permissions(of: folder.path + "/private/" + file) == 0o600, "\(file)")
        }
    }

    @Test func anOpenFileIsClosedToOthers() throws {
        let path = folder.path + "/runs.sqlite"
        #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o644]))
        _ = try RunStore(path: path)
        #expect(try folder.permissions(of: path) == 0o600)
    }

    @Test func noFolderCanBeMadeUnderAFile() throws {
        let file = folder.path + "/file"
        try Data("x".utf8).write(to: URL(filePath: file))
        let error = #expect(throws: StoreError.self) { try RunStore(path: file + "/runs.sqlite") }
        guard case .cannotOpen(let path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == file + "/runs.sqlite")
    }

    @Test func aFolderIsNoFile() throws {
        #expect(throws: StoreError.cannotOpen(path: folder.path, reason: "Is a directory")) {
            try RunStore(path: folder.path)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write anywhere"))
    func aReadOnlyFolder() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
        let path = folder.path + "/runs.sqlite"
        #expect(throws: StoreError.cannotOpen(path: path, reason: "Permission denied")) { try RunStore(path: path) }
    }

    @Test(arguments: ["this is no database, though it is long enough to be looked at", "SQLite format 3\u{0}rest"])
    func aFileOfSomethingElse(content: String) throws {
        let path = folder.path + "/runs.sqlite"
        let bytes = Data((content + String(repeating: ".", count: 2_000)).utf8)
        try bytes.write(to: URL(filePath: path))
        let error = #expect(throws: StoreError.self) { try RunStore(path: path) }
        guard case .corrupt(path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }

    @Test func aDamagedFile() throws {
        do {
            let store = try RunStore(path: folder.store)
            for _ in 1...20 { try store.save(run(), documents: [document("a", "x")], created: noon, report: nil) }
        }
        var bytes = try Data(contentsOf: URL(filePath: folder.store))
        for index in 4_096..<bytes.count { bytes[index] = 0x5A }
        try bytes.write(to: URL(filePath: folder.store))
        let error = #expect(throws: StoreError.self) { try RunStore(path: folder.store).load("last") }
        guard case .corrupt(folder.store, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func anotherProgramsDatabaseIsLeftAlone() throws {
        do { _ = try RunStore(path: folder.store) }
        // The application id lies at byte 68 of the file (sqlite.org/fileformat2.html).
        var bytes = try Data(contentsOf: URL(filePath: folder.store))
        bytes.replaceSubrange(68..<72, with: [0, 0, 0, 1])
        try bytes.write(to: URL(filePath: folder.store))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.store)
        #expect(throws: StoreError.notAStore(path: folder.store)) { try RunStore(path: folder.store) }
        #expect(try Data(contentsOf: URL(filePath: folder.store)) == bytes)
        #expect(try folder.permissions(of: folder.store) == 0o644)
    }

    @Test func aLaterVersionsFileIsLeftAlone() throws {
        do {
            let later = try RunStore(path: folder.store, maximumPages: nil, laterMigrations: ["2 sessions"])
            try later.save(run(), documents: [], created: noon, report: nil)
        }
        let before = try Data(contentsOf: URL(filePath: folder.store))
        #expect(throws: StoreError.newerSchema(path: folder.store, migrations: ["2 sessions"])) {
            try RunStore(path: folder.store)
        }
        #expect(try Data(contentsOf: URL(filePath: folder.store)) == before)
    }

    @Test func numbersThatNoFileCanKeep() throws {
        let store = try RunStore(path: folder.store)
        var result = run()
        result.scenarios = [
            ScenarioInfo(id: "s", title: "", summary: "", horizonHours: .nan, retells: [], steps: [], objectives: [])
        ]
        let error = #expect(throws: StoreError.self) {
            try store.save(result, documents: [], created: noon, report: nil)
        }
        guard case .notStorable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try store.list() == [])
    }
}

// MARK: All or nothing

extension StoreFailureTests {
    @Test func aFullDiskKeepsWhatWasThere() throws {
        // 64 pages of 4 KiB are full in the middle of the second run's documents.
        let store = try RunStore(path: folder.store, maximumPages: 64)
        try store.save(run(), documents: [document("a", "x")], created: noon, report: nil)
        let documents = (0..<10).map { document("\($0)", "\($0)" + String(repeating: "y", count: 50_000)) }
        #expect(throws: StoreError.full(path: folder.store)) {
            try store.save(run(title: "too much"), documents: documents, created: noon, report: nil)
        }
        #expect(try store.list().map(\.exerciseTitle) == ["Autumn drill"])
        // Its first documents left no trace either: they fit again.
        let second = try store.save(run(title: "fits"), documents: [documents[0]], created: noon, report: nil)
        #expect(try store.documents(of: "\(second)") == [documents[0]])
    }

    @Test func killedBeforeItsEndARunIsNotThere() throws {
        let store = try RunStore(path: folder.store)
        try store.save(run(), documents: [document("a", "x")], created: noon, report: nil)
        let copy = folder.path + "/copy"
        // More than SQLite's cache, so that unfinished pages are in the file when it is copied.
        let large = document("large", String(repeating: "z", count: 8_000_000))
        try store.save(run(title: "unfinished"), documents: [large], created: noon, report: nil) {
            try FileManager.default.copyItem(atPath: folder.path + "/private", toPath: copy)
        }
        let survivor = try RunStore(path: copy + "/runs.sqlite")
        #expect(try survivor.list().map(\.exerciseTitle) == ["Autumn drill"])
        #expect(try survivor.documents(of: "last") == [document("a", "x")])
        #expect(try store.list().count == 2)
    }

    @Test func killedRightAfterItsEndARunIsThere() throws {
        let store = try RunStore(path: folder.store)
        try store.save(run(), documents: [document("a", "x")], created: noon, report: nil)
        let copy = folder.path + "/copy"
        try FileManager.default.copyItem(atPath: folder.path + "/private", toPath: copy)
        #expect(try RunStore(path: copy + "/runs.sqlite").load("last").result == run())
        withExtendedLifetime(store) {}
    }

    @Test func whatFailsAtTheEndIsUndone() throws {
        let store = try RunStore(path: folder.store)
        struct Interrupted: Error {}
        #expect(throws: StoreError.self) {
            try store.save(run(), documents: [document("a", "x")], created: noon, report: nil) { throw Interrupted() }
        }
        #expect(try store.list() == [])
        #expect(try store.save(run(), documents: [], created: noon, report: nil) == 1)
    }
}

// MARK: Sentences

extension StoreFailureTests {
    @Test(
        arguments: [
            (
                .cannotOpen(path: "p", reason: "Permission denied"),
                "Cannot open the stored runs at p: Permission denied."
            ),
            (.full(path: "p"), "The disk is full: nothing was added to the stored runs at p."),
            (
                .notFound(reference: "abc"),
                "There is no stored run \"abc\". Say \"last\", a run's number, or at least 4 first digits of its id."
            ),
            (
                .ambiguous(reference: "abcd", runIDs: ["abcd1", "abcd2"]),
                "\"abcd\" fits 2 runs: abcd1, abcd2. Give more digits."
            ),
        ] as [(StoreError, String)])
    func errorsSpeak(error: StoreError, sentence: String) {
        #expect("\(error)" == sentence)
    }
}
