/// Writes a table as CSV that spreadsheet programs open by a double click.
public enum SheetText {
    /// UTF-8 with a byte order mark, so that such programs see that it is UTF-8; lines end with CR LF (RFC 4180).
    ///
    /// A cell is put in quotation marks where it has to be.
    public static func csv(_ rows: [[String]], delimiter: SheetDelimiter = .comma) -> String {
        "\u{FEFF}"
            + rows.map { $0.map { cell($0) }.joined(separator: delimiter.rawValue) + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes =
            text.unicodeScalars.contains { ",;\t\"\r\n".unicodeScalars.contains($0) }
            || text.unicodeScalars.first?.properties.isWhitespace == true
            || text.unicodeScalars.last?.properties.isWhitespace == true
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
