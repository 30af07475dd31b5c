/// A cell of a CSV file and where it begins.
struct CSVCell: Sendable, Equatable {
    /// Without its quotation marks and the blanks around it.
    var text: String
    /// From 1; the column counts Unicode scalars, as in every diagnostic.
    var line: Int
    var column: Int
}

/// CSV as spreadsheets write it, cut into cells that know their places (RFC 4180; `;` and tab besides the comma).
struct CSVText {
    /// Rows in order; blank lines are left out.
    private(set) var rows: [[CSVCell]] = []
    /// Where a quotation mark opens that nothing closes, from there on the file cannot be told apart.
    private(set) var openQuote: (line: Int, column: Int)?

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var column = 1

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        let delimiter = skipSeparatorLine() ?? Self.delimiter(of: scalars)
        while index < scalars.count {
            let row = nextRow(delimiter)
            if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
        }
    }

    /// The one that the first line has most often outside quotation marks.
    private static func delimiter(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
        var counts: [Unicode.Scalar: Int] = [:]
        var isQuoted = false
        for scalar in scalars.drop(while: { $0 == "\n" || $0 == "\r" }) {
            if scalar == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if scalar == "\n" || scalar == "\r" { break }
            if scalar == "," || scalar == ";" || scalar == "\t" { counts[scalar, default: 0] += 1 }
        }
        let order: [Unicode.Scalar] = [",", ";", "\t"]
        return order.reduce(",") { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
    }

    /// `sep=;` on the first line, as some spreadsheets write.
    private mutating func skipSeparatorLine() -> Unicode.Scalar? {
        let start = scalars.prefix { $0 != "\n" && $0 != "\r" }
        guard start.count == 5, String(String.UnicodeScalarView(start.prefix(4))).lowercased() == "sep=" else {
            return nil
        }
        while index < start.count { advance() }
        endLine()
        return start.last
    }

    private mutating func nextRow(_ delimiter: Unicode.Scalar) -> [CSVCell] {
        var row: [CSVCell] = []
        while true {
            row.append(nextCell(delimiter))
            guard index < scalars.count else { return row }
            if scalars[index] == delimiter {
                advance()
                // A delimiter at the very end still opens a cell.
                if index == scalars.count { row.append(CSVCell(text: "", line: line, column: column)) }
                continue
            }
            endLine()
            return row
        }
    }

    private mutating func nextCell(_ delimiter: Unicode.Scalar) -> CSVCell {
        while index < scalars.count, scalars[index] == " " || scalars[index] == "\u{A0}" { advance() }
        let start = (line, column)
        var text = String.UnicodeScalarView()
        if index < scalars.count, scalars[index] == "\"" {
            advance()
            quoted(into: &text, from: start)
        }
        while index < scalars.count, scalars[index] != delimiter, !isLineEnd(scalars[index]) {
            text.append(scalars[index])
            advance()
        }
        while text.last?.properties.isWhitespace == true { text.removeLast() }
        return CSVCell(text: String(text), line: start.0, column: start.1)
    }

    private mutating func quoted(into text: inout String.UnicodeScalarView, from start: (Int, Int)) {
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "\"" {
                advance()
                guard index < scalars.count, scalars[index] == "\"" else { return }
                text.append("\"")
                advance()
            } else if isLineEnd(scalar) {
                text.append("\n")
                endLine()
            } else {
                text.append(scalar)
                advance()
            }
        }
        openQuote = openQuote ?? start
    }

    private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    private mutating func advance() {
        index += 1
        column += 1
    }

    /// CR LF, LF or CR.
    private mutating func endLine() {
        guard index < scalars.count, isLineEnd(scalars[index]) else { return }
        if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
        index += 1
        line += 1
        column = 1
    }
}
