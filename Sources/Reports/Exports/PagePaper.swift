/// A page of the report as a paper: the same sentences, made for a word processor. Drawings stay behind; the figures that
/// stand beside each of them come along.
struct PagePaper {
    let name: String
    let audience: Paper.Audience
    /// Small letters, because the page is to be one sheet.
    let isDense: Bool
    let html: String

    var paper: Paper {
        var reader = PageBlocks(isDense: isDense)
        reader.read(PageNode.read(html))
        return Paper(
            name: name, title: reader.title ?? name, subtitle: reader.subtitle ?? "", audience: audience,
            isDense: isDense, blocks: reader.blocks)
    }
}

/// Builds blocks from the pieces of a page.
private struct PageBlocks {
    let isDense: Bool
    var title: String?
    var subtitle: String?
    var blocks: [Block] = []
    /// Text that stands in no paragraph of its own yet.
    private var loose: [PageNode] = []

    init(isDense: Bool) { self.isDense = isDense }

    private static let inline: Set = [
        "a", "abbr", "b", "bdi", "br", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time", "wbr",
    ]
    private static let left: Set = ["head", "style", "script", "nav", "svg", "template", "colgroup", "aside", "button"]
    /// What pages mark as theirs alone: ways to other places, keys to drawings.
    private static let leftClasses: Set = [
        "skip", "marking", "patterns", "kicker", "chart-key", "screen-only", "narrow-only",
    ]

    mutating func read(_ nodes: [PageNode]) {
        for node in nodes { read(node) }
        flush()
    }

    private mutating func read(_ node: PageNode) {
        guard case .element(let name, let attributes, let children) = node else {
            loose.append(node)
            return
        }
        guard !Self.isLeft(name, attributes) else { return }
        if Self.inline.contains(name) {
            loose.append(node)
            return
        }
        flush()
        // Only of what is text itself: what holds others would be read once for each that it lies in.
        var words: Words { PageWords.of(children) }
        switch name {
        case "title", "base", "meta", "link": return
        case "h1": title = title ?? words.text
        case "h2", "h3", "h4", "h5", "h6":
            blocks.append(.heading(min(3, Int(name.dropFirst()).map { $0 - 1 } ?? 3), words.text))
        case "p", "figcaption", "summary", "dt", "dd":
            let words = words
            if attributes["class"]?.contains("stamp") == true, subtitle == nil {
                subtitle = words.text
            } else if !words.runs.isEmpty {
                blocks.append(isNote(attributes) ? .note(words) : .paragraph(words))
            }
        case "ul", "ol":
            let items = children.items.filter { !$0.runs.isEmpty }
            if let line = line(of: items, "inline", attributes) {
                blocks.append(.paragraph(line))
            } else if !items.isEmpty {
                blocks.append(.list(items, isNumbered: name == "ol"))
            }
        case "dl":
            let items = children.definitions
            if let line = line(of: items, "facts", attributes) {
                blocks.append(.paragraph(line))
            } else if !items.isEmpty {
                blocks.append(.list(items, isNumbered: false))
            }
        case "table": table(children)
        default: read(children)
        }
    }

    /// What the page shows side by side, as its class says: one after the other in a line.
    private func line(of items: [Words], _ word: String, _ attributes: [String: String]) -> Words? {
        let isInline = attributes["class"]?.split(separator: " ").contains { $0 == word } ?? false
        // On a sheet without room, a list of names is a line, too.
        let isShort = isDense && items.count > 2 && items.allSatisfy { $0.text.count <= 45 }
        guard let first = items.first, isInline || isShort else { return nil }
        return items.dropFirst().reduce(first) { $0 + " · " + $1 }
    }

    private func isNote(_ attributes: [String: String]) -> Bool {
        let classes = attributes["class"]?.split(separator: " ") ?? []
        return classes.contains("note") || classes.contains("lead")
    }

    private mutating func flush() {
        let words = PageWords.of(loose)
        loose = []
        if !words.runs.isEmpty { blocks.append(.paragraph(words)) }
    }

    static func isLeft(_ name: String, _ attributes: [String: String]) -> Bool {
        if left.contains(name) || attributes["hidden"] != nil { return true }
        guard let classes = attributes["class"] else { return false }
        return classes.split(separator: " ").contains { leftClasses.contains(String($0)) }
    }

    // MARK: Tables

    private mutating func table(_ children: [PageNode]) {
        let rows = children.rows
        guard let head = rows.first, rows.count > 1 else { return }
        let kept = head.indices.filter { !head[$0].isChart }
        guard !kept.isEmpty else { return }
        let cells = rows.dropFirst().map { row in
            kept.map { column in column < row.count ? row[column].paragraphs(isDense: isDense) : [Words("")] }
        }
        if let caption = children.caption {
            // What follows the first sentence explains the drawing.
            let first = kept.count < head.count ? caption.text.split(separator: ". ").first.map(String.init) : nil
            blocks.append(.paragraph(.quiet(first ?? caption.text)))
        }
        let titles = kept.map { head[$0].words.text }
        let columns = kept.indices.map { place in
            PaperTable.Column(titles[place], width([titles[place]] + cells.flatMap { $0[place].map(\.text) }))
        }
        blocks.append(.table(PaperTable(columns, cells)))
    }

    /// In letters: the longest word at least, a line of a paragraph at most.
    private func width(_ texts: [String]) -> Int {
        let word = texts.flatMap { $0.split(separator: " ") }.map(\.count).max() ?? 0
        let line = texts.map(\.count).max() ?? 0
        return max(word + 2, min(line + 2, isDense ? 60 : 38), 6)
    }
}

/// A cell of a page's table.
private struct PageCell {
    var isChart: Bool
    var children: [PageNode]

    var words: Words { PageWords.of(children) }

    /// Small print on a line of its own, where there is room.
    func paragraphs(isDense: Bool) -> [Words] {
        guard !isDense else { return [words] }
        var lines: [Words] = []
        for run in words.runs {
            if run.style == .quiet || lines.isEmpty || lines.last?.runs.last?.style == .quiet {
                lines.append(Words(run.text.trimmed, run.style))
            } else {
                lines[lines.count - 1] = lines[lines.count - 1] + Words(run.text, run.style)
            }
        }
        return lines.isEmpty ? [Words("")] : lines
    }
}

extension [PageNode] {
    /// All elements of the names, outermost only, that are not left behind.
    fileprivate func elements(_ names: Set<String>) -> [(
        name: String, attributes: [String: String], children: [PageNode]
    )] {
        flatMap { node -> [(name: String, attributes: [String: String], children: [PageNode])] in
            guard case .element(let name, let attributes, let children) = node,
                !PageBlocks.isLeft(name, attributes)
            else { return [] }
            return names.contains(name) ? [(name, attributes, children)] : children.elements(names)
        }
    }

    fileprivate var caption: Words? {
        let words = elements(["caption"]).first.map { PageWords.of($0.children) }
        return words?.runs.isEmpty == false ? words : nil
    }

    fileprivate var rows: [[PageCell]] {
        elements(["tr"]).map { row in
            row.children.elements(["th", "td"]).map { cell in
                PageCell(
                    isChart: cell.attributes["class"]?.split(separator: " ").contains("chart") ?? false,
                    children: cell.children)
            }
        }
    }

    /// The items of a list; a list inside an item follows it, the steps of a way one after the other.
    fileprivate var items: [Words] {
        elements(["li"]).map { item in
            let inner = item.children.elements(["ul", "ol"])
            guard !inner.isEmpty else { return PageWords.of(item.children) }
            let own = item.children.filter { node in
                guard case .element(let name, _, _) = node else { return true }
                return name != "ul" && name != "ol"
            }
            return inner.reduce(PageWords.of(own)) { words, list in
                let isChain = list.attributes["class"]?.contains("chain") ?? false
                let text = list.children.items.map(\.text).joined(separator: isChain ? " → " : "; ")
                return words.runs.isEmpty ? Words(text) : words + Words(" \(text)")
            }
        }
    }

    fileprivate var definitions: [Words] {
        var items: [Words] = []
        for entry in elements(["dt", "dd"]) {
            let words = PageWords.of(entry.children)
            if entry.name == "dt" {
                items.append(.strong("\(words.text): "))
            } else if let last = items.indices.last {
                items[last] = items[last] + words
            }
        }
        return items
    }
}

/// Text with emphasis from the pieces of a page, white space as a browser shows it.
private enum PageWords {
    static func of(_ nodes: [PageNode]) -> Words {
        var runs: [Words.Run] = []
        collect(nodes, style: .plain, into: &runs)
        // Between two stretches, one blank at most; at either end, none.
        var words = Words("")
        var isAfterBlank = true
        for run in runs {
            var text = run.text.singleBlanks
            if isAfterBlank, text.hasPrefix(" ") { text.removeFirst() }
            guard !text.isEmpty else { continue }
            isAfterBlank = text.hasSuffix(" ") || text.hasSuffix("\n")
            if let last = words.runs.last, last.style == run.style {
                words.runs[words.runs.count - 1].text += text
            } else {
                words.runs.append(Words.Run(text: text, style: run.style))
            }
        }
        while let last = words.runs.last, last.text.hasSuffix(" ") {
            words.runs[words.runs.count - 1].text.removeLast()
            if words.runs.last?.text.isEmpty == true { words.runs.removeLast() }
        }
        return words
    }

    private static func collect(_ nodes: [PageNode], style: Words.Style, into runs: inout [Words.Run]) {
        for node in nodes {
            switch node {
            case .text(let text): runs.append(Words.Run(text: text, style: style))
            case .element(let name, let attributes, let children):
                guard !PageBlocks.isLeft(name, attributes) else { continue }
                switch name {
                case "br": runs.append(Words.Run(text: " ", style: style))
                case "strong", "b": collect(children, style: style == .quiet ? .quiet : .strong, into: &runs)
                case "small": collect(children, style: .quiet, into: &runs)
                case "p", "div", "li", "dt", "dd", "ul", "ol":
                    runs.append(Words.Run(text: " ", style: style))
                    collect(children, style: style, into: &runs)
                    runs.append(Words.Run(text: " ", style: style))
                default: collect(children, style: style, into: &runs)
                }
            }
        }
    }
}

extension String {
    /// Blanks, tabs and line ends in a row become one blank; a no-break space stays.
    fileprivate var singleBlanks: String {
        var text: [UInt8] = []
        text.reserveCapacity(utf8.count)
        var isAfterBlank = false
        for byte in utf8 {
            // Blank, tab, line end; no other letter has such a byte in it.
            let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if !isBlank { text.append(byte) } else if !isAfterBlank { text.append(0x20) }
            isAfterBlank = isBlank
        }
        return String(decoding: text, as: UTF8.self)
    }

    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.hasPrefix(" ") { text.removeFirst() }
        while text.hasSuffix(" ") { text.removeLast() }
        return String(text)
    }
}
