internal import GRDB

/// The tables, as steps that are only ever added to.
enum Schema {
    /// Marks the file as one of ours ("DRIL" in ASCII), so that no other program's database is ever changed.
    static let applicationID: Int32 = 0x4452_494C

    /// - Parameter later: further steps that do nothing, as a later version of the program would leave them.
    static func migrator(later: [String]) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 runs and documents", migrate: runsAndDocuments)
        migrator.registerMigration("2 analyses and actions", migrate: analysesAndActions)
        for identifier in later {
            migrator.registerMigration(identifier) { _ in }
        }
        return migrator
    }

    private static func runsAndDocuments(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE runs (
                    -- AUTOINCREMENT: a number stays with its run, even after a deletion.
                    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                    runID TEXT NOT NULL,
                    created TEXT NOT NULL,
                    exerciseID TEXT NOT NULL,
                    exerciseTitle TEXT NOT NULL,
                    -- Text: SQLite's integers end at 2^63 - 1, seeds at 2^64 - 1.
                    seed TEXT NOT NULL,
                    trials INTEGER NOT NULL,
                    worlds INTEGER NOT NULL,
                    preset TEXT NOT NULL,
                    modelVersion TEXT NOT NULL,
                    catalogRelease TEXT NOT NULL,
                    marking TEXT NOT NULL,
                    report TEXT,
                    results BLOB NOT NULL
                );
                CREATE INDEX runs_runID ON runs (runID);
                CREATE TABLE documents (
                    sha256 TEXT PRIMARY KEY,
                    bytes BLOB NOT NULL
                );
                CREATE TABLE run_documents (
                    sequence INTEGER NOT NULL REFERENCES runs (sequence) ON DELETE CASCADE,
                    position INTEGER NOT NULL,
                    sha256 TEXT NOT NULL REFERENCES documents (sha256),
                    kind TEXT NOT NULL,
                    id TEXT NOT NULL,
                    path TEXT NOT NULL,
                    PRIMARY KEY (sequence, position)
                );
                CREATE INDEX run_documents_sha256 ON run_documents (sha256);
                """)
    }

    private static func analysesAndActions(_ db: Database) throws {
        try db.execute(
            sql: """
                -- Null: the run was not analysed.
                ALTER TABLE runs ADD COLUMN analysis BLOB;
                -- Kept when runs are deleted: what was to be done outlives the run that showed it.
                CREATE TABLE actions (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    organization TEXT NOT NULL,
                    title TEXT NOT NULL,
                    owner TEXT,
                    due TEXT,
                    isDone INTEGER NOT NULL,
                    source TEXT NOT NULL,
                    created TEXT NOT NULL,
                    lever BLOB,
                    targetHours REAL,
                    closedBy TEXT,
                    checkedBy TEXT
                );
                """)
    }
}
