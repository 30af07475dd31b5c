/// A table that turns into one card a row on a narrow screen. The roles keep it a table for screen readers there.
struct Table {
    struct Column {
        enum Kind: String {
            case name, text, number, chart
        }

        var title: String
        var kind: Kind
        /// Shown in place of the title, such as a chart's axis; the title stays as its text alternative.
        var axis: Markup?

        init(_ title: String, _ kind: Kind, axis: Markup? = nil) {
            self.title = title
            self.kind = kind
            self.axis = axis
        }
    }

    var caption: Markup
    /// More words for the style sheet.
    var style = ""
    var columns: [Column]
    /// As many cells as columns.
    var rows: [[Markup]]

    var markup: Markup {
        """
        <table class="cards \(style)" role="table">
        <caption>\(caption)</caption>
        <thead role="rowgroup"><tr role="row">\(columns.map(head))</tr></thead>
        <tbody role="rowgroup">
        \(rows.map(row))</tbody>
        </table>

        """
    }

    private func head(_ column: Column) -> Markup {
        "<th role=\"columnheader\" scope=\"col\" class=\"\(column.kind.rawValue)\(column.axis == nil ? "" : " scaled")\">\(column.axis ?? "\(column.title)")</th>"
    }

    private func row(_ cells: [Markup]) -> Markup {
        precondition(cells.count == columns.count, "a row of \(cells.count) cells in a table of \(columns.count)")
        let content = zip(columns, cells).map { column, cell -> Markup in
            column.kind == .name
                ? "<th role=\"rowheader\" scope=\"row\" class=\"name\">\(cell)</th>"
                : "<td role=\"cell\" class=\"\(column.kind.rawValue)\" data-label=\"\(column.title)\">\(cell)</td>"
        }
        return "<tr role=\"row\">\(content)</tr>\n"
    }
}
