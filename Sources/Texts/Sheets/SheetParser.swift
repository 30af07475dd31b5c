/// From characters to rows of cells (RFC 4180, and what programs make of it).
struct SheetParser {
    private let text: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var lineStart = 0
    private var delimiter = SheetDelimiter.comma
    /// After a quotation mark that is never closed, quotes have to close in their line: then little is lost.
    private var quotesEndWithLine = false

    init(_ text: [Unicode.Scalar]) { self.text = text }

    mutating func parse(_ report: inout SheetReport) -> (rows: [SheetRow], delimiter: SheetDelimiter) {
        if !readSeparatorLine() { delimiter = detected() }
        var rows: [SheetRow] = []
        while index < text.count {
            let row = row(&report)
            if row.cells.contains(where: { !$0.isEmpty }) { rows.append(row) }
        }
        return (rows, delimiter)
    }

    // MARK: Delimiter

    /// `sep=;`, with which some programs begin a file.
    private mutating func readSeparatorLine() -> Bool {
        let head = Array("sep=".unicodeScalars)
        guard text.count > head.count, zip(text, head).allSatisfy({ $0.properties.lowercaseMapping == String($1) }),
            let named = SheetDelimiter(rawValue: String(text[head.count])),
            text.count == head.count + 1 || Self.isLineBreak(text[head.count + 1])
        else { return false }
        delimiter = named
        index = head.count + 1
        if index < text.count { endLine() }
        return true
    }

    /// The delimiter that stands most often outside quotes in the first line that holds anything; comma where none does.
    private func detected() -> SheetDelimiter {
        var counts: [SheetDelimiter: Int] = [:]
        var isQuoted = false
        var isBlank = true
        for scalar in text {
            if scalar == "\"" { isQuoted.toggle() }
            if Self.isLineBreak(scalar), !isQuoted {
                // A title above the table tells nothing of what stands between cells.
                if isBlank || counts.isEmpty { counts = [:] } else { break }
            } else if !isQuoted, let found = SheetDelimiter(rawValue: String(scalar)) {
                counts[found, default: 0] += 1
            } else if !scalar.properties.isWhitespace {
                isBlank = false
            }
        }
        return SheetDelimiter.allCases.reduce(.comma) { counts[$1] ?? 0 > counts[$0] ?? 0 ? $1 : $0 }
    }

    // MARK: Rows and cells

    private mutating func row(_ report: inout SheetReport) -> SheetRow {
        var row = SheetRow(line: line, cells: [])
        while true {
            row.cells.append(cell(&report))
            guard index < text.count else { return row }
            if Self.isLineBreak(text[index]) {
                endLine()
                return row
            }
            index += 1  // the delimiter
        }
    }

    private mutating func cell(_ report: inout SheetReport) -> SheetCell {
        while index < text.count, isBlank(text[index]) { index += 1 }
        let (startLine, startColumn) = (line, index - lineStart + 1)
        var content: [Unicode.Scalar] = []
        if index < text.count, text[index] == "\"" {
            let (start, startOfLine) = (index, lineStart)
            let quoted = self.quoted()
            let rest = quoted == nil ? [] : plain()
            let hasRest = rest.contains { !isBlank($0) }
            // A cell over several lines with text behind its end was rather never closed, and ends at another's quote.
            if let quoted, !hasRest || line == startLine {
                content = quoted
                if hasRest {
                    report.error(
                        .quotes, "text stands behind the closing quotation mark of a cell", line: startLine,
                        column: startColumn, fix: "write a quotation mark within a cell twice")
                    content += rest
                }
            } else {
                report.error(
                    .quotes, "this quotation mark is never closed", line: startLine, column: startColumn,
                    fix: "close it, or write a quotation mark within a cell twice")
                quotesEndWithLine = true
                (index, line, lineStart) = (start, startLine, startOfLine)
                content = plain()
            }
        } else {
            content = plain()
        }
        return SheetCell(
            FormulaGuard.unguarded(Self.trimmed(content)), line: startLine, column: startColumn)
    }

    /// What stands up to the next delimiter or line break.
    private mutating func plain() -> [Unicode.Scalar] {
        let start = index
        while index < text.count, !isDelimiter(text[index]), !Self.isLineBreak(text[index]) { index += 1 }
        return Array(text[start..<index])
    }

    /// What stands between quotation marks; nil where the second one is missing.
    private mutating func quoted() -> [Unicode.Scalar]? {
        var content: [Unicode.Scalar] = []
        index += 1
        while index < text.count {
            let scalar = text[index]
            if scalar == "\"" {
                index += 1
                guard index < text.count, text[index] == "\"" else { return content }
                content.append("\"")
                index += 1
            } else if Self.isLineBreak(scalar) {
                if quotesEndWithLine { return nil }
                content.append("\n")
                endLine()
            } else {
                content.append(scalar)
                index += 1
            }
        }
        return nil
    }

    // MARK: Lines and blanks

    /// Steps over one line break: CR LF, LF, or CR alone.
    private mutating func endLine() {
        let isReturn = text[index] == "\r"
        index += 1
        if isReturn, index < text.count, text[index] == "\n" { index += 1 }
        line += 1
        lineStart = index
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    private func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
        switch delimiter {
        case .comma: scalar == ","
        case .semicolon: scalar == ";"
        case .tab: scalar == "\t"
        }
    }

    /// Blanks around a cell, the no-break space among them; a tab only where it parts no cells.
    private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || (scalar == "\t" && delimiter != .tab)
    }

    private static func trimmed(_ text: [Unicode.Scalar]) -> String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let start = text.firstIndex { !isSpace($0) } ?? text.endIndex
        let end = text.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
        var trimmed = String.UnicodeScalarView()
        trimmed.append(contentsOf: text[start..<end])
        return String(trimmed)
    }
}
