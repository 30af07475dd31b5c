/// A JSON value as it stands in a document: what it is and where it begins. What it holds is read when it is asked for.
package struct JSONNode: Sendable, Equatable {
    private let tree: JSONTree
    private let index: Int

    init(_ tree: JSONTree, _ index: Int) {
        self.tree = tree
        self.index = index
    }

    /// Byte offset of the value's first character.
    package var offset: Int { tree.cells[index].offset }

    /// What the value is.
    package var kind: JSONKind {
        let cell = tree.cells[index]
        switch cell.tag {
        case .null: return .null
        case .bool: return .bool(tree.isTrue(at: cell.offset))
        case .number: return .number(tree.number(at: cell.offset))
        case .string: return .string(tree.string(at: cell.offset))
        case .array: return .array(JSONElements(tree, cell))
        case .object: return .object(JSONMembers(tree, cell))
        }
    }
}

/// What a JSON value is.
package enum JSONKind: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array(JSONElements)
    /// Members in document order; a key that was written twice is there twice.
    case object(JSONMembers)
}

/// The values of a list.
package struct JSONElements: RandomAccessCollection, Sendable, Equatable {
    private let tree: JSONTree
    private let first: Int
    package let startIndex = 0
    package let endIndex: Int

    init(_ tree: JSONTree, _ cell: JSONCell) {
        self.tree = tree
        (first, endIndex) = tree.block(of: cell)
    }

    package subscript(position: Int) -> JSONNode { JSONNode(tree, first + position) }
}

/// The members of an object.
package struct JSONMembers: RandomAccessCollection, Sendable, Equatable {
    private let tree: JSONTree
    private let first: Int
    package let startIndex = 0
    package let endIndex: Int

    init(_ tree: JSONTree, _ cell: JSONCell) {
        self.tree = tree
        let block = tree.block(of: cell)
        (first, endIndex) = (block.first, block.count / 2)
    }

    package subscript(position: Int) -> JSONMember {
        JSONMember(keyNode: JSONNode(tree, first + 2 * position), value: JSONNode(tree, first + 2 * position + 1))
    }

    /// The value of a key; the last one where the key was written twice.
    package subscript(key: String) -> JSONNode? {
        indices.last { tree.isString(key, at: self[$0].keyOffset) }.map { self[$0].value }
    }
}

/// One `"key": value` of an object.
package struct JSONMember: Sendable, Equatable {
    /// The key as a value of its own, a text.
    package let keyNode: JSONNode
    /// What the key holds.
    package let value: JSONNode

    /// The key, its escapes resolved.
    package var key: String { keyNode.string ?? "" }
    /// Byte offset of the key's opening quote.
    package var keyOffset: Int { keyNode.offset }
}

/// A number as written and as a Double; the text keeps integers above 2^53 exact.
package struct JSONNumber: Sendable, Equatable {
    /// The digits as written.
    package var text: String
    /// Finite; a number that overflows has been reported and stands as 0.
    package var value: Double

    package init(text: String, value: Double) {
        self.text = text
        self.value = value
    }

    /// The number as a whole one, also where it was written `1e3` or `5.0`; nil when it is none or does not fit.
    package func integer<I: FixedWidthInteger>(as type: I.Type) -> I? { I(text) ?? I(exactly: value) }
}

extension JSONNode {
    /// The value of a key; the last one where the key was written twice.
    package subscript(key: String) -> JSONNode? {
        guard case .object(let members) = kind else { return nil }
        return members[key]
    }

    /// The text of a string value.
    package var string: String? {
        if case .string(let text) = kind { text } else { nil }
    }

    /// Whether it is a list with nothing in it.
    package var isEmptyList: Bool {
        if case .array(let elements) = kind { elements.isEmpty } else { false }
    }

    /// The value in words for a message: `the text "abc"`, `a list`.
    package var found: String {
        switch kind {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let number): "the number \(number.text.shortened)"
        case .string(let text): "the text \(text.quoted)"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
