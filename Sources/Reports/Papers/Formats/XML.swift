/// A piece of XML. What is written in the source is taken as it stands; every `String` put into it is escaped.
struct XML: Sendable, Equatable {
    private(set) var text: String

    static func + (one: XML, other: XML) -> XML {
        var xml = one
        xml.text += other.text
        return xml
    }

    /// Text for element content and quoted attributes. What XML 1.0 (section 2.2) allows in no way, control characters
    /// and the two noncharacters, becomes U+FFFD: one of them would make the whole file unreadable.
    static func escape(_ text: String) -> String {
        // HTML's rules, and the noncharacters, which HTML does allow.
        let allowed = text.unicodeScalars.map { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" ? "\u{FFFD}" : $0 }
        return Markup.escape(String(String.UnicodeScalarView(allowed)))
    }
}

extension XML: ExpressibleByStringInterpolation {
    struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ string: String) { text += XML.escape(string) }

        mutating func appendInterpolation(_ number: Int) { text += String(number) }

        mutating func appendInterpolation(_ xml: XML) { text += xml.text }

        mutating func appendInterpolation(_ pieces: [XML]) { for piece in pieces { text += piece.text } }
    }

    init(stringLiteral value: String) { text = value }

    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
}
