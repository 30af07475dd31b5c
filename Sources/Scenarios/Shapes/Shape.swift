/// How a value is written: the one source of its decoder, its JSON Schema and its lines in the language reference.
///
/// Functions that put shapes together run once and are not specialized for each type (`@_semantics`): that halves the
/// time of a release build of this module and costs the decoder nothing that could be measured.
package struct Shape<Value: Sendable>: Sendable {
    /// What is written, for the schema and the reference.
    package let grammar: Grammar
    /// Stands in a list for an element that could not be decoded, so that the others keep their places.
    let placeholder: Value?
    private let read: @Sendable (JSONNode, DecodingContext) -> Value?

    init(
        _ grammar: Grammar, placeholder: Value? = nil,
        read: @escaping @Sendable (JSONNode, DecodingContext) -> Value?
    ) {
        self.grammar = grammar
        self.placeholder = placeholder
        self.read = read
    }

    /// The value of a node; nil when the node is not of this shape, which has then been reported.
    package func decode(_ node: JSONNode, _ context: DecodingContext) -> Value? { read(node, context) }

    /// The same writing for another type.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    func map<Other: Sendable>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
        Shape<Other>(grammar, placeholder: placeholder.map(transform)) { [read] node, context in
            read(node, context).map(transform)
        }
    }

    /// The same writing for a type that not every value becomes; a value with problems inside is not looked at again.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    func convert<Other: Sendable>(
        _ rule: Rule, placeholder: Other? = nil, _ transform: @escaping @Sendable (Value) -> Conversion<Other>
    ) -> Shape<Other> {
        Shape<Other>(grammar, placeholder: placeholder) { [read] node, context in
            let before = context.diagnostics.count
            guard let value = read(node, context), context.diagnostics.count == before else { return nil }
            switch transform(value) {
            case .value(let other): return other
            case .reported: return nil
            case .problem(let message, let fix):
                context.error(rule, message, at: node, fix: fix)
                return nil
            }
        }
    }

    /// A shape that is looked up late, because it contains itself.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func late(_ name: String, placeholder: Value?, _ shape: @escaping @Sendable () -> Shape<Value>) -> Shape {
        Shape(.reference(name: name) { shape().grammar }, placeholder: placeholder) { node, context in
            shape().decode(node, context)
        }
    }
}

/// What became of a value.
enum Conversion<Value> {
    case value(Value)
    case problem(String, fix: String? = nil)
    /// It is unusable, and that has been said already.
    case reported
}
