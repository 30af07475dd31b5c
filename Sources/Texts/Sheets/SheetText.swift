/// Writes a table as CSV that spreadsheet programs open by a double click: all CSV of the product comes from here.
public enum SheetText {
    /// UTF-8 with a byte order mark, so that such programs see that it is UTF-8; lines end with CR LF (RFC 4180).
    ///
    /// A cell is put in quotation marks where it has to be, gets an apostrophe where a program would take it for a
    /// formula, and holds no control characters but line break and tab.
    public static func csv(_ rows: [[String]], delimiter: SheetDelimiter = .comma) -> String {
        "\u{FEFF}"
            + rows.map { $0.map { cell($0) }.joined(separator: delimiter.rawValue) + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let clean = cleaned(FormulaGuard.guarded(text))
        let needsQuotes = clean.unicodeScalars.contains {
            "\",;\n\t".unicodeScalars.contains($0) || $0.properties.isWhitespace
        }
        guard needsQuotes else { return clean }
        return "\"" + clean.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func cleaned(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            switch scalar {
            case "\n" where afterReturn: break
            case "\r": clean.append("\n")
            case "\n", "\t": clean.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": clean.append("\u{FFFD}")
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }
}
