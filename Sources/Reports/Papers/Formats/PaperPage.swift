/// A paper as one self-contained HTML page with a print style sheet.
struct PaperPage {
    let paper: Paper
    let frame: Frame

    var markup: Markup {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="robots" content="noindex, nofollow">
        <title>\(paper.title) · \(frame.marking)</title>
        <style>
        \(PaperStyles.sheet(paper: paper, frame: frame))</style>
        </head>
        <body>
        <aside class="marking" aria-label="Marking"><span>\(Frame.banner)</span><strong>\(frame.marking)</strong></aside>
        <main\(isWide)>
        <header>
        <p class="kicker">\(.name(frame.exercise))</p>
        <h1>\(paper.title)</h1>
        <p class="subtitle">\(.name(paper.subtitle))</p>
        <p class="audience">\(paper.audience.rawValue)</p>
        </header>
        \(Self.blocks(paper.blocks))</main>
        <footer>
        <p>\(Frame.harmless)\(frame.retention.map { " \($0)" } ?? .empty)</p>
        <div class="marking"><span>\(Frame.banner)</span><strong>\(frame.marking)</strong></div>
        </footer>
        </body>
        </html>

        """
    }

    private var isWide: Markup { paper.isLandscape ? " class=\"wide\"" : "" }

    static func blocks(_ blocks: [Block]) -> [Markup] { blocks.map(block) }

    private static func block(_ block: Block) -> Markup {
        switch block {
        case .heading(let level, let text):
            let tag = Markup(trusted: "h\(level + 1)")
            return "<\(tag)>\(.name(text))</\(tag)>\n"
        case .paragraph(let words): return "<p>\(markup(words))</p>\n"
        case .list(let items, let isNumbered):
            let tag: Markup = isNumbered ? "ol" : "ul"
            return "<\(tag)>\(items.map { "<li>\(markup($0))</li>\n" as Markup })</\(tag)>\n"
        case .table(let table): return markup(table)
        case .field(let label, let lines):
            let rows = Markup(trusted: String(repeating: "<span class=\"rule\"></span>", count: lines))
            return "<div class=\"field\"><p>\(label)</p>\(rows)</div>\n"
        case .checks(let items):
            return "<div class=\"checks\">\(items.map { "<p>☐ \(markup($0))</p>\n" as Markup })</div>\n"
        case .note(let words): return "<p class=\"note\">\(markup(words))</p>\n"
        case .card(let title, let meta, let body):
            return """
                <section class="card">
                <h2>\(.name(title))</h2>
                \(meta.map { "<p class=\"meta\">\(markup($0))</p>\n" as Markup })\(blocks(body))</section>

                """
        case .pageBreak: return "<div class=\"page-break\"></div>\n"
        }
    }

    private static func markup(_ table: PaperTable) -> Markup {
        let total = max(1, table.columns.reduce(0) { $0 + $1.width })
        let widths = table.columns.map { column -> Markup in
            "<col style=\"width:\(column.width * 100 / total)%\">"
        }
        let titles = table.columns.map { "<th scope=\"col\">\($0.title)</th>" as Markup }
        let head: Markup = table.hasHeader ? "<thead><tr>\(titles)</tr></thead>\n" : .empty
        let style: Markup = table.rowLines > 1 ? " style=\"height:\(String(table.rowLines * 2))em\"" : .empty
        let isCrowded = table.isCrowded
        let kind: Markup = isCrowded ? " class=\"crowded\"" : ""
        let rows = table.rows.map { row -> Markup in
            let cells = zip(table.columns, row).map { column, cell -> Markup in
                let paragraphs = cell.map { "<p>\(markup($0))</p>" as Markup }
                return isCrowded ? "<td data-label=\"\(column.title)\">\(paragraphs)</td>" : "<td>\(paragraphs)</td>"
            }
            return "<tr\(style)>\(cells)</tr>\n"
        }
        return """
            <table\(kind)><colgroup>\(widths)</colgroup>
            \(head)<tbody>
            \(rows)</tbody></table>

            """
    }

    /// Each stretch keeps its own writing direction.
    static func markup(_ words: Words) -> Markup {
        words.runs.map { run -> Markup in
            switch run.style {
            case .plain: "<bdi>\(run.text)</bdi>"
            case .strong: "<strong><bdi>\(run.text)</bdi></strong>"
            case .quiet: "<small><bdi>\(run.text)</bdi></small>"
            }
        }.reduce(.empty, +)
    }
}
