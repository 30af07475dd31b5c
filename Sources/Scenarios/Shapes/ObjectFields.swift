/// The keys of an object shape while it is built.
struct ObjectFields<Root: Sendable> {
    fileprivate(set) var fields: [Field] = []
    fileprivate(set) var choices: [KeyChoice] = []

    /// A key: how it is described and what it sets.
    struct Field: Sendable {
        let grammar: FieldGrammar
        let apply: @Sendable (JSONNode, inout Root, DecodingContext) -> Void
    }

    /// A key that must be there.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    mutating func required<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, as shape: Shape<Value>, doc: String,
        example: JSONValue? = nil
    ) {
        add(name, isRequired: true, as: shape, doc: doc, example: example) { root, value in root[keyPath: path] = value
        }
    }

    /// A key that must be there, of a property that can be nil.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    mutating func required<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, as shape: Shape<Value>, doc: String,
        example: JSONValue? = nil
    ) {
        add(name, isRequired: true, as: shape, doc: doc, example: example) { root, value in root[keyPath: path] = value
        }
    }

    /// A key that may be left out; the property then keeps its initial value.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    mutating func optional<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, as shape: Shape<Value>, doc: String,
        example: JSONValue? = nil
    ) {
        add(name, isRequired: false, as: shape, doc: doc, example: example) { root, value in root[keyPath: path] = value
        }
    }

    /// A key that may be left out; the property is then nil.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    mutating func optional<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, as shape: Shape<Value>, doc: String,
        example: JSONValue? = nil
    ) {
        add(name, isRequired: false, as: shape, doc: doc, example: example) { root, value in root[keyPath: path] = value
        }
    }

    /// A key whose value is spread over the root by hand.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    mutating func add<Value: Sendable>(
        _ name: String, isRequired: Bool, as shape: Shape<Value>, doc: String, example: JSONValue?,
        set: @escaping @Sendable (inout Root, Value) -> Void
    ) {
        let grammar = FieldGrammar(
            name: name, isRequired: isRequired, doc: doc, example: example, grammar: shape.grammar,
            probe: { node, context in _ = shape.decode(node, context) })
        fields.append(
            Field(grammar: grammar) { node, root, context in
                if let value = shape.decode(node, context) { set(&root, value) }
            })
    }

    /// A key that holds always the same value.
    mutating func constant(_ name: String, _ value: JSONValue, doc: String = "", isRequired: Bool = true) {
        let shape = Shape<Bool>(.constant(value)) { node, context in
            let matches =
                switch (value, node.kind) {
                case (.string(let text), .string(let found)): text == found
                case (.integer(let number), .number(let found)): Double(number) == found.value
                case (.bool(let flag), .bool(let found)): flag == found
                default: false
                }
            if !matches { context.wrongType(expected: value.text(.spaced), node) }
            return nil
        }
        add(name, isRequired: isRequired, as: shape, doc: doc, example: value) { _, _ in }
    }

    /// One of the keys must be there, and only one.
    mutating func exactlyOne(of keys: String...) { choices.append(KeyChoice(keys: keys, isExclusive: true)) }

    /// One of the keys must be there.
    mutating func atLeastOne(of keys: String...) { choices.append(KeyChoice(keys: keys, isExclusive: false)) }
}

extension Shape {
    /// An object that is decoded onto an initial value.
    ///
    /// Unknown keys are errors, and so are missing ones; the value keeps what could be decoded.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func object(
        _ name: String, _ initial: Value, doc: String, build: (inout ObjectFields<Value>) -> Void
    ) -> Shape {
        var builder = ObjectFields<Value>()
        build(&builder)
        let fields = builder.fields
        let choices = builder.choices
        let names = fields.map(\.grammar.name)
        var positions: [String: Int] = [:]
        for (position, name) in names.enumerated() {
            precondition(positions.updateValue(position, forKey: name) == nil, "the key \(name) is declared twice")
        }
        let index = positions
        precondition(fields.count <= 64)
        let grammar = ObjectGrammar(name: name, doc: doc, fields: fields.map(\.grammar), choices: choices)
        return Shape(.object(grammar), placeholder: initial) { node, context in
            guard case .object(let members) = node.kind else {
                context.wrongType(expected: "an object", node)
                return nil
            }
            var value = initial
            var seen: UInt64 = 0
            var misspelt = Set<String>()
            var absent: [String]?
            for member in members {
                if context.isFull { break }
                guard let position = index[member.key] else {
                    let candidates = absent ?? grammar.names(missingIn: members)
                    absent = candidates
                    if let meant = unknownKey(member, of: grammar, absent: candidates, context) {
                        misspelt.insert(meant)
                    }
                    continue
                }
                seen |= 1 << UInt64(position)
                context.at(.key(member.key)) { fields[position].apply(member.value, &value, context) }
            }
            for (position, field) in fields.enumerated()
            where field.grammar.isRequired && seen & 1 << UInt64(position) == 0
                && !misspelt.contains(field.grammar.name)
            {
                let example = field.grammar.example.map {
                    "write \(field.grammar.name.quoted): \($0.text(.spaced).excerpt)"
                }
                context.error(.missingKey, "the key \(field.grammar.name.quoted) is missing", at: node, fix: example)
            }
            for choice in choices {
                let present = choice.keys.filter { seen & 1 << UInt64(index[$0] ?? 63) != 0 }
                if present.isEmpty, misspelt.isDisjoint(with: choice.keys) {
                    context.error(.missingKey, "one of the keys \(choice.keys.inWords) is missing", at: node)
                } else if choice.isExclusive, present.count > 1 {
                    context.error(
                        .conflictingKeys, "the keys \(present.inWords) exclude each other", at: node,
                        fix: "keep one of them")
                }
            }
            return value
        }
    }

    /// Reports an unknown key; the key that was probably meant, one of those that are not there.
    private static func unknownKey(
        _ member: JSONMember, of object: ObjectGrammar, absent: [String], _ context: DecodingContext
    ) -> String? {
        let meant = Suggestion.nearest(to: member.key, among: absent)
        let keys = object.fields.map(\.name).joined(separator: ", ")
        let fix = meant.map { "did you mean \($0.quoted)?" } ?? "the keys here are \(keys)"
        context.at(.key(member.key)) {
            context.report(
                as: .error, .unknownKey, "unknown key \(member.key.quoted)", offset: member.keyOffset, fix: fix)
        }
        return meant
    }
}

extension ObjectGrammar {
    /// Keys that are not among the members.
    fileprivate func names(missingIn members: JSONMembers) -> [String] {
        let present = Set(members.lazy.map(\.key))
        return fields.map(\.name).filter { !present.contains($0) }
    }
}

extension String {
    /// At most 80 characters, for an example in a message.
    fileprivate var excerpt: String { count > 80 ? prefix(77) + "..." : self }
}
