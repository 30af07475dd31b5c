/// A table in Markdown.
struct MarkdownTable {
    var head: [String]
    var rows: [[String]] = []
    /// Columns of numbers stand to the right.
    var numeric: Set<Int> = []

    var text: String {
        func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
        let rule = head.indices.map { numeric.contains($0) ? "---:" : "---" }
        return ([line(head), line(rule)] + rows.map(line)).joined(separator: "\n")
    }
}
