extension Shape {
    /// A list; an element that cannot be decoded keeps its place where the element's shape has a placeholder.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func list<Element: Sendable>(_ element: Shape<Element>, atLeast minimum: Int = 0) -> Shape
    where Value == [Element] {
        Shape(.list(element.grammar, minimumCount: minimum)) { node, context in
            guard case .array(let nodes) = node.kind else {
                context.wrongType(expected: "a list", node, fix: "put it in [ ]")
                return nil
            }
            if nodes.count < minimum {
                context.error(
                    .emptyList,
                    "at least \(minimum) \(minimum == 1 ? "element is" : "elements are") expected; found \(nodes.count)",
                    at: node)
            }
            var elements: [Element] = []
            for (index, node) in nodes.enumerated() {
                if context.isFull { break }
                let value = context.at(.index(index)) { element.decode(node, context) }
                if let value = value ?? element.placeholder { elements.append(value) }
            }
            return elements
        }
    }

    /// One element by itself, or a list of them.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func oneOrMany<Element: Sendable>(_ element: Shape<Element>) -> Shape where Value == [Element] {
        let list = Shape.list(element, atLeast: 1)
        return Shape(.alternatives([element.grammar, list.grammar])) { node, context in
            if case .array = node.kind { return list.decode(node, context) }
            return element.decode(node, context).map { [$0] }
        }
    }

    /// An object whose keys are identifiers of the document's own.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func dictionary<Element: Sendable>(
        _ element: Shape<Element>, keyPattern: String = Pattern.identifier,
        isKey: @escaping @Sendable (String) -> Bool = Pattern.isIdentifier
    ) -> Shape where Value == [String: Element] {
        Shape(.dictionary(keyPattern: keyPattern, element.grammar)) { node, context in
            guard case .object(let members) = node.kind else {
                context.wrongType(expected: "an object", node)
                return nil
            }
            var values: [String: Element] = [:]
            for member in members {
                if context.isFull { break }
                context.at(.key(member.key)) {
                    if !isKey(member.key) {
                        context.report(
                            as: .error, .identifier, "\(member.key.quoted) is no identifier", offset: member.keyOffset,
                            fix: "write \(Pattern.identifier(from: member.key).quoted)")
                    }
                    values[member.key] = element.decode(member.value, context) ?? element.placeholder
                }
            }
            return values
        }
    }

    /// A list of exactly two.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func pair<First: Sendable, Second: Sendable>(_ first: Shape<First>, _ second: Shape<Second>) -> Shape
    where Value == Pair<First, Second> {
        Shape(.pair(first.grammar, second.grammar)) { node, context in
            guard case .array(let nodes) = node.kind, nodes.count == 2 else {
                if case .array(let nodes) = node.kind {
                    context.error(.wrongType, "a list of two is expected; found one of \(nodes.count)", at: node)
                } else {
                    context.wrongType(expected: "a list of two", node)
                }
                return nil
            }
            let left = context.at(.index(0)) { first.decode(nodes[0], context) }
            let right = context.at(.index(1)) { second.decode(nodes[1], context) }
            guard let left, let right else { return nil }
            return Pair(first: left, second: right)
        }
    }
}

/// Two values that stand together.
struct Pair<First: Sendable, Second: Sendable>: Sendable {
    var first: First
    var second: Second
}
