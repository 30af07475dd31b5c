/// One paper for the meeting, in no format yet: each paper builds one, each format renders it.
package struct Paper: Sendable, Equatable {
    /// Name of its file, without extension: "facilitator-guide".
    package var name: String
    /// At the head of the first page.
    package var title: String
    /// Under the title: whose paper, which story.
    package var subtitle: String
    /// Who may hold it in their hands, for the head of every page.
    package var audience: Audience
    /// A sheet that is wider than high.
    package var isLandscape = false
    /// Small letters and narrow margins, to be one sheet.
    package var isDense = false
    /// From top to bottom.
    package var blocks: [Block]
    /// The same content as rows for a spreadsheet; most papers have none.
    package var sheet: Sheet?
    /// Has the paper no page of its own (a sheet alone)?
    package var isSheetOnly = false

    /// Whose hands a paper is for.
    package enum Audience: String, Sendable {
        case players = "For players"
        case facilitators = "For facilitators only - do not show to players"
        case evaluators = "For evaluators and facilitators only - do not show to players"
        case everybody = "For all participants"
        case organization = "For those who own the improvement plan"
        case company = "For this company, as far as the marking allows"
        case coordinators = "For the exercise's coordinators, as far as the marking allows"
    }
}

/// A part of a paper.
package indirect enum Block: Sendable, Equatable {
    /// Level 1…3; the paper's title is no heading.
    case heading(Int, String)
    case paragraph(Words)
    case list([Words], isNumbered: Bool)
    case table(PaperTable)
    /// A labelled space to write in by hand, so many lines high.
    case field(String, lines: Int)
    /// Things to tick.
    case checks([Words])
    /// Something that must not be overlooked.
    case note(Words)
    /// Kept together on one page, to be cut out or handed over.
    case card(title: String, meta: [Words], body: [Block])
    case pageBreak
}

/// A table with a header row that is repeated on each page.
package struct PaperTable: Sendable, Equatable {
    /// A column and its share of the width.
    package struct Column: Sendable, Equatable {
        /// In the header row; a table whose titles are all empty has none.
        package var title: String
        /// Its share of the table's width: in parts of the sum over all columns.
        package var width: Int

        package init(_ title: String, _ width: Int) {
            self.title = title
            self.width = width
        }
    }

    /// From left to right.
    package var columns: [Column]
    /// As many cells as columns; each cell has paragraphs.
    package var rows: [[[Words]]]
    /// Rows are at least so many lines high, to write in.
    package var rowLines = 1

    /// Each cell has as many paragraphs as stand in it; a row without a cell for each column is a programmer's mistake.
    package init(_ columns: [Column], _ rows: [[[Words]]], rowLines: Int = 1) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "as many cells as columns")
        self.columns = columns
        self.rows = rows
        self.rowLines = rowLines
    }

    /// Whether any column has a title.
    var hasHeader: Bool { columns.contains { !$0.title.isEmpty } }

    /// Whether its longest words do not fit side by side on a phone: a narrow screen then shows each row as a block.
    var isCrowded: Bool {
        guard hasHeader else { return false }
        let letters = columns.enumerated().map { place, column in
            let texts = [column.title] + rows.flatMap { $0[place].map(\.text) }
            return texts.flatMap { $0.split(separator: " ") }.map(\.count).max() ?? 0
        }
        // A phone's width in letters, with two of each column for its edges.
        return letters.reduce(0) { $0 + $1 + 2 } > 44
    }

    /// Cells of one paragraph each.
    package init(_ columns: [Column], words rows: [[Words]], rowLines: Int = 1) {
        self.init(columns, rows.map { $0.map { [$0] } }, rowLines: rowLines)
    }
}

/// Rows for a spreadsheet.
package struct Sheet: Sendable, Equatable {
    /// Titles of the columns.
    package var header: [String]
    /// As many cells as the header has.
    package var rows: [[String]]

    package init(_ header: [String], _ rows: [[String]]) {
        self.header = header
        self.rows = rows
    }
}
