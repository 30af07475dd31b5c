/// The parts of a Word document that are the same in each.
enum WordParts {
    static let namespaces: XML = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """

    static let contentTypes: XML = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
        <Override PartName="/word/document.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
        \(part("styles"))\(part("numbering"))\(part("settings"))\(part("header", file: "header1"))\
        \(part("footer", file: "footer1"))</Types>
        """

    private static func part(_ name: XML, file: XML? = nil) -> XML {
        """
        <Override PartName="/word/\(file ?? name).xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.\(name)+xml"/>
        """
    }

    static let relations: XML = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
        Target="word/document.xml"/>\
        <Relationship Id="rId2" \
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/></Relationships>
        """

    static let documentRelations: XML = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        \(relation("rId1", type: "styles", target: "styles.xml"))\(relation("rId2", type: "numbering", target: "numbering.xml"))\
        \(relation("rId3", type: "header", target: "header1.xml"))\(relation("rId4", type: "footer", target: "footer1.xml"))\
        \(relation("rId5", type: "settings", target: "settings.xml"))</Relationships>
        """

    private static func relation(_ id: XML, type: XML, target: XML) -> XML {
        """
        <Relationship Id="\(id)" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(type)" Target="\(target)"/>
        """
    }

    /// As Word 2013 and later lay it out.
    static let settings: XML = """
        <w:settings \(namespaces)><w:compat><w:compatSetting w:name="compatibilityMode" \
        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """
}
