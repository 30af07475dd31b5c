/// A table whose first row names its columns.
public struct SheetTable: Sendable, Equatable {
    /// A column that a reader knows.
    public struct Column: Sendable, Equatable {
        /// Its name, in lower case.
        public var name: String
        /// Whether a table without it is of no use.
        public var isRequired: Bool

        /// A column; names are compared without regard to case.
        public init(_ name: String, isRequired: Bool = true) {
            self.name = name
            self.isRequired = isRequired
        }
    }

    /// One row below the header.
    public struct Record: Sendable, Equatable {
        /// Line on which the row begins, from 1.
        public var line: Int
        /// Cells by the name of their column.
        fileprivate var cells: [String: SheetCell]

        /// The cell of a column; an empty one at the row's end where the row is too short or the column is missing.
        public subscript(_ column: String) -> SheetCell { cells[column] ?? end }

        fileprivate var end: SheetCell
    }

    /// In file order.
    public var records: [Record] = []
    /// Where the header stands; 1 where there is none.
    public var headerLine = 1
    /// The table's and the header's problems, sorted by place.
    public var diagnostics: [Diagnostic]

    /// Finds the columns of a table. Columns that nobody knows are left alone: people add some for themselves.
    public init(_ sheet: Sheet, path: String, columns: [Column]) {
        var report = SheetReport(path: path)
        let start = sheet.headerIndex { name in columns.contains { $0.name == name } }
        if sheet.rows.indices.contains(start), columns.count > 1, let separator = sheet.squeezed(from: start) {
            report.squeezed(separator, at: sheet.rows[start])
        } else if sheet.rows.indices.contains(start) {
            let header = sheet.rows[start]
            headerLine = header.line
            let places = Self.places(of: columns, in: header, &report)
            records = sheet.rows[(start + 1)...].map { row in
                Self.tooLong(row, header: header, delimiter: sheet.delimiter, &report)
                let cells = places.compactMapValues { row.cells.indices.contains($0) ? row.cells[$0] : nil }
                let last = row.cells.last ?? SheetCell("", line: row.line, column: 1)
                return Record(line: row.line, cells: cells, end: SheetCell("", line: last.line, column: last.column))
            }
        }
        diagnostics = (sheet.diagnostics + report.diagnostics).sortedByPlace()
    }

    private static func places(
        of columns: [Column], in header: SheetRow, _ report: inout SheetReport
    ) -> [String: Int] {
        let names = header.cells.map { $0.text.lowercased() }
        var places: [String: Int] = [:]
        for (index, name) in names.enumerated() where columns.contains(where: { $0.name == name }) {
            guard places[name] == nil else {
                let cell = header.cells[index]
                report.error(
                    .columns, "the column \(name.quoted) is there twice", line: cell.line, column: cell.column,
                    fix: "remove one, or name it otherwise")
                continue
            }
            places[name] = index
        }
        let strangers = names.filter { name in !name.isEmpty && !columns.contains { $0.name == name } }
        for column in columns where column.isRequired && places[column.name] == nil {
            let fix =
                Suggestion.nearest(to: column.name, among: strangers).map {
                    "write \(column.name.quoted) instead of \($0.quoted)"
                }
                ?? "the first row has to name it; it names \(names.filter { !$0.isEmpty }.map(\.quoted).joined(separator: ", "))"
            report.error(
                .columns, "the column \(column.name.quoted) is missing", line: header.line, column: 1, fix: fix)
        }
        return places
    }

    private static func tooLong(
        _ row: SheetRow, header: SheetRow, delimiter: SheetDelimiter, _ report: inout SheetReport
    ) {
        let extra = row.cells.dropFirst(header.cells.count).first { !$0.isEmpty }
        guard let extra else { return }
        report.error(
            .cells, "the row has \(row.cells.count) cells, but there are \(header.cells.count) columns",
            line: extra.line, column: extra.column,
            fix: "a text that holds \(delimiter.inWords) needs quotation marks around it")
    }
}

extension SheetDelimiter {
    /// "a comma".
    fileprivate var inWords: String {
        switch self {
        case .comma: "a comma"
        case .semicolon: "a semicolon"
        case .tab: "a tab"
        }
    }
}
