/// A line of text with emphasis, in no format yet.
package struct Words: Sendable, Equatable {
    /// A stretch of text in one style.
    package struct Run: Sendable, Equatable {
        /// Without marks of any format.
        package var text: String
        /// How it stands out.
        package var style: Style
    }

    /// How a stretch of text stands out.
    package enum Style: Sendable, Equatable {
        case plain
        case strong
        /// Small print: what belongs to it and may be read later.
        case quiet
    }

    /// One behind the other, without blanks added.
    package var runs: [Run]

    /// All of the text in one style; no run at all where it is empty.
    package init(_ text: String, _ style: Style = .plain) { runs = text.isEmpty ? [] : [Run(text: text, style: style)] }

    /// The text emphasised.
    package static func strong(_ text: String) -> Words { Words(text, .strong) }

    /// The text as small print.
    package static func quiet(_ text: String) -> Words { Words(text, .quiet) }

    /// One behind the other, without a blank between them.
    package static func + (one: Words, other: Words) -> Words {
        var words = one
        words.runs += other.runs
        return words
    }

    /// Without emphasis.
    package var text: String { runs.map(\.text).joined() }
}

extension Words: ExpressibleByStringInterpolation {
    /// Builds a line from a literal: `"\(strong: title): \(count) of \(trials)"`.
    package struct StringInterpolation: StringInterpolationProtocol {
        var words = Words("")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        /// Plain text between the values.
        package mutating func appendLiteral(_ literal: String) { words = words + Words(literal) }

        /// Plain text.
        package mutating func appendInterpolation(_ text: String) { words = words + Words(text) }

        /// All digits, without separators.
        package mutating func appendInterpolation(_ number: Int) { words = words + Words(String(number)) }

        /// Emphasised text.
        package mutating func appendInterpolation(strong text: String) { words = words + .strong(text) }

        /// Small print.
        package mutating func appendInterpolation(quiet text: String) { words = words + .quiet(text) }

        /// With its own emphasis.
        package mutating func appendInterpolation(_ other: Words) { words = words + other }
    }

    package init(stringLiteral value: String) { self.init(value) }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.words }
}
