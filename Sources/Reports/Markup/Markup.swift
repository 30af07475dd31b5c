/// A piece of HTML. What is written in the source is taken as it stands; every `String` put into it is escaped, so
/// that text from documents can never become markup.
struct Markup: Sendable, Equatable {
    private(set) var html: String

    static let empty = Markup(trusted: "")

    /// For text that is this module's own, such as the style sheet.
    init(trusted html: String) {
        self.html = html
    }

    /// Text as a reader sees it; safe in element content and in quoted attributes.
    init(text: String) {
        html = Self.escape(text)
    }

    static func escape(_ text: String) -> String {
        if !text.utf8.contains(where: needsCare) { return text }
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            // HTML has no way to write control characters.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Markup {
    /// Whether a byte of UTF-8 may belong to something that is not written as it stands. 0xC2 leads U+0080…U+00BF.
    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case 0...0x1F, 0x7F, 0xC2: true
        default: false
        }
    }
}

extension Markup: ExpressibleByStringInterpolation {
    struct StringInterpolation: StringInterpolationProtocol {
        var html = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            html.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) {
            html += literal
        }

        mutating func appendInterpolation(_ text: String) {
            html += Markup.escape(text)
        }

        mutating func appendInterpolation(_ number: Int) {
            html += String(number)
        }

        mutating func appendInterpolation(_ markup: Markup) {
            html += markup.html
        }

        mutating func appendInterpolation(_ pieces: [Markup]) {
            for piece in pieces { html += piece.html }
        }
    }

    init(stringLiteral value: String) {
        html = value
    }

    init(stringInterpolation: StringInterpolation) {
        html = stringInterpolation.html
    }
}

extension Markup {
    /// A name that somebody else gave: its writing direction stays inside.
    static func name(_ text: String) -> Markup {
        "<bdi>\(text)</bdi>"
    }

    /// A number with its unit, kept on one line.
    static func figure(_ text: String) -> Markup {
        "<span class=\"figure\">\(text)</span>"
    }
}

extension Markup {
    static func + (one: Markup, other: Markup) -> Markup {
        Markup(trusted: one.html + other.html)
    }
}
