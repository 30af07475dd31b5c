/// A JSON value to be written: schemas, examples, diagnostics.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Members in the order given; keys are not repeated.
    case object([JSONProperty])

    /// How a value is laid out.
    public enum Layout: Sendable {
        /// One line without blanks; keys in the order of their UTF-8 bytes.
        case compact
        /// One line with blanks, for people; keys in the order given.
        case spaced
        /// One element a line, two spaces a level; keys in the order of their UTF-8 bytes.
        case pretty
    }

    /// The JSON text, without a line break at its end.
    public func text(_ layout: Layout = .compact) -> String {
        var text = ""
        write(into: &text, layout, depth: 0)
        return text
    }

    private func write(into text: inout String, _ layout: Layout, depth: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value):
            precondition(value.isFinite, "JSON has no infinite number")
            text += value.plain
        case .string(let value): Self.write(value, into: &text)
        case .array(let elements):
            Self.write(elements, open: "[", close: "]", into: &text, layout: layout, depth: depth) { element, text in
                element.write(into: &text, layout, depth: depth + 1)
            }
        case .object(let members):
            let isSorted = layout != .spaced
            let ordered = isSorted ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
            Self.write(ordered, open: "{", close: "}", into: &text, layout: layout, depth: depth) { member, text in
                Self.write(member.key, into: &text)
                text += layout == .compact ? ":" : ": "
                member.value.write(into: &text, layout, depth: depth + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], open: String, close: String, into text: inout String, layout: Layout, depth: Int,
        _ writeElement: (Element, inout String) -> Void
    ) {
        text += open
        for (position, element) in elements.enumerated() {
            if position > 0 { text += layout == .spaced ? ", " : "," }
            if layout == .pretty { text += "\n" + String(repeating: "  ", count: depth + 1) }
            writeElement(element, &text)
        }
        if layout == .pretty, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
        text += close
    }

    private static func write(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // Beyond what JSON asks: what nobody sees could hide in a document, or move a terminal's cursor.
            case _ where scalar.isNeverShown: text += scalar.escapedForJSON
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

/// One `"key": value` to be written.
public struct JSONProperty: Sendable, Equatable {
    /// The key, not escaped.
    public var key: String
    /// What it holds.
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
        self.key = key
        self.value = value
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { JSONProperty($0.0, $0.1) })
    }
}

extension Double {
    /// The number without a needless `.0`.
    package var plain: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}
