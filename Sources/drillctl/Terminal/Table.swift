/// Rows in aligned columns, by display width.
struct Table: Sendable {
    enum Alignment: Sendable { case leading, trailing }

    struct Column: Sendable {
        var title: String
        var alignment = Alignment.leading
        /// Longer text is cut with `…`.
        var widest = 40
    }

    struct Cell: Sendable, ExpressibleByStringLiteral {
        var text: String
        var emphasis: Style.Emphasis?

        init(_ text: String, _ emphasis: Style.Emphasis? = nil) {
            self.text = text.printable
            self.emphasis = emphasis
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    var columns: [Column]
    var rows: [[Cell]] = []
    /// Columns of space between two columns.
    var gap = 2
    /// Columns of the terminal that a line takes at most: the widest texts are cut until it fits.
    var limit = 100

    /// The title line and the rows, each ended by a newline and without trailing spaces.
    func text(_ style: Style) -> String {
        var widths = columns.indices.map { index in
            let widestCell = rows.map { $0[index].text.displayWidth }.max() ?? 0
            return max(columns[index].title.displayWidth, min(widestCell, columns[index].widest))
        }
        while widths.reduce(gap * (widths.count - 1), +) > limit, let widest = widths.max(), widest > 8 {
            widths[widths.firstIndex(of: widest) ?? 0] -= 1
        }
        let titles = columns.map { Cell($0.title, .aside) }
        return ([titles] + rows).map { line($0, widths: widths, style: style) + "\n" }.joined()
    }

    private func line(_ cells: [Cell], widths: [Int], style: Style) -> String {
        // Emphasis goes round the text, never round the padding: the last cell then needs no trimming of escapes.
        var line = ""
        var owed = 0
        for (index, cell) in cells.enumerated() {
            let text = cell.text.truncated(toWidth: widths[index])
            let space = widths[index] - text.displayWidth
            let before = columns[index].alignment == .trailing ? space : 0
            if text.isEmpty {
                owed += widths[index] + gap
                continue
            }
            line += String(repeating: " ", count: owed + before) + style(cell.emphasis, text)
            owed = space - before + gap
        }
        return line
    }
}
