/// A table of a run as rows for other programs: one fact a row, every column explained.
package struct ExportTable: Sendable, Equatable {
    /// A column's heading and what stands below it.
    package struct Column: Sendable, Equatable {
        /// In the first line of the file.
        package var name: String
        /// What a cell says, with its unit; for the tables' README.
        package var meaning: String
    }

    /// Name of its file, without extension.
    package var name: String
    /// What a row is.
    package var about: String
    /// In the order of the cells.
    package var columns: [Column]
    /// As many cells as columns.
    package var rows: [[String]]

    var sheet: Sheet { Sheet(columns.map(\.name), rows) }
}

/// A column and how its cells come from a fact.
struct ExportColumn<Fact> {
    let name: String
    let meaning: String
    let cell: (Fact) -> String

    init(_ name: String, _ meaning: String, cell: @escaping (Fact) -> some ExportCell) {
        self.name = name
        self.meaning = meaning
        self.cell = { cell($0).exported }
    }

    /// The same column of what the fact holds.
    func of<Whole>(_ part: @escaping (Whole) -> Fact) -> ExportColumn<Whole> {
        ExportColumn<Whole>(name, meaning) { cell(part($0)) }
    }
}

extension ExportTable {
    /// Columns in groups, so that tables share them.
    init<Fact>(_ name: String, about: String, facts: [Fact], columns groups: [ExportColumn<Fact>]...) {
        let columns = groups.flatMap(\.self)
        self.init(
            name: name, about: about, columns: columns.map { Column(name: $0.name, meaning: $0.meaning) },
            rows: facts.map { fact in columns.map { $0.cell(fact) } })
    }
}

/// What can stand in a cell. Numbers are for other programs: a point for decimals, no thousands, all digits that the
/// result holds.
protocol ExportCell {
    var exported: String { get }
}

extension String: ExportCell {
    var exported: String { self }
}

extension Int: ExportCell {
    var exported: String { String(self) }
}

extension Double: ExportCell {
    /// Empty where it is not finite.
    var exported: String {
        guard isFinite else { return "" }
        if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
        return "\(self)"
    }
}

/// Empty where there is none.
extension Optional: ExportCell where Wrapped: ExportCell {
    var exported: String { self?.exported ?? "" }
}
