import DrillStore
import Foundation
import GRDB
import Synchronization
import Testing

/// A first start may end at any write, and need not be alone; the next one goes on from what is there.
@Suite struct FirstStartTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A database with only GRDB's list of migrations, as an earlier release left it where it was cut off.
    private func list(of migrations: [String], id: Int, at path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            for name in migrations { try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [name]) }
            try db.execute(sql: "PRAGMA application_id = \(id)")
        }
    }

    @Test("a disk that is full after any number of pages leaves a store that the next start completes")
    func fullAtEveryPage() throws {
        var failures = 0
        for pages in 1...40 {
            let path = folder.path + "/\(pages)/runs.sqlite"
            do {
                _ = try RunStore(path: path, maximumPages: pages)
            } catch {
                #expect(error == .full(path: path), "\(pages) pages")
                failures += 1
            }
            let store = try RunStore(path: path)
            #expect(try store.save(run(), documents: [document("a", "x")], created: noon, report: nil) == 1)
        }
        #expect((5..<40).contains(failures), "the limit bites, and ends")
    }

    @Test("a list of migrations without tables is ours; with steps of another program it is not")
    func onlyTheList() throws {
        let ours = folder.path + "/ours.sqlite"
        try list(of: [], id: 0, at: ours)
        #expect(try RunStore(path: ours).list() == [])
        let others = folder.path + "/others.sqlite"
        try list(of: ["their first step"], id: 0, at: others)
        let marked = folder.path + "/marked.sqlite"
        try list(of: [], id: 1, at: marked)
        for path in [others, marked] {
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(throws: StoreError.notAStore(path: path)) { try RunStore(path: path) }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    @Test("many starts at once, of a new store and of one to be upgraded, all succeed", arguments: [false, true])
    func atOnce(upgrades: Bool) throws {
        for round in 1...20 {
            let path = folder.path + "/\(round).sqlite"
            if upgrades { _ = try RunStore(path: path) }
            let problems = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 8) { _ in
                do {
                    let later = upgrades ? ["3 of a later version"] : []
                    let store = try RunStore(path: path, maximumPages: nil, laterMigrations: later)
                    try store.save(run(), documents: [], created: noon, report: nil)
                } catch {
                    problems.withLock { $0.append("\(error)") }
                }
            }
            #expect(problems.withLock { $0 } == [])
        }
    }

    @Test("what is no regular file is refused, at once and as it was", arguments: ["null", "pipe", "folder"])
    func noFile(kind: String) throws {
        let path = kind == "null" ? "/dev/null" : folder.path + "/" + kind
        if kind == "pipe" { #expect(mkfifo(path, 0o644) == 0) }
        if kind == "folder" {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        let before = try folder.permissions(of: path)
        let error = #expect(throws: StoreError.self) { try RunStore(path: path) }
        guard case .cannotOpen(path, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try folder.permissions(of: path) == before)
    }

    @Test("a store in use says so before any work, and waits for no longer than it was told to")
    func inUse() throws {
        let store = try RunStore(path: folder.store, maximumPages: nil, patience: 0.01)
        let other = try DatabaseQueue(path: folder.store)
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: StoreError.busy(path: folder.store)) { try store.checkWritable() }
            let saving = #expect(throws: StoreError.self) {
                try store.save(run(), documents: [], created: noon, report: nil)
            }
            #expect(saving?.isBusy == true)
            try db.execute(sql: "ROLLBACK")
        }
        try store.checkWritable()
        #expect(try store.list() == [], "looking writes nothing")
    }
}
