/// Lines of a page of text in a terminal, at most 100 columns wide.
struct TextPage {
    private(set) var lines: [String] = []
    let style: Style

    init(_ style: Style) { self.style = style }

    /// What has been written, ended by a newline.
    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func gap() { lines.append("") }

    mutating func add(_ line: String) { lines.append(line) }

    mutating func heading(_ text: String) {
        lines += text.printable.wrapped(toWidth: RunText.width).map { style(.heading, $0) }
    }

    /// A paragraph in lines of the page's width; the first begins with `first`, the others stand under its text.
    mutating func paragraph(_ text: String, first: String = "", indent: Int? = nil, _ emphasis: Style.Emphasis? = nil) {
        let indent = indent ?? first.displayWidth
        // A number and its percent sign stay together.
        let bound = text.printable.split(separator: " %", omittingEmptySubsequences: false).joined(separator: "\u{A0}%")
        let wrapped = bound.wrapped(toWidth: RunText.width - max(first.displayWidth, indent)).map { line in
            line.split(separator: "\u{A0}", omittingEmptySubsequences: false).joined(separator: " ")
        }
        for (index, line) in wrapped.enumerated() {
            lines.append((index == 0 ? first : String(repeating: " ", count: indent)) + style(emphasis, line))
        }
    }

    mutating func table(_ table: Table, indent: Int = 2) {
        var table = table
        table.limit = RunText.width - indent
        let margin = String(repeating: " ", count: indent)
        lines += table.text(style).split(separator: "\n", omittingEmptySubsequences: true).map { margin + $0 }
    }
}
