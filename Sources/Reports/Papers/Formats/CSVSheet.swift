/// A sheet as CSV that spreadsheets open without asking: UTF-8 with byte order mark, commas, CR LF.
///
/// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or CR) gets an apostrophe
/// in front (OWASP, CSV injection); `record` takes it off again. A negative number is no formula. The marking stands in a column of each row, for a line
/// above the header would break the columns.
struct CSVSheet {
    let sheet: Sheet
    let frame: Frame

    var bytes: [UInt8] {
        let marking = "EXERCISE \(frame.marking)" + (frame.retention.map { " \($0)" } ?? "")
        // A sheet without rows has one with nothing but the marking: no file goes without.
        let rows = sheet.rows.isEmpty ? [sheet.header.map { _ in "" }] : sheet.rows
        let lines = [sheet.header + ["marking"]] + rows.map { $0 + [marking] }
        let text = lines.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
        return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    }

    static func cell(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
            !isNegativeNumber(text)
        {
            safe.append("'")
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": safe.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": safe.append("\u{FFFD}")
            default: safe.append(scalar)
            }
        }
        let clean = String(safe)
        guard clean.unicodeScalars.contains(where: { "\",;\n\t ".unicodeScalars.contains($0) }) else { return clean }
        return "\"\(clean.replacing("\"", with: "\"\""))\""
    }

    /// "-12", "-0.031", "-1.5e-05", and nothing else.
    private static func isNegativeNumber(_ text: String) -> Bool {
        text.wholeMatch(of: /-[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?/) != nil
    }
}
