internal import Texts

/// A sheet as CSV that spreadsheets open without asking: UTF-8 with byte order mark, commas, CR LF.
///
/// The marking stands in a column of each row, for a line above the header would break the columns.
struct CSVSheet {
    let sheet: Sheet
    let frame: Frame

    var bytes: [UInt8] {
        let marking = "EXERCISE \(frame.marking)" + (frame.retention.map { " \($0)" } ?? "")
        // A sheet without rows has one with nothing but the marking: no file goes without.
        let rows = sheet.rows.isEmpty ? [sheet.header.map { _ in "" }] : sheet.rows
        return Array(SheetText.csv([sheet.header + ["marking"]] + rows.map { $0 + [marking] }).utf8)
    }
}
