/// The published JSON Schemas (draft 2020-12), made from the same shapes as the decoder.
public enum JSONSchema {
    /// The schema of a kind of document, indented, keys in order, with a line break at its end.
    public static func text(for kind: DocumentKind) -> String {
        schema(for: kind).text(.pretty) + "\n"
    }

    /// The schema of a kind of document; its `$id` is relative to the folder of the schemas.
    public static func schema(for kind: DocumentKind) -> JSONValue {
        var writer = SchemaWriter()
        let root = writer.schema(of: DocumentShapes.shape(of: kind).grammar)
        let definitions = writer.definitions.sorted { $0.key < $1.key }.map { JSONProperty($0.key, $0.value) }
        return .object(
            [
                JSONProperty("$schema", "https://json-schema.org/draft/2020-12/schema"),
                JSONProperty("$id", .string("\(kind.rawValue).json")),
                JSONProperty("title", .string("Drill \(kind.rawValue)")),
                JSONProperty("$defs", .object(definitions)),
            ] + root.members)
    }
}

/// Turns grammars into schemas; objects with a name become definitions.
private struct SchemaWriter {
    private(set) var definitions: [String: JSONValue] = [:]

    mutating func schema(of grammar: Grammar) -> JSONValue {
        switch grammar {
        case .boolean: ["type": "boolean"]
        case .text(let pattern, let minimumLength, _): Self.text(pattern, minimumLength)
        case .words(let words): ["type": "string", "enum": .array(words.map(JSONValue.string))]
        case .integer(let range):
            ["type": "integer", "minimum": Self.bound(range.lowerBound), "maximum": Self.bound(range.upperBound)]
        case .number(let range): Self.number(range)
        case .constant(let value): ["const": value]
        case .list(let element, let minimum): list(of: schema(of: element), minimum)
        case .pair(let first, let second): pair(schema(of: first), schema(of: second))
        case .dictionary(let keyPattern, let element):
            [
                "type": "object", "propertyNames": ["pattern": .string(keyPattern)],
                "additionalProperties": schema(of: element),
            ]
        case .alternatives(let alternatives):
            ["anyOf": .array(alternatives.flatMap(\.flattened).map { schema(of: $0) })]
        case .object(let object): define(object.name) { $0.schema(of: object) }
        case .reference(let name, let grammar): define(name) { $0.schema(of: grammar()) }
        }
    }

    /// A reference to the definition, which is written on first use.
    private mutating func define(_ name: String, _ schema: (inout SchemaWriter) -> JSONValue) -> JSONValue {
        if definitions[name] == nil {
            // A definition may contain itself.
            definitions[name] = .null
            definitions[name] = schema(&self)
        }
        return ["$ref": .string("#/$defs/\(name)")]
    }

    private mutating func schema(of object: ObjectGrammar) -> JSONValue {
        var members: [JSONProperty] = [
            JSONProperty("type", "object"), JSONProperty("additionalProperties", false),
            JSONProperty(
                "properties",
                .object(object.fields.map { field in JSONProperty(field.name, property(field)) })),
        ]
        if !object.doc.isEmpty { members.append(JSONProperty("description", .string(object.doc))) }
        let required = object.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { members.append(JSONProperty("required", .array(required))) }
        let choices = object.choices.map { choice in
            JSONValue.object([
                JSONProperty(
                    choice.isExclusive ? "oneOf" : "anyOf", .array(choice.keys.map { ["required": [.string($0)]] }))
            ])
        }
        if !choices.isEmpty { members.append(JSONProperty("allOf", .array(choices))) }
        return .object(members)
    }

    private mutating func property(_ field: FieldGrammar) -> JSONValue {
        var members = schema(of: field.grammar).members
        if !field.doc.isEmpty { members.append(JSONProperty("description", .string(field.doc))) }
        if let example = field.example, !field.grammar.isConstant {
            members.append(JSONProperty("examples", [example]))
        }
        return .object(members)
    }

    private static func text(_ pattern: String?, _ minimumLength: Int) -> JSONValue {
        var members = [JSONProperty("type", "string")]
        if let pattern { members.append(JSONProperty("pattern", .string(pattern))) }
        if minimumLength > 0 { members.append(JSONProperty("minLength", .integer(minimumLength))) }
        return .object(members)
    }

    private static func number(_ range: NumberRange) -> JSONValue {
        [
            "type": "number", range.isOpenBelow ? "exclusiveMinimum" : "minimum": bound(range.minimum),
            "maximum": bound(range.maximum),
        ]
    }

    private static func bound(_ value: Double) -> JSONValue {
        Int(exactly: value).map(JSONValue.integer) ?? .number(value)
    }

    private func list(of element: JSONValue, _ minimum: Int) -> JSONValue {
        minimum > 0
            ? ["type": "array", "items": element, "minItems": .integer(minimum)] : ["type": "array", "items": element]
    }

    private func pair(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
        ["type": "array", "prefixItems": [first, second], "items": false, "minItems": 2]
    }
}

extension Grammar {
    /// The alternatives within alternatives, in one list.
    fileprivate var flattened: [Grammar] {
        if case .alternatives(let alternatives) = self { alternatives.flatMap(\.flattened) } else { [self] }
    }

    fileprivate var isConstant: Bool {
        if case .constant = self { true } else { false }
    }
}

extension JSONValue {
    /// The members of an object; none for other values.
    fileprivate var members: [JSONProperty] {
        if case .object(let members) = self { members } else { [] }
    }
}
