/// A piece of one of this module's own pages, read back.
indirect enum PageNode {
    case element(name: String, attributes: [String: String], children: [PageNode])
    case text(String)

    /// The pieces of a page. Made for pages of this module, whose elements are closed and whose attributes are quoted; of
    /// any other text it makes something, too.
    static func read(_ html: String) -> [PageNode] {
        var reader = PageReader(html)
        return reader.nodes(until: nil)
    }
}

/// Goes through a page once, byte by byte.
private struct PageReader {
    private let bytes: [UInt8]
    private var place = 0
    /// Elements that are open, so that a stray end tag closes nothing.
    private var open: [String] = []

    private static let void: Set = [
        "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    private static let deepest = 200

    init(_ html: String) { bytes = Array(html.utf8) }

    mutating func nodes(until end: String?) -> [PageNode] {
        var nodes: [PageNode] = []
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let start = place
                while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
                nodes.append(.text(Self.plain(String(decoding: bytes[start..<place], as: UTF8.self))))
                continue
            }
            if starts(with: "</") {
                let before = place
                place += 2
                let name = word()
                skip(past: ">")
                if name == end { return nodes }
                // Somebody else's end: let whoever is open see it; nobody's: leave it out.
                if open.contains(name) {
                    place = before
                    return nodes
                }
            } else if starts(with: "<!--") {
                skip(past: "-->")
            } else if starts(with: "<!") {
                skip(past: ">")
            } else {
                nodes.append(element())
            }
        }
        return nodes
    }

    private mutating func element() -> PageNode {
        place += 1
        let name = word()
        var attributes: [String: String] = [:]
        var isClosed = false
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            if bytes[place] <= 0x20 || bytes[place] == UInt8(ascii: "/") {
                isClosed = bytes[place] == UInt8(ascii: "/")
                place += 1
                continue
            }
            isClosed = false
            let attribute = word()
            guard !attribute.isEmpty else {
                place += 1
                continue
            }
            attributes[attribute] = ""
            guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "="), bytes[place + 1] == UInt8(ascii: "\"")
            else {
                continue
            }
            let start = place + 2
            place = start
            while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
            attributes[attribute] = Self.plain(String(decoding: bytes[start..<place], as: UTF8.self))
            place += 1
        }
        place += 1
        if name == "style" || name == "script" {
            skip(past: "</\(name)>")
            return .element(name: name, attributes: attributes, children: [])
        }
        if isClosed || Self.void.contains(name) || open.count >= Self.deepest {
            return .element(name: name, attributes: attributes, children: [])
        }
        open.append(name)
        let children = nodes(until: name)
        open.removeLast()
        return .element(name: name, attributes: attributes, children: children)
    }

    private func starts(with text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place + length <= bytes.count else { return false }
        return (0..<length).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }

    private mutating func skip(past text: String) {
        let wanted = Array(text.utf8)
        while place < bytes.count, !bytes[place...].starts(with: wanted) { place += 1 }
        place = min(bytes.count, place + wanted.count)
    }

    private mutating func word() -> String {
        let start = place
        while place < bytes.count, bytes[place] > 0x20, !"=/><\"'".utf8.contains(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// What `Markup.escape` has written, taken back.
    private static func plain(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var plain = text
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;", "&"),
        ] {
            plain = plain.replacing(entity, with: character)
        }
        return plain
    }
}
