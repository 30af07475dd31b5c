/// A line of text with emphasis, in no format yet.
package struct Words: Sendable, Equatable {
    /// A stretch of text in one style.
    package struct Run: Sendable, Equatable {
        package var text: String
        package var style: Style
    }

    /// How a stretch of text stands out.
    package enum Style: Sendable, Equatable {
        case plain
        case strong
        /// Small print: what belongs to it and may be read later.
        case quiet
    }

    package var runs: [Run]

    package init(_ text: String, _ style: Style = .plain) { runs = text.isEmpty ? [] : [Run(text: text, style: style)] }

    package static func strong(_ text: String) -> Words { Words(text, .strong) }

    package static func quiet(_ text: String) -> Words { Words(text, .quiet) }

    package static func + (one: Words, other: Words) -> Words {
        var words = one
        words.runs += other.runs
        return words
    }

    /// Without emphasis.
    package var text: String { runs.map(\.text).joined() }
}

extension Words: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        var words = Words("")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { words = words + Words(literal) }

        package mutating func appendInterpolation(_ text: String) { words = words + Words(text) }

        package mutating func appendInterpolation(_ number: Int) { words = words + Words(String(number)) }

        package mutating func appendInterpolation(strong text: String) { words = words + .strong(text) }

        package mutating func appendInterpolation(quiet text: String) { words = words + .quiet(text) }

        package mutating func appendInterpolation(_ other: Words) { words = words + other }
    }

    package init(stringLiteral value: String) { self.init(value) }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.words }
}
