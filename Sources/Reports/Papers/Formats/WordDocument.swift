/// A paper as a Word document (Office Open XML, ECMA-376): a ZIP file of XML parts.
struct WordDocument {
    let paper: Paper
    let frame: Frame

    var bytes: [UInt8] {
        var archive = ZipArchive()
        for (name, part) in parts { archive.add(name, Array((Self.declaration + part.text).utf8)) }
        return archive.bytes
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    private var parts: [(String, XML)] {
        [
            ("[Content_Types].xml", WordParts.contentTypes), ("_rels/.rels", WordParts.relations),
            ("docProps/core.xml", properties), ("word/_rels/document.xml.rels", WordParts.documentRelations),
            ("word/document.xml", document), ("word/styles.xml", WordStyles.styles(isDense: paper.isDense)),
            ("word/numbering.xml", WordStyles.numbering), ("word/header1.xml", header), ("word/footer1.xml", footer),
            ("word/settings.xml", WordParts.settings),
        ]
    }

    /// No author and no time: they would tell who prepared it, and differ each time.
    private var properties: XML {
        """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(paper.title)</dc:title>\
        <dc:subject>\(frame.marking)</dc:subject></cp:coreProperties>
        """
    }

    private var header: XML {
        "<w:hdr \(WordParts.namespaces)>\(banner)</w:hdr>"
    }

    private var footer: XML {
        """
        <w:ftr \(WordParts.namespaces)>\(banner)<w:p><w:pPr><w:pStyle w:val="Footer"/>\(tabs)</w:pPr>\
        \(run("\(paper.title) · \(paper.audience.rawValue). \(Frame.harmless)\(frame.retention.map { " \($0)" } ?? "")"))\
        <w:r><w:tab/></w:r>\(field("PAGE"))\(run(" / "))\(field("NUMPAGES"))</w:p></w:ftr>
        """
    }

    private var banner: XML {
        """
        <w:p><w:pPr><w:pStyle w:val="Header"/>\(tabs)</w:pPr>\(run(Frame.banner, .strong))<w:r><w:tab/></w:r>\
        \(run(frame.marking, .strong))</w:p>
        """
    }

    private var tabs: XML { "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(textWidth)\"/></w:tabs>" }

    private func field(_ name: XML) -> XML {
        "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }

    /// A4 with margins that Letter takes as well.
    private var document: XML {
        let (width, height): (XML, XML) = paper.isLandscape ? ("16838", "11906") : ("11906", "16838")
        let orientation: XML = paper.isLandscape ? " w:orient=\"landscape\"" : ""
        return """
            <w:document \(WordParts.namespaces)><w:body>\(paragraph("Kicker", Words(frame.exercise)))\
            \(paragraph("Title", Words(paper.title)))\(paper.subtitle.isEmpty ? "" : paragraph("Subtitle", Words(paper.subtitle)))\
            \(paragraph("Audience", .strong(paper.audience.rawValue)))\(paper.blocks.map(block))\
            <w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>\
            <w:pgSz w:w="\(width)" w:h="\(height)"\(orientation)/>\
            <w:pgMar w:top="\(paper.isDense ? 1020 : 1247)" w:right="850" w:bottom="\(paper.isDense ? 907 : 1134)" w:left="850" \
            w:header="\(paper.isDense ? 397 : 510)" w:footer="\(paper.isDense ? 340 : 454)" w:gutter="0"/>\
            </w:sectPr></w:body></w:document>
            """
    }

    /// Width of the text in twentieths of a point.
    private var textWidth: Int { (paper.isLandscape ? 16838 : 11906) - 2 * 850 }

    // MARK: Blocks

    private func block(_ block: Block) -> XML {
        switch block {
        case .heading(let level, let text): paragraph("Heading\(level)", Words(text))
        case .paragraph(let words): paragraph(nil, words)
        case .list(let items, let isNumbered):
            items.enumerated().map { index, item in
                // Numbers are written, so that each list begins at 1 without a definition of its own.
                isNumbered ? paragraph("Numbered", Words("\(index + 1).\t") + item) : paragraph("Bulleted", item)
            }.reduce("", +)
        case .table(let table): self.table(table)
        case .field(let label, let lines):
            paragraph("FieldLabel", Words(label)) + (0..<lines).map { _ in paragraph("Ruled", Words("")) }.reduce("", +)
        case .checks(let items): items.map { paragraph(nil, Words("☐ ") + $0) }.reduce("", +)
        case .note(let words): paragraph("Note", words)
        case .card(let title, let meta, let body):
            card(
                paragraph("CardTitle", Words(title)) + meta.map { paragraph("CardMeta", $0) }.reduce("", +)
                    + body.map(inCard).reduce("", +))
        case .pageBreak: "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
        }
    }

    /// Cards are read at arm's length: their text is larger.
    private func inCard(_ block: Block) -> XML {
        switch block {
        case .paragraph(let words): paragraph("CardText", words)
        case .checks(let items): items.map { paragraph("CardText", Words("☐ ") + $0) }.reduce("", +)
        default: self.block(block)
        }
    }

    private func paragraph(_ style: String?, _ words: Words) -> XML {
        let properties: XML = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        return "<w:p>\(properties)\(words.runs.map { run($0.text, $0.style) })</w:p>"
    }

    private func run(_ text: String, _ style: Words.Style = .plain) -> XML {
        let properties: XML =
            switch style {
            case .plain: ""
            case .strong: "<w:rPr><w:b/></w:rPr>"
            case .quiet: "<w:rPr><w:color w:val=\"545C66\"/><w:sz w:val=\"17\"/></w:rPr>"
            }
        // Tabs and line ends have elements of their own.
        var pieces: XML = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { pieces = pieces + "<w:br/>" }
            for (index, part) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { pieces = pieces + "<w:tab/>" }
                if !part.isEmpty { pieces = pieces + "<w:t xml:space=\"preserve\">\(String(part))</w:t>" }
            }
        }
        return "<w:r>\(properties)\(pieces)</w:r>"
    }

    /// A table of one cell that does not break across pages.
    private func card(_ content: XML) -> XML {
        """
        <w:tbl><w:tblPr><w:tblStyle w:val="Card"/><w:tblW w:w="\(textWidth)" w:type="dxa"/></w:tblPr>\
        <w:tblGrid><w:gridCol w:w="\(textWidth)"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>\
        <w:tc><w:tcPr><w:tcW w:w="\(textWidth)" w:type="dxa"/></w:tcPr>\(content)\
            \(paragraph(nil, Words("")))</w:tc></w:tr></w:tbl>\
        \(paragraph(nil, Words("")))
        """
    }

    private func table(_ table: PaperTable) -> XML {
        let total = max(1, table.columns.reduce(0) { $0 + $1.width })
        let widths = table.columns.map { textWidth * $0.width / total }
        let height: XML = table.rowLines > 1 ? "<w:trHeight w:val=\"\(table.rowLines * 400)\"/>" : ""
        let head = zip(table.columns, widths).map { cell([.strong($0.title)], $1, isHead: true) }
        let header: XML = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(head)</w:tr>"
        let rows = table.rows.map { row -> XML in
            "<w:tr><w:trPr><w:cantSplit/>\(height)</w:trPr>\(zip(row, widths).map { cell($0, $1) })</w:tr>"
        }
        return """
            <w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="\(textWidth)" w:type="dxa"/>\
            <w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/></w:tblPr>\
            <w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" as XML })</w:tblGrid>\
            \(table.hasHeader ? header : "")\(rows)</w:tbl>\(paragraph(paper.isDense ? "AfterTable" : nil, Words("")))
            """
    }

    private func cell(_ paragraphs: [Words], _ width: Int, isHead: Bool = false) -> XML {
        let shade: XML = isHead ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8EBEE\"/>" : ""
        let content = (paragraphs.isEmpty ? [Words("")] : paragraphs).map { paragraph("Cell", $0) }
        return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(shade)</w:tcPr>\(content)</w:tc>"
    }
}
