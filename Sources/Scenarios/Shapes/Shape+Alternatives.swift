/// One of several ways to write a value, and how it is told from the others.
struct Alternative<Value: Sendable>: Sendable {
    let isMeant: @Sendable (JSONNode) -> Bool
    let shape: Shape<Value>
    /// The key by which it is told; nil where something else tells.
    var key: String?

    /// A text.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func text(_ shape: Shape<Value>) -> Alternative { Alternative(isMeant: { $0.string != nil }, shape: shape) }

    /// `true` or `false`.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func flag(_ shape: Shape<Value>) -> Alternative {
        Alternative(isMeant: { if case .bool = $0.kind { true } else { false } }, shape: shape)
    }

    /// A number.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func number(_ shape: Shape<Value>) -> Alternative {
        Alternative(isMeant: { if case .number = $0.kind { true } else { false } }, shape: shape)
    }

    /// An object with the key.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func key(_ key: String, _ shape: Shape<Value>) -> Alternative {
        Alternative(isMeant: { $0[key] != nil }, shape: shape, key: key)
    }

    /// Any object.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func object(_ shape: Shape<Value>) -> Alternative {
        Alternative(isMeant: { if case .object = $0.kind { true } else { false } }, shape: shape)
    }

    /// This very text.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func word(_ word: String, _ value: Value) -> Alternative {
        Alternative(
            isMeant: { $0.string == word }, shape: Shape(.constant(.string(word))) { _, _ in value })
    }

    /// Whatever no other alternative takes.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func otherwise(_ shape: Shape<Value>) -> Alternative { Alternative(isMeant: { _ in true }, shape: shape) }
}

extension Shape {
    /// The first alternative that is meant decides; when none is, all are named.
    ///
    /// - Parameters:
    ///   - expected: the alternatives in words, with an article: `a number or an object with low, likely, high`.
    ///   - fix: a proposal for a node that is none of them.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func either(
        _ expected: String, placeholder: Value? = nil, _ alternatives: [Alternative<Value>],
        fix: @escaping @Sendable (JSONNode) -> String? = { _ in nil }
    ) -> Shape {
        let keys = alternatives.compactMap(\.key)
        return Shape(.alternatives(alternatives.map(\.shape.grammar)), placeholder: placeholder) { node, context in
            for alternative in alternatives where alternative.isMeant(node) {
                return alternative.shape.decode(node, context)
            }
            var proposal = fix(node)
            if case .object(let members) = node.kind {
                proposal = members.lazy.compactMap { Suggestion.question($0.key, among: keys) }.first ?? proposal
            }
            context.wrongType(expected: expected, node, fix: proposal)
            return nil
        }
    }

    /// Objects told apart by the text of one key.
    ///
    /// - Parameter tagged: a tag that stands in it twice has two writings; the one that knows most of the keys is meant.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func tagged(
        by key: String, _ noun: String, placeholder: Value? = nil, _ tagged: [(tag: String, shape: Shape)]
    ) -> Shape {
        let tags = tagged.map(\.tag)
        return Shape(.alternatives(tagged.map(\.shape.grammar)), placeholder: placeholder) { node, context in
            guard case .object(let members) = node.kind else {
                context.wrongType(expected: "an object with the key \(key.quoted)", node)
                return nil
            }
            guard let tagNode = node[key] else {
                let misspelt = Suggestion.nearest(to: key, among: members.map(\.key))
                context.error(
                    .missingKey, "the key \(key.quoted) is missing", at: node,
                    fix: misspelt.map { "write \(key.quoted) instead of \($0.quoted)" }
                        ?? "write it with one of \(tags.unique.inWords)")
                return nil
            }
            guard let tag = tagNode.string, tags.contains(tag) else {
                context.at(.key(key)) {
                    guard let tag = tagNode.string else {
                        return context.wrongType(expected: "\(noun.withArticle) in double quotes", tagNode)
                    }
                    context.error(
                        .unknownWord, "\(tag.quoted) is no \(noun)", at: tagNode,
                        fix: Suggestion.question(tag, among: tags) ?? "write one of \(tags.unique.inWords)")
                }
                return nil
            }
            let keys = members.map(\.key)
            let fitting = tagged.filter { $0.tag == tag }.map {
                (shape: $0.shape, known: $0.shape.grammar.known(of: keys))
            }
            // The first among equals.
            let meant = fitting.dropFirst().reduce(fitting[0]) { $1.known > $0.known ? $1 : $0 }
            return meant.shape.decode(node, context)
        }
    }
}

extension Grammar {
    /// How many of the keys an object may have.
    fileprivate func known(of keys: [String]) -> Int {
        guard case .object(let object) = self else { return 0 }
        return keys.count { key in object.fields.contains { $0.name == key } }
    }
}
