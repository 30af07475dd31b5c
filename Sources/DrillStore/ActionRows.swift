internal import DrillResults
internal import Foundation
internal import GRDB

/// The SQL of the action register, one function a statement.
enum ActionRows {
    static func insert(_ action: RegisteredAction, into db: Database) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO actions (organization, title, owner, due, isDone, source, created, lever, targetHours,
                    closedBy, checkedBy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: StatementArguments(try values(action)))
        return Int(db.lastInsertedRowID)
    }

    static func update(_ action: RegisteredAction, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE actions SET organization = ?, title = ?, owner = ?, due = ?, isDone = ?, source = ?, created = ?,
                    lever = ?, targetHours = ?, closedBy = ?, checkedBy = ?
                WHERE number = ?
                """,
            arguments: StatementArguments(try values(action) + [action.number]))
        if db.changesCount == 0 { throw StoreError.noAction(id: action.id) }
    }

    static func delete(_ number: Int, from db: Database) throws {
        try db.execute(sql: "DELETE FROM actions WHERE number = ?", arguments: [number])
    }

    static func all(_ db: Database) throws -> [RegisteredAction] {
        try Row.fetchAll(db, sql: "SELECT * FROM actions ORDER BY number").map(action)
    }

    static func one(_ number: Int, in db: Database) throws -> RegisteredAction? {
        try Row.fetchOne(db, sql: "SELECT * FROM actions WHERE number = ?", arguments: [number]).map(action)
    }

    private static func values(_ action: RegisteredAction) throws -> [(any DatabaseValueConvertible)?] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [
            action.organization, action.title, action.owner, action.due, action.isDone, action.source, action.created,
            try action.lever.map(encoder.encode), action.targetHours, action.closedBy, action.checkedBy,
        ]
    }

    private static func action(_ row: Row) throws -> RegisteredAction {
        let lever = try row.decode(Data?.self, forColumn: "lever")
        return RegisteredAction(
            number: try row.decode(forColumn: "number"), organization: try row.decode(forColumn: "organization"),
            lever: try lever.map { try JSONDecoder().decode(Lever.self, from: $0) },
            targetHours: try row.decode(forColumn: "targetHours"), title: try row.decode(forColumn: "title"),
            owner: try row.decode(forColumn: "owner"), due: try row.decode(forColumn: "due"),
            isDone: try row.decode(forColumn: "isDone"), source: try row.decode(forColumn: "source"),
            created: try row.decode(forColumn: "created"), closedBy: try row.decode(forColumn: "closedBy"),
            checkedBy: try row.decode(forColumn: "checkedBy"))
    }
}
