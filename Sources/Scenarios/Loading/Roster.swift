import SwiftCSV

/// A CSV file that names organization documents, one a row.
struct Roster {
    static let column = "organization"

    /// One organization and the line (from 1) where it stands.
    struct Entry: Equatable {
        var path: String
        var line: Int
    }

    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []

    init(_ bytes: [UInt8], path: String) {
        if let offset = UTF8Check.firstInvalidByte(in: bytes) {
            let place = SourceText(bytes).place(at: offset)
            report(
                .encoding, "the roster is no valid UTF-8", path, line: place.line, column: place.column,
                fix: "save it as UTF-8")
            return
        }
        let start = JSONParser.hasByteOrderMark(bytes) ? 3 : 0
        let text = String(decoding: bytes[start...], as: UTF8.self)
        guard let table = try? EnumeratedCSV(string: text, delimiter: Self.delimiter(of: text), loadColumns: false)
        else {
            report(.rosterColumn, "the roster is no CSV: a quotation mark is out of place", path, line: 1)
            return
        }
        read(header: table.header, rows: table.rows, path: path)
    }

    private mutating func read(header: [String], rows: [[String]], path: String) {
        let names = header.map { Self.trimmed($0).lowercased() }
        guard let column = names.firstIndex(of: Self.column) else {
            if names.allSatisfy(\.isEmpty), rows.isEmpty {
                report(
                    .emptyRoster, "the roster is empty", path, line: 1,
                    fix: "begin it with a line \"organization\", then one path a line")
            } else {
                report(
                    .rosterColumn, "the roster has no column \(Self.column.quoted); its columns are \(header.inWords)",
                    path, line: 1,
                    fix: Suggestion.nearest(to: Self.column, among: names).map {
                        "write \(Self.column.quoted) instead of \($0.quoted)"
                    }
                        ?? "name the column with the paths \(Self.column.quoted)")
            }
            return
        }
        var line = 2 + Self.lines(in: header)
        for row in rows {
            defer { line += 1 + Self.lines(in: row) }
            if row.allSatisfy({ Self.trimmed($0).isEmpty }) { continue }
            let value = column < row.count ? Self.trimmed(row[column]) : ""
            if value.isEmpty || value.contains("\0") {
                report(.rosterColumn, "the row names no organization", path, line: line)
            } else {
                entries.append(Entry(path: value, line: line))
            }
        }
        if entries.isEmpty, diagnostics.isEmpty {
            report(
                .emptyRoster, "the roster has no rows", path, line: 1,
                fix: "write one path of an organization document a line")
        }
    }

    private mutating func report(
        _ rule: Rule, _ message: String, _ path: String, line: Int, column: Int = 1, fix: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                severity: .error, rule: rule.rawValue, file: path, line: line, column: column, message: message,
                fix: fix))
    }

    /// Comma, unless the first line has only semicolons or tabs.
    private static func delimiter(of text: String) -> CSVDelimiter {
        let line = text.prefix { !$0.isNewline }
        if line.contains(",") { return .comma }
        return line.contains(";") ? .semicolon : line.contains("\t") ? .tab : .comma
    }

    private static func lines(in fields: [String]) -> Int {
        fields.reduce(0) { $0 + $1.reduce(0) { $0 + ($1.isNewline ? 1 : 0) } }
    }

    private static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
