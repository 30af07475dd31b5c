import Foundation
import Scenarios

/// As much of JSON Schema 2020-12 as our schemas use; an unknown keyword is a trap, so that none is passed over.
struct SchemaChecker {
    let root: JSONValue
    private let patterns = PatternCache()

    init(_ root: JSONValue) { self.root = root }

    /// Whether the document is as the schema says.
    func accepts(_ node: JSONNode) -> Bool { accepts(node, root) }

    func accepts(_ node: JSONNode, _ schema: JSONValue) -> Bool {
        guard case .object(let members) = schema else { return true }
        return members.allSatisfy { accepts(node, keyword: $0.key, $0.value, in: schema) }
    }

    private func accepts(_ node: JSONNode, keyword: String, _ value: JSONValue, in schema: JSONValue) -> Bool {
        switch (keyword, value) {
        case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _), ("examples", _): return true
        case ("$ref", .string(let reference)): return accepts(node, definition(reference))
        case ("type", .string(let type)): return isOf(type, node)
        case ("const", _): return isEqual(node, value)
        case ("enum", .array(let values)): return values.contains { isEqual(node, $0) }
        case ("anyOf", .array(let schemas)): return schemas.contains { accepts(node, $0) }
        case ("oneOf", .array(let schemas)): return schemas.count { accepts(node, $0) } == 1
        case ("allOf", .array(let schemas)): return schemas.allSatisfy { accepts(node, $0) }
        case ("pattern", .string(let pattern)): return node.string.map { patterns.matches($0, pattern) } ?? true
        case ("minLength", .integer(let length)): return node.string.map { $0.unicodeScalars.count >= length } ?? true
        case ("minimum", _), ("maximum", _), ("exclusiveMinimum", _): return isWithin(node, keyword, value)
        default: return acceptsParts(node, keyword: keyword, value, in: schema)
        }
    }

    private func acceptsParts(_ node: JSONNode, keyword: String, _ value: JSONValue, in schema: JSONValue) -> Bool {
        switch (keyword, node.kind) {
        case ("items", .array(let elements)):
            let skipped = schema["prefixItems"]?.elements.count ?? 0
            return elements.dropFirst(skipped).allSatisfy { value != false && accepts($0, value) }
        case ("prefixItems", .array(let elements)): return zip(elements, value.elements).allSatisfy { accepts($0, $1) }
        case ("minItems", .array(let elements)): return value.number.map { Double(elements.count) >= $0 } ?? true
        case ("required", .object): return value.elements.allSatisfy { $0.string.map { node[$0] != nil } ?? true }
        case ("properties", .object(let members)):
            return members.allSatisfy { member in value[member.key].map { accepts(member.value, $0) } ?? true }
        case ("additionalProperties", .object(let members)):
            let known = schema["properties"]
            return members.allSatisfy { known?[$0.key] != nil || value != false && accepts($0.value, value) }
        case ("propertyNames", .object(let members)):
            return members.allSatisfy { accepts($0.keyNode, value) }
        case ("items", _), ("prefixItems", _), ("minItems", _), ("required", _), ("properties", _),
            ("additionalProperties", _),
            ("propertyNames", _):
            return true
        default: preconditionFailure("the checker does not know \(keyword)")
        }
    }

    private func definition(_ reference: String) -> JSONValue {
        let name = String(reference.dropFirst("#/$defs/".count))
        guard let definition = root["$defs"]?[name] else { preconditionFailure("\(reference) leads nowhere") }
        return definition
    }

    private func isOf(_ type: String, _ node: JSONNode) -> Bool {
        switch (type, node.kind) {
        case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool), ("number", .number): true
        case ("integer", .number(let number)): number.value == number.value.rounded()
        default: false
        }
    }

    private func isWithin(_ node: JSONNode, _ keyword: String, _ bound: JSONValue) -> Bool {
        guard case .number(let number) = node.kind, let bound = bound.number else { return true }
        return switch keyword {
        case "minimum": number.value >= bound
        case "maximum": number.value <= bound
        default: number.value > bound
        }
    }

    private func isEqual(_ node: JSONNode, _ value: JSONValue) -> Bool {
        switch (node.kind, value) {
        case (.string(let left), .string(let right)): left == right
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .integer(let right)): left.value == Double(right)
        default: false
        }
    }
}

/// Regular expressions, compiled once.
private final class PatternCache {
    private var expressions: [String: NSRegularExpression] = [:]

    func matches(_ text: String, _ pattern: String) -> Bool {
        // NSRegularExpression counts a line break at the end as the end; JSON Schema does not.
        let strict = pattern.hasSuffix("$") ? pattern.dropLast() + "\\z" : Substring(pattern)
        guard let expression = expressions[pattern] ?? (try? NSRegularExpression(pattern: String(strict))) else {
            return false
        }
        expressions[pattern] = expression
        return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
}

extension JSONValue {
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    var string: String? { if case .string(let text) = self { text } else { nil } }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}
