internal import Texts

/// A sheet that names organization documents, one a row.
struct Roster {
    static let column = "organization"
    /// What else people keep in a roster, and nobody reads.
    static let remarks = ["id", "name", "note", "notes", "marking", "contact", "sector"]

    /// One organization and the cell in which it stands.
    struct Entry: Equatable {
        var path: String
        var cell: SheetCell
    }

    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []
    private let path: String

    init(_ bytes: [UInt8], path: String) {
        self.path = path
        let sheet = Sheet(bytes, path: path)
        guard let header = sheet.rows.first else {
            diagnostics = sheet.diagnostics
            if !diagnostics.contains(where: { $0.rule != SheetRule.empty.rawValue }) {
                diagnostics = []
                report(
                    .emptyRoster, "the roster is empty", at: SheetCell("", line: 1, column: 1),
                    fix: "begin it with a line \"organization\", then one path a line")
            }
            return
        }
        let table = SheetTable(sheet, path: path, columns: [.init(Self.column)])
        diagnostics = table.diagnostics
        guard header.cells.contains(where: { $0.text.lowercased() == Self.column }) else { return }
        remark(on: header)
        for record in table.records {
            let cell = record[Self.column]
            // Programs on Windows write the folders of a path with backslashes.
            let named = cell.text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
            if named.isEmpty || named.contains("\0") {
                report(.rosterColumn, "the row names no organization", at: cell)
            } else {
                entries.append(Entry(path: named, cell: cell))
            }
        }
        if entries.isEmpty, !diagnostics.hasErrors {
            report(
                .emptyRoster, "the roster has no rows", at: header.cells[0],
                fix: "write one path of an organization document a line")
        }
    }

    /// Warns about columns from which somebody may expect something.
    private mutating func remark(on header: SheetRow) {
        for cell in header.cells where !cell.isEmpty {
            let name = cell.text.lowercased()
            guard name != Self.column, !Self.remarks.contains(name) else { continue }
            let known = [Self.column] + Self.remarks
            report(
                .rosterColumn, "the roster's column \(cell.text.quoted) is not read", at: cell, as: .warning,
                fix: Suggestion.question(cell.text, among: known)
                    ?? "only \(Self.column.quoted) is; remarks stand in columns named \(Self.remarks.inWords)")
        }
    }

    private mutating func report(
        _ rule: Rule, _ message: String, at cell: SheetCell, as severity: Diagnostic.Severity = .error,
        fix: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                severity: severity, rule: rule.rawValue, file: path, line: cell.line, column: cell.column,
                message: message, fix: fix))
    }
}
