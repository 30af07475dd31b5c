/// One of several ways to write a value, and how it is told from the others.
struct Alternative<Value: Sendable>: Sendable {
    let isMeant: @Sendable (JSONNode) -> Bool
    let shape: Shape<Value>

    /// A text.
    static func text(_ shape: Shape<Value>) -> Alternative { Alternative(isMeant: { $0.string != nil }, shape: shape) }

    /// A number.
    static func number(_ shape: Shape<Value>) -> Alternative {
        Alternative(isMeant: { if case .number = $0.kind { true } else { false } }, shape: shape)
    }

    /// An object with the key.
    static func key(_ key: String, _ shape: Shape<Value>) -> Alternative {
        Alternative(isMeant: { $0[key] != nil }, shape: shape)
    }

    /// Any object.
    static func object(_ shape: Shape<Value>) -> Alternative {
        Alternative(isMeant: { if case .object = $0.kind { true } else { false } }, shape: shape)
    }

    /// This very text.
    static func word(_ word: String, _ value: Value) -> Alternative {
        Alternative(
            isMeant: { $0.string == word }, shape: Shape(.constant(.string(word))) { _, _ in value })
    }

    /// Whatever no other alternative takes.
    static func otherwise(_ shape: Shape<Value>) -> Alternative { Alternative(isMeant: { _ in true }, shape: shape) }
}

extension Shape {
    /// The first alternative that is meant decides; when none is, all are named.
    ///
    /// - Parameter expected: the alternatives in words, with an article: `a number or an object with low, likely, high`.
    static func either(_ expected: String, placeholder: Value? = nil, _ alternatives: [Alternative<Value>]) -> Shape {
        Shape(.alternatives(alternatives.map(\.shape.grammar)), placeholder: placeholder) { node, context in
            for alternative in alternatives where alternative.isMeant(node) {
                return alternative.shape.decode(node, context)
            }
            context.wrongType(expected: expected, node)
            return nil
        }
    }

    /// Objects told apart by the text of one key.
    ///
    /// - Parameter tagged: a tag that stands in it twice has two writings; the first whose other keys fit is meant.
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
                let near = Suggestion.question(key, among: members.map(\.key)) == nil ? nil : members.map(\.key)
                let misspelt = near.flatMap { Suggestion.nearest(to: key, among: $0) }
                context.error(
                    .missingKey, "the key \(key.quoted) is missing: which \(noun) is it?", at: node,
                    fix: misspelt.map { "write \(key.quoted) instead of \($0.quoted)" }
                        ?? "write one of \(tags.unique.inWords)")
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
            let fitting = tagged.filter { $0.tag == tag }
            let keys = Set(members.map(\.key))
            let meant = fitting.first { $0.shape.grammar.requires(only: keys) } ?? fitting[0]
            return meant.shape.decode(node, context)
        }
    }
}

extension Grammar {
    /// Whether all keys that an object must have are among these.
    fileprivate func requires(only keys: Set<String>) -> Bool {
        guard case .object(let object) = self else { return true }
        return object.fields.allSatisfy { !$0.isRequired || keys.contains($0.name) }
    }
}

extension [String] {
    /// Each text once, in order.
    var unique: [String] {
        var seen = Set<String>()
        return filter { seen.insert($0).inserted }
    }
}
