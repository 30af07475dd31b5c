/// A table that people filled in with a spreadsheet program and saved as CSV.
///
/// It takes what such programs write: UTF-8 with or without byte order mark, UTF-16, Windows-1252; commas, semicolons
/// or tabs; any line ending; quotation marks around cells, with line breaks in them. Each cell knows where it stands.
/// A broken place is reported and the rest is read all the same, so that one run finds everything.
public struct Sheet: Sendable, Equatable {
    /// Rows in file order, the header among them; rows in which nothing stands are left out.
    public var rows: [SheetRow] = []
    /// How the bytes were read.
    public var encoding = SheetEncoding.utf8
    /// What stands between cells.
    public var delimiter = SheetDelimiter.comma
    /// What is wrong with the file as a table, sorted by place.
    public var diagnostics: [Diagnostic] = []

    /// Reads a table; never fails, but for an unusable file there are errors and no rows.
    ///
    /// - Parameter path: stands in diagnostics; nothing is read from it.
    public init(_ bytes: [UInt8], path: String) {
        var report = SheetReport(path: path)
        if let foreign = ForeignFile.kind(of: bytes) {
            report.error(.notText, foreign.message, fix: foreign.fix)
        } else {
            let decoded = SheetDecoder.text(of: bytes, &report)
            encoding = decoded.encoding
            // A byte order mark that a program has taken for three characters and saved as such.
            let isMarked = decoded.text.starts(with: ["\u{EF}", "\u{BB}", "\u{BF}"] as [Unicode.Scalar])
            var parser = SheetParser(isMarked ? Array(decoded.text.dropFirst(3)) : decoded.text)
            (rows, delimiter) = parser.parse(&report)
            if rows.isEmpty, !report.diagnostics.hasErrors {
                report.error(.empty, "the table is empty", fix: "its first row holds the names of the columns")
            }
        }
        diagnostics = report.diagnostics.sortedByPlace()
    }

    /// Where the header stands among the rows: the first row, unless only one of the next names two columns or more, as
    /// where a title and a date stand above the table.
    package func headerIndex(isKnown: (String) -> Bool) -> Int {
        rows.prefix(15).firstIndex { row in row.cells.count { isKnown($0.text.lowercased()) } >= 2 } ?? 0
    }

    /// Reads a table from disk; a file that cannot be read gives a diagnostic.
    public static func disk(_ path: String) -> Sheet {
        switch DiskReader.read(path) {
        case .success(let bytes): return Sheet(bytes, path: path)
        case .failure(let failure):
            var sheet = Sheet([], path: path)
            var report = SheetReport(path: path)
            report.error(.unreadable, "the file \(failure.words)")
            sheet.diagnostics = report.diagnostics
            return sheet
        }
    }
}

/// One row of a table.
public struct SheetRow: Sendable, Equatable {
    /// Line of the file on which the row begins, from 1.
    public var line: Int
    /// From left to right; a row may be shorter or longer than the header.
    public var cells: [SheetCell]

    /// A row that begins on the line.
    public init(line: Int, cells: [SheetCell]) {
        self.line = line
        self.cells = cells
    }
}

/// One cell of a table, and where it stands.
public struct SheetCell: Sendable, Equatable {
    /// The text without quotation marks around it and without blanks at its ends; line breaks are `\n`.
    public var text: String
    /// Line of the file on which the cell begins, from 1.
    public var line: Int
    /// From 1, in Unicode scalars of that line.
    public var column: Int

    /// A cell at a place.
    public init(_ text: String, line: Int, column: Int) {
        self.text = text
        self.line = line
        self.column = column
    }

    /// Whether nothing stands in the cell.
    public var isEmpty: Bool { text.isEmpty }
}

/// How the bytes of a table were read.
public enum SheetEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// What spreadsheet programs on Windows write as "CSV" in western languages.
    case windows1252 = "Windows-1252"
    /// UTF-8 in some lines, Windows-1252 in others; the table is read line by line, and it is an error.
    case mixed
}

/// What stands between the cells of a row.
public enum SheetDelimiter: String, Sendable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"
}

/// The rules that diagnostics about tables cite; raw values are stable.
public enum SheetRule: String, Sendable, CaseIterable {
    case unreadable = "file-unreadable"
    /// A spreadsheet, a document, a web page: no text in rows.
    case notText = "sheet-not-text"
    case empty = "sheet-empty"
    case encoding = "text-encoding"
    case quotes = "sheet-quotes"
    /// A column is missing, unknown, or there twice.
    case columns = "sheet-columns"
    /// A row has more cells than there are columns.
    case cells = "sheet-cells"
}

/// Collects diagnostics of one file.
struct SheetReport {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []
    /// So many of one rule are told, then no more.
    private static let mostOfOneRule = 50

    init(path: String) { self.path = path }

    mutating func warning(_ rule: SheetRule, _ message: String, line: Int, column: Int, fix: String) {
        add(as: .warning, rule, message, line: line, column: column, fix: fix)
    }

    mutating func error(_ rule: SheetRule, _ message: String, line: Int = 1, column: Int = 1, fix: String? = nil) {
        guard diagnostics.count(where: { $0.rule == rule.rawValue }) < Self.mostOfOneRule else { return }
        add(as: .error, rule, message, line: line, column: column, fix: fix)
    }

    private mutating func add(
        as severity: Diagnostic.Severity, _ rule: SheetRule, _ message: String, line: Int, column: Int,
        fix: String?
    ) {
        diagnostics.append(
            Diagnostic(
                severity: severity, rule: rule.rawValue, file: path, line: line, column: column, message: message,
                fix: fix))
    }
}
