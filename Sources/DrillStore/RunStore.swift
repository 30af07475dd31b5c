public import DrillResults
internal import Foundation
internal import GRDB

/// Stored runs with the documents they read, in one SQLite file.
///
/// Each call is one transaction: a crash or a full disk leaves a run stored in full or not at all. Several programs may
/// use one file; a writer waits up to five seconds for another.
public struct RunStore: Sendable {
    let queue: DatabaseQueue
    /// The file, as given.
    public let path: String

    /// Opens the file, making it and its folder (closed to other users) where they are missing.
    ///
    /// - Throws: ``StoreError``; a file of another program or of a later version is left untouched.
    public init(path: String) throws(StoreError) {
        try self.init(path: path, maximumPages: nil)
    }

    /// - Parameters:
    ///   - maximumPages: pages of 4 KiB after which the disk counts as full; at least what the file has already.
    ///   - laterMigrations: schema steps of a version after this one.
    ///   - patience: seconds for which it waits for another writer.
    package init(
        path: String, maximumPages: Int?, laterMigrations: [String] = [], patience: Double = 5
    ) throws(StoreError) {
        try StoreFile.prepare(path: path)
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // An acknowledged run survives a power cut; a deleted one is overwritten.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            if let maximumPages { try db.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
        }
        queue = try Self.translating(path) {
            try StoreFile.alone(at: path) {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                let migrator = Schema.migrator(later: laterMigrations)
                try Self.claim(queue, migrator: migrator, path: path)
                try StoreFile.closeToOthers(path: path)
                try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
                try migrator.migrate(queue)
                return queue
            }
        }
    }

    /// A store that is kept nowhere and gone with this value.
    public static func inMemory() throws(StoreError) -> RunStore { try RunStore(memory: "memory") }

    private init(memory name: String) throws(StoreError) {
        path = name
        queue = try Self.translating(name) {
            let queue = try DatabaseQueue()
            try Schema.migrator(later: []).migrate(queue)
            return queue
        }
    }

    /// Finds out before long work whether a run could be saved; waits for another writer up to five seconds.
    public func checkWritable() throws(StoreError) {
        try Self.translating(path) { try queue.inDatabase { db in try db.inTransaction(.immediate) { .rollback } } }
    }

    /// Marks an empty file as ours before the first table is made, in the transaction that looks whose it is: a first
    /// start may end at any moment, and the next one goes on from there.
    private static func claim(_ queue: DatabaseQueue, migrator: DatabaseMigrator, path: String) throws {
        let applicationID = { (db: Database) in try Int32.fetchOne(db, sql: "PRAGMA application_id") }
        let isOurs = try queue.read { db in try applicationID(db) == Schema.applicationID }
        if !isOurs {
            try queue.write { db in
                // An earlier release made its list of migrations before it marked the file.
                let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
                guard try applicationID(db) == 0, tables.allSatisfy({ $0 == "grdb_migrations" }),
                    try tables.isEmpty || Int.fetchOne(db, sql: "SELECT count(*) FROM grdb_migrations") == 0
                else { throw StoreError.notAStore(path: path) }
                try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            }
        }
        let unknown = try queue.read { db in try migrator.appliedIdentifiers(db).subtracting(migrator.migrations) }
        guard unknown.isEmpty else { throw StoreError.newerSchema(path: path, migrations: unknown.sorted()) }
    }

    /// Runs database work and turns every failure into a ``StoreError``.
    static func translating<Value>(_ path: String, _ work: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try work()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            let reason = error.message ?? "\(error.resultCode)"
            switch error.resultCode {
            case .SQLITE_FULL: throw .full(path: path)
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: throw .corrupt(path: path, reason: reason)
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
            default: throw .cannotOpen(path: path, reason: reason)
            }
        } catch let error as EncodingError {
            throw .notStorable(reason: "\(error)")
        } catch {
            throw .corrupt(path: path, reason: "\(error)")
        }
    }
}

// MARK: What people do with runs

extension RunStore {
    /// Stores a run and the documents it read, all or nothing.
    ///
    /// Saving the same run again lists it again, under a number of its own and the same id; documents are kept once.
    ///
    /// - Parameters:
    ///   - created: ISO 8601; the store has no clock.
    ///   - report: where the report was written, if it was.
    ///   - analysis: why the numbers are what they are, if the run was analysed.
    /// - Returns: the run's number.
    @discardableResult
    public func save(
        _ result: RunResult, documents: [StoredDocument], created: String, report: String?, analysis: RunAnalysis? = nil
    ) throws(StoreError) -> Int {
        try save(
            result, documents: documents, created: created, report: report, analysis: analysis, beforeCommit: {})
    }

    /// - Parameter beforeCommit: called when all is written and nothing is acknowledged; what it throws undoes all.
    @discardableResult
    package func save(
        _ result: RunResult, documents: [StoredDocument], created: String, report: String?,
        analysis: RunAnalysis? = nil, beforeCommit: () throws -> Void
    ) throws(StoreError) -> Int {
        try Self.translating(path) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let results = try encoder.encode(result)
            let analysis = try analysis.map(encoder.encode)
            return try queue.write { db in
                let sequence = try RunRows.insert(
                    result, encoded: results, analysis: analysis, created: created, report: report, into: db)
                for (position, document) in documents.enumerated() {
                    try RunRows.insert(document, at: position, of: sequence, into: db)
                }
                try beforeCommit()
                return sequence
            }
        }
    }

    /// All stored runs, newest first.
    public func list() throws(StoreError) -> [RunEntry] {
        try Self.translating(path) {
            try queue.read { db in try RunRows.entries(db) }
        }
    }

    /// Loads one run.
    ///
    /// - Parameter reference: `last`, a number as listed, or at least four first digits of an id; of runs that share
    ///   their id the newest. Digits only are taken for a number where such a run exists.
    /// - Throws: ``StoreError/notFound(reference:)``, ``StoreError/ambiguous(reference:runIDs:)`` where different runs
    ///   begin like that, ``StoreError/corrupt(path:reason:)`` where the results cannot be read.
    public func load(_ reference: String) throws(StoreError) -> StoredRun {
        try Self.translating(path) {
            let (entry, results, analysis) = try queue.read { db in
                let sequence = try RunRows.sequence(of: reference, in: db)
                return try RunRows.run(sequence, in: db)
            }
            do {
                return StoredRun(
                    entry: entry, result: try JSONDecoder().decode(RunResult.self, from: results),
                    // One of another release that cannot be read counts as none: it can be made again.
                    analysis: analysis.flatMap { try? JSONDecoder().decode(RunAnalysis.self, from: $0) })
            } catch {
                throw StoreError.corrupt(path: path, reason: "the results of run \(entry.sequence) cannot be read")
            }
        }
    }

    /// The newest stored run of an exercise; nil where there is none.
    ///
    /// - Parameter sequence: only runs before this number.
    public func newest(ofExercise id: String, before sequence: Int = .max) throws(StoreError) -> StoredRun? {
        guard let entry = try list().first(where: { $0.exerciseID == id && $0.sequence < sequence }) else { return nil }
        return try load("\(entry.sequence)")
    }

    /// The documents that a run read, in the order in which they were saved.
    public func documents(of reference: String) throws(StoreError) -> [StoredDocument] {
        try Self.translating(path) {
            try queue.read { db in
                try RunRows.documents(of: RunRows.sequence(of: reference, in: db), in: db)
            }
        }
    }

    /// Deletes one run, and the documents that no other run has read; what was deleted is overwritten.
    ///
    /// - Returns: what was deleted.
    @discardableResult
    public func delete(_ reference: String) throws(StoreError) -> RunEntry {
        try Self.translating(path) {
            try queue.write { db in
                let sequence = try RunRows.sequence(of: reference, in: db)
                let entry = try RunRows.run(sequence, in: db).entry
                try RunRows.delete(sequence, from: db)
                return entry
            }
        }
    }
}
