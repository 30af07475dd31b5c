/// A piece of Markdown. What is written in the source is taken as it stands; every `String` put into it is escaped, so
/// that text from a catalog can become neither HTML nor a link nor a code for the terminal.
struct Markdown: Sendable, Equatable {
    private(set) var text: String

    static let empty: Markdown = ""

    static func + (first: Markdown, second: Markdown) -> Markdown { Markdown(trusted: first.text + second.text) }

    static func += (first: inout Markdown, second: Markdown) { first.text += second.text }

    private init(trusted text: String) { self.text = text }

    /// A row of a table.
    static func row(_ cells: [Markdown]) -> Markdown { "| \(cells.joined(separator: " | ")) |\n" }

    /// Punctuation that means something as an entity or behind a backslash, line ends as spaces. Plain words stay as
    /// they are: a colon is escaped in an address only, `&` where an entity could end.
    private static func escape(_ text: String) -> String {
        let scalars = Array(text.printableLines.unicodeScalars)
        let lastSemicolon = scalars.lastIndex(of: ";") ?? -1
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : " "
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\n", "\t": escaped += " "
            case "&" where place < lastSemicolon: escaped += "&amp;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "@": escaped += "\\\(scalar)"
            case ":" where next == "/": escaped += "\\:"
            case "." where escaped.hasSuffix("www") || escaped.hasSuffix("WWW"): escaped += "\\."
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension [Markdown] {
    func joined(separator: Markdown = .empty) -> Markdown {
        var joined = Markdown.empty
        for (index, piece) in enumerated() {
            if index > 0 { joined += separator }
            joined += piece
        }
        return joined
    }
}

extension Markdown: ExpressibleByStringInterpolation {
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ text: String) { self.text += Markdown.escape(text) }

        mutating func appendInterpolation(_ number: Int) { text += String(number) }

        mutating func appendInterpolation(_ piece: Markdown) { text += piece.text }
    }

    init(stringLiteral value: String) { self.init(trusted: value) }

    init(stringInterpolation: StringInterpolation) { self.init(trusted: stringInterpolation.text) }
}
