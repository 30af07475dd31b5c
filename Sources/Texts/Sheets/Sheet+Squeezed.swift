extension Sheet {
    /// What stands between the cells of rows that each stand whole in one cell, as after opening a file with the wrong
    /// separator and saving it; nil where the table is sound.
    ///
    /// - Parameter start: the place of the header among the rows.
    package func squeezed(from start: Int) -> String? {
        let rows = self.rows[start...]
        guard let header = rows.first else { return nil }
        // A header of one column is sound, whatever its cells hold, unless it names several itself.
        let isWide = header.cells.count > 1
        let below = isWide && rows.count > 1 ? rows.dropFirst() : rows
        let whole = below.map { row in row.cells.filter { !$0.isEmpty } }.filter { $0.count == 1 }.map { $0[0].text }
        return [",", ";", "\t", "|"].first { separator in
            let parts = { (text: String) in text.split(separator: separator, omittingEmptySubsequences: false).count }
            // Rows that needed no quotation marks may have come through, where the separators were the same after all.
            let isMost = whole.count * 10 >= below.count * 9 && whole.allSatisfy { parts($0) > 2 }
            let isSome = isWide && whole.count { parts($0) > max(2, header.cells.count - 2) } > 2
            return (isMost || isSome) && (isWide || parts(header.cells[0].text) > 2)
        }
    }
}

extension SheetReport {
    /// One sentence for all rows of such a table.
    mutating func squeezed(_ separator: String, at row: SheetRow) {
        let (message, fix) = SqueezedSheet.words(separator)
        error(.columns, message, line: row.line, fix: fix)
    }
}

/// What is said of a table whose rows each stand whole in one cell.
package enum SqueezedSheet {
    /// Message and fix; the separator is the one that stands inside the cells.
    package static func words(_ separator: String) -> (message: String, fix: String) {
        let name = separator == "\t" ? "a tab" : separator.quoted
        return (
            "each row stands whole in one cell: the file has \(name) between its cells, was opened with another separator, and saved",
            "open the file as it was before with Data, From Text/CSV, choose \(name) as separator, and save it as \"CSV UTF-8\""
        )
    }
}
