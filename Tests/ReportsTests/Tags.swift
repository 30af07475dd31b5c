import Testing

/// One tag as a browser would read it.
struct Tag: Equatable {
    /// Lower-case as written; with a leading `/` where it closes.
    var name: String
    /// In order, with their unquoted values.
    var attributes: [(name: String, value: String)]

    static func == (one: Tag, other: Tag) -> Bool {
        one.name == other.name && one.attributes.map(\.name) == other.attributes.map(\.name)
    }

    subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }
}

/// All tags of a page, the style sheet left out. Written for clarity, for pages whose attributes are all quoted.
func tags(in html: String) -> [Tag] {
    var found: [Tag] = []
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
        rest = rest[start...].dropFirst()
        let name = rest.prefix { !" >\n".contains($0) }
        rest = rest.dropFirst(name.count)
        var attributes: [(String, String)] = []
        while let next = rest.first, next != ">" {
            if " \n/".contains(next) {
                rest = rest.dropFirst()
                continue
            }
            let attribute = rest.prefix { !"= >\n".contains($0) }
            rest = rest.dropFirst(attribute.count)
            guard rest.hasPrefix("=\"") else {
                attributes.append((String(attribute), ""))
                if attribute.isEmpty { rest = rest.dropFirst() }
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 3)
            attributes.append((String(attribute), String(value)))
        }
        found.append(Tag(name: String(name), attributes: attributes))
        if name == "style", let end = rest.firstRange(of: "</style>") { rest = rest[end.lowerBound...] }
    }
    return found
}

/// Every element that is opened is closed, in order: what a lenient browser would forgive and a reader never see.
func expectBalanced(_ tags: [Tag], sourceLocation: SourceLocation = #_sourceLocation) {
    let void: Set = ["meta", "line", "rect", "circle", "use", "polyline", "br", "!DOCTYPE"]
    var open: [String] = []
    for tag in tags where !void.contains(tag.name) {
        if tag.name.hasPrefix("/") {
            let closes = open.popLast()
            guard closes == String(tag.name.dropFirst()) else {
                Issue.record("<\(tag.name)> comes where <\(closes ?? "")> is open", sourceLocation: sourceLocation)
                return
            }
        } else {
            open.append(tag.name)
        }
    }
    #expect(open.isEmpty, "left open", sourceLocation: sourceLocation)
}
