/// Paragraph and table styles of papers in Word; headings by their built-in names, so that outlines and screen readers
/// find them.
enum WordStyles {
    /// Dense: what makes one sheet of a manager's page.
    static func styles(isDense: Bool) -> XML { isDense ? dense : normal }

    private static let dense: XML = """
        <w:styles \(WordParts.namespaces)><w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="16"/><w:szCs w:val="16"/>\
        <w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="40" w:line="240" \
        w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
        \(style("Title", name: "Title", paragraph: "<w:spacing w:before=\"0\" w:after=\"20\"/>", run: "<w:b/><w:sz w:val=\"32\"/>"))\
        \(style("Subtitle", name: "Subtitle", paragraph: "<w:spacing w:after=\"30\"/>", run: "<w:sz w:val=\"17\"/>"))\
        \(style("Kicker", name: "Kicker", paragraph: "<w:spacing w:after=\"0\"/>", run: "<w:color w:val=\"545C66\"/>"))\
        \(style("Audience", name: "Audience", paragraph: "<w:spacing w:after=\"40\"/>", run: "<w:color w:val=\"545C66\"/>"))\
        \(heading(1, before: 110, after: 30, size: 19))\(heading(2, before: 90, after: 20, size: 17))\
        \(heading(3, before: 60, after: 20, size: 16))\
        \(style("Note", name: "Note", paragraph: "<w:spacing w:after=\"40\"/>", run: "<w:sz w:val=\"19\"/>"))\
        \(style("Bulleted", name: "List Bullet", paragraph: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"0\"/>", run: ""))\
        \(style("Numbered", name: "List Number", paragraph: "<w:tabs><w:tab w:val=\"left\" w:pos=\"400\"/></w:tabs><w:spacing w:after=\"0\"/><w:ind w:left=\"400\" w:hanging=\"400\"/>", run: ""))\
        \(style("Cell", name: "Cell", paragraph: "<w:spacing w:before=\"0\" w:after=\"0\"/>", run: "<w:sz w:val=\"16\"/>"))\
        \(style("AfterTable", name: "After table", paragraph: "<w:spacing w:after=\"0\" w:line=\"80\" w:lineRule=\"exact\"/>", run: ""))\
        \(style("Header", name: "header", paragraph: "<w:spacing w:after=\"0\"/>", run: "<w:sz w:val=\"16\"/>"))\
        \(style("Footer", name: "footer", paragraph: "<w:spacing w:after=\"0\"/>", run: "<w:sz w:val=\"14\"/>"))\
        \(table("Grid", border: "4", color: "B9C0C8", margin: 70))\
        </w:styles>
        """

    private static let normal: XML = """
        <w:styles \(WordParts.namespaces)><w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/>\
        <w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="110" w:line="264" \
        w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
        \(style("Title", name: "Title", paragraph: "<w:spacing w:before=\"0\" w:after=\"60\"/>", run: "<w:b/><w:sz w:val=\"40\"/>"))\
        \(style("Subtitle", name: "Subtitle", paragraph: "<w:spacing w:after=\"80\"/>", run: "<w:sz w:val=\"23\"/>"))\
        \(style("Kicker", name: "Kicker", paragraph: "<w:spacing w:after=\"20\"/>", run: "<w:color w:val=\"545C66\"/>"))\
        \(style("Audience", name: "Audience", paragraph: "\(box)<w:spacing w:before=\"60\" w:after=\"200\"/>", run: "<w:b/>"))\
        \(heading(1, before: 320, size: 28))\(heading(2, before: 220, size: 23))\(heading(3, before: 160, size: 21))\
        \(style("Note", name: "Note", paragraph: "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"6\" w:color=\"1B1F24\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F0F2F4\"/><w:spacing w:before=\"120\" w:after=\"160\"/><w:ind w:left=\"140\"/>", run: ""))\
        \(style("Bulleted", name: "List Bullet", paragraph: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"50\"/>", run: ""))\
        \(style("Numbered", name: "List Number", paragraph: "<w:tabs><w:tab w:val=\"left\" w:pos=\"400\"/></w:tabs><w:spacing w:after=\"50\"/><w:ind w:left=\"400\" w:hanging=\"400\"/>", run: ""))\
        \(style("Cell", name: "Cell", paragraph: "<w:spacing w:before=\"20\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>", run: "<w:sz w:val=\"18\"/>"))\
        \(style("FieldLabel", name: "Field label", paragraph: "<w:keepNext/><w:spacing w:before=\"140\" w:after=\"0\"/>", run: "<w:b/>"))\
        \(style("Ruled", name: "Ruled", paragraph: "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"8B97A4\"/><w:between w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"8B97A4\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"400\" w:lineRule=\"exact\"/>", run: ""))\
        \(style("CardTitle", name: "Card title", paragraph: "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>", run: "<w:b/><w:sz w:val=\"32\"/>"))\
        \(style("CardText", name: "Card text", paragraph: "<w:spacing w:before=\"80\" w:after=\"120\"/>", run: "<w:sz w:val=\"26\"/>"))\
        \(style("CardMeta", name: "Card meta", paragraph: "<w:spacing w:after=\"40\"/>", run: "<w:color w:val=\"33404D\"/>"))\
        \(style("Header", name: "header", paragraph: "<w:spacing w:after=\"0\"/>", run: "<w:sz w:val=\"16\"/>"))\
        \(style("Footer", name: "footer", paragraph: "<w:spacing w:after=\"0\"/>", run: "<w:sz w:val=\"15\"/>"))\
        \(table("Grid", border: "4", color: "8B97A4", margin: 85))\(table("Card", border: "12", color: "1B1F24", margin: 220))\
        </w:styles>
        """

    private static let box: XML = """
        <w:pBdr><w:top w:val="single" w:sz="8" w:space="2" w:color="1B1F24"/><w:left w:val="single" w:sz="8" w:space="4" \
        w:color="1B1F24"/><w:bottom w:val="single" w:sz="8" w:space="2" w:color="1B1F24"/><w:right w:val="single" \
        w:sz="8" w:space="4" w:color="1B1F24"/></w:pBdr>
        """

    private static func style(_ id: XML, name: XML, paragraph: XML, run: XML) -> XML {
        """
        <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/><w:qFormat/>\
        <w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
        """
    }

    private static func heading(_ level: Int, before: Int, after: Int = 80, size: Int) -> XML {
        style(
            "Heading\(level)", name: "heading \(level)",
            paragraph:
                "<w:keepNext/><w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/><w:outlineLvl w:val=\"\(level - 1)\"/>",
            run: "<w:b/><w:sz w:val=\"\(size)\"/>")
    }

    private static func table(_ id: XML, border: XML, color: XML, margin: Int) -> XML {
        let lines = (["top", "left", "bottom", "right", "insideH", "insideV"] as [XML]).map { side -> XML in
            "<w:\(side) w:val=\"single\" w:sz=\"\(border)\" w:space=\"0\" w:color=\"\(color)\"/>"
        }
        return """
            <w:style w:type="table" w:styleId="\(id)"><w:name w:val="\(id) lines"/><w:tblPr><w:tblBorders>\(lines)\
            </w:tblBorders><w:tblCellMar><w:left w:w="\(margin)" w:type="dxa"/><w:right w:w="\(margin)" w:type="dxa"/>\
            </w:tblCellMar></w:tblPr></w:style>
            """
    }

    static let numbering: XML = """
        <w:numbering \(WordParts.namespaces)><w:abstractNum w:abstractNumId="0"><w:multiLevelType \
        w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>\
        <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """
}
