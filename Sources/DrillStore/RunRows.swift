internal import DrillResults
internal import Foundation
internal import GRDB

/// The SQL, one function a statement; each runs inside the caller's transaction.
enum RunRows {
    static func insert(
        _ result: RunResult, encoded: Data, analysis: Data?, created: String, report: String?, into db: Database
    ) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO runs (runID, created, exerciseID, exerciseTitle, seed, trials, worlds, preset, modelVersion,
                    catalogRelease, marking, report, results, analysis)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                result.runID, created, result.exercise.id, result.exercise.title, String(result.seed), result.trials,
                result.worlds, result.preset, result.modelVersion, result.catalogRelease, result.exercise.marking,
                report, encoded, analysis,
            ])
        return Int(db.lastInsertedRowID)
    }

    static func insert(_ document: StoredDocument, at position: Int, of sequence: Int, into db: Database) throws {
        let digest = document.digest
        try db.execute(
            sql: "INSERT INTO documents (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
            arguments: [digest.sha256, Data(document.bytes)])
        try db.execute(
            sql: "INSERT INTO run_documents (sequence, position, sha256, kind, id, path) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [sequence, position, digest.sha256, digest.kind, digest.id, digest.path])
    }

    static func entries(_ db: Database) throws -> [RunEntry] {
        try Row.fetchAll(db, sql: "SELECT \(entryColumns) FROM runs ORDER BY sequence DESC").map(entry)
    }

    static func run(_ sequence: Int, in db: Database) throws -> (entry: RunEntry, results: Data, analysis: Data?) {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(entryColumns), results, analysis FROM runs WHERE sequence = ?", arguments: [sequence])
        guard let row else { throw StoreError.notFound(reference: "\(sequence)") }
        return (
            try entry(row), try row.decode(Data.self, forColumn: "results"),
            try row.decode(Data?.self, forColumn: "analysis")
        )
    }

    static func documents(of sequence: Int, in db: Database) throws -> [StoredDocument] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT kind, id, path, sha256, bytes FROM run_documents JOIN documents USING (sha256)
                WHERE sequence = ? ORDER BY position
                """,
            arguments: [sequence]
        ).map { row in
            StoredDocument(
                digest: DocumentDigest(
                    kind: try row.decode(forColumn: "kind"), id: try row.decode(forColumn: "id"),
                    path: try row.decode(forColumn: "path"), sha256: try row.decode(forColumn: "sha256")),
                bytes: [UInt8](try row.decode(Data.self, forColumn: "bytes")))
        }
    }

    static func delete(_ sequence: Int, from db: Database) throws {
        try db.execute(sql: "DELETE FROM runs WHERE sequence = ?", arguments: [sequence])
        try db.execute(sql: "DELETE FROM documents WHERE sha256 NOT IN (SELECT sha256 FROM run_documents)")
    }

    private static let entryColumns = """
        sequence, runID, created, exerciseID, exerciseTitle, seed, trials, worlds, preset, modelVersion, catalogRelease,
        marking, report
        """

    private static func entry(_ row: Row) throws -> RunEntry {
        let sequence: Int = try row.decode(forColumn: "sequence")
        let seed: String = try row.decode(forColumn: "seed")
        guard let seed = UInt64(seed) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "run \(sequence) has the seed \"\(seed)\"")
        }
        return RunEntry(
            sequence: sequence, runID: try row.decode(forColumn: "runID"),
            created: try row.decode(forColumn: "created"),
            exerciseID: try row.decode(forColumn: "exerciseID"),
            exerciseTitle: try row.decode(forColumn: "exerciseTitle"), seed: seed,
            trials: try row.decode(forColumn: "trials"), worlds: try row.decode(forColumn: "worlds"),
            preset: try row.decode(forColumn: "preset"), modelVersion: try row.decode(forColumn: "modelVersion"),
            catalogRelease: try row.decode(forColumn: "catalogRelease"), marking: try row.decode(forColumn: "marking"),
            report: try row.decode(forColumn: "report"))
    }
}

// MARK: Names

extension RunRows {
    /// The number of the run that somebody named.
    static func sequence(of reference: String, in db: Database) throws -> Int {
        let found: Int? =
            switch RunReference(reference) {
            case .last: try Int.fetchOne(db, sql: "SELECT max(sequence) FROM runs")
            case .sequence(let number): try existing(number, in: db)
            case .prefix(let prefix): try newest(beginning: prefix, reference: reference, in: db)
            case .sequenceOrPrefix(let number, let prefix):
                try existing(number, in: db) ?? newest(beginning: prefix, reference: reference, in: db)
            case nil: nil
            }
        guard let found else { throw StoreError.notFound(reference: reference) }
        return found
    }

    private static func existing(_ number: Int64, in db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT sequence FROM runs WHERE sequence = ?", arguments: [number])
    }

    private static func newest(beginning prefix: String, reference: String, in db: Database) throws -> Int? {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT runID, max(sequence) AS newest FROM runs WHERE substr(runID, 1, ?) = ? GROUP BY runID ORDER BY runID
                """,
            arguments: [prefix.utf8.count, prefix])
        guard rows.count <= 1 else {
            throw StoreError.ambiguous(
                reference: reference, runIDs: try rows.map { try $0.decode(forColumn: "runID") })
        }
        return try rows.first?.decode(Int.self, forColumn: "newest")
    }
}
