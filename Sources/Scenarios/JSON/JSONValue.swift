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

    /// The JSON text.
    ///
    /// - Parameters:
    ///   - isPretty: indent by two spaces a level; otherwise one line.
    ///   - sortsKeys: write members in the order of their keys' UTF-8 bytes.
    public func text(isPretty: Bool = false, sortsKeys: Bool = true) -> String {
        var text = ""
        write(into: &text, indent: isPretty ? 0 : nil, sortsKeys: sortsKeys)
        return text
    }

    private func write(into text: inout String, indent: Int?, sortsKeys: Bool) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value):
            precondition(value.isFinite, "JSON has no infinite number")
            text += value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
        case .string(let value): Self.write(value, into: &text)
        case .array(let elements):
            Self.write(elements, "[", "]", into: &text, indent: indent) { element, text, indent in
                element.write(into: &text, indent: indent, sortsKeys: sortsKeys)
            }
        case .object(let members):
            let ordered = sortsKeys ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
            Self.write(ordered, "{", "}", into: &text, indent: indent) { member, text, indent in
                Self.write(member.key, into: &text)
                text += indent == nil && !sortsKeys ? ": " : indent == nil ? ":" : ": "
                member.value.write(into: &text, indent: indent, sortsKeys: sortsKeys)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], _ open: String, _ close: String, into text: inout String, indent: Int?,
        _ writeElement: (Element, inout String, Int?) -> Void
    ) {
        text += open
        for (position, element) in elements.enumerated() {
            if position > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
            writeElement(element, &text, indent.map { $0 + 1 })
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
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
            case _ where scalar.value < 0x20:
                text += "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

/// One `"key": value` to be written.
public struct JSONProperty: Sendable, Equatable {
    public var key: String
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
