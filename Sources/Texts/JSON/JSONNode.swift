/// A JSON value as it stands in a document: what it is and where it begins.
package struct JSONNode: Sendable, Equatable {
    /// What the value is.
    package var kind: JSONKind
    /// Byte offset of the value's first character.
    package var offset: Int

    package init(_ kind: JSONKind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

/// What a JSON value is.
package enum JSONKind: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONNode])
    /// Members in document order; a key that was written twice is there twice.
    case object([JSONMember])
}

/// One `"key": value` of an object.
package struct JSONMember: Sendable, Equatable {
    /// The key, its escapes resolved.
    package var key: String
    /// Byte offset of the key's opening quote.
    package var keyOffset: Int
    /// What the key holds.
    package var value: JSONNode
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
        return members.last { $0.key == key }?.value
    }

    /// The text of a string value.
    package var string: String? {
        if case .string(let text) = kind { text } else { nil }
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

extension String {
    /// The text in double quotes for a message, shortened and with characters made visible that nobody sees.
    package var quoted: String {
        var escaped = ""
        for scalar in shortened.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return "\"\(escaped.withVisibleControls)\""
    }

    /// The text with `\u001b` and the like instead of characters that nobody sees, as JSON writes them.
    package var withVisibleControls: String {
        guard unicodeScalars.contains(where: \.isNeverShown) else { return self }
        var visible = ""
        for scalar in unicodeScalars {
            if scalar.isNeverShown {
                visible += scalar.escapedForJSON
            } else {
                visible.unicodeScalars.append(scalar)
            }
        }
        return visible
    }

    /// At most 60 characters of the text.
    package var shortened: String { utf8.count > 60 && count > 60 ? prefix(57) + "..." : self }
}

extension Unicode.Scalar {
    /// Whether a reader could not see it, or it would change how other text is shown: control characters, line and
    /// paragraph separators, and whatever has no width or turns the direction of writing (category Cf: soft hyphen,
    /// zero-width space and joiners, bidi marks and embeddings, byte order mark, tags).
    package var isNeverShown: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: value == 0x115F || value == 0x1160 || value == 0x3164 || value == 0xFFA0
        }
    }

    /// The scalar as JSON writes it in letters: `\u001b`, beyond U+FFFF two of them.
    package var escapedForJSON: String {
        UTF16.encode(self).map { units in
            units.map { "\\u" + String(Int($0) + 0x10000, radix: 16).dropFirst() }.joined()
        } ?? ""
    }
}
