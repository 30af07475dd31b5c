extension Shape<Bool> {
    /// `true` or `false`.
    static let boolean = Shape(.boolean) { node, context in
        if case .bool(let value) = node.kind { return value }
        context.wrongType(
            expected: "true or false", node,
            fix: node.string.flatMap { ["true", "false"].contains($0) ? "write \($0) without quotes" : nil })
        return nil
    }
}

extension Shape<String> {
    /// Any text but an empty one.
    static let text = Shape(.text(pattern: nil, minimumLength: 1, words: "text"), placeholder: "") { node, context in
        guard let text = string(node, context, expected: "a text") else { return nil }
        if text.isEmpty { context.error(.emptyText, "the text is empty", at: node) }
        return text
    }

    /// Lower-case letters, digits and hyphens, up to 100 of them.
    static let identifier = pattern("identifier", Pattern.identifier, isMatch: Pattern.isIdentifier) {
        "small letters, digits and hyphens, at most 100: write \(Pattern.identifier(from: $0).quoted)"
    }

    /// As an identifier, and also upper case, underscore and dot: ids of attack graphs.
    static let graphIdentifier = pattern(
        "identifier", Pattern.graphIdentifier, isMatch: Pattern.isGraphIdentifier,
        fix: { "letters, digits and . _ -, at most 200: write \(Pattern.graphIdentifier(from: $0).quoted)" })

    /// Path of another document, relative to this one.
    static let path = pattern(
        "path", #"^[^\u0000\\]+$"#, isMatch: { !$0.isEmpty && !$0.contains("\\") && !$0.contains("\0") },
        fix: { $0.contains("\\") ? "write / between folders" : nil })

    /// A text that follows a pattern.
    ///
    /// - Parameter isMatch: decides as the pattern does, without a regular expression engine.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func pattern(
        _ words: String, _ pattern: String, rule: Rule = .identifier, isMatch: @escaping @Sendable (String) -> Bool,
        fix: @escaping @Sendable (String) -> String?
    ) -> Shape {
        Shape(.text(pattern: pattern, minimumLength: 0, words: words), placeholder: "") { node, context in
            guard let text = string(node, context, expected: "\(words.withArticle)") else { return nil }
            guard isMatch(text) else {
                context.error(rule, "\(text.quoted) is no \(words)", at: node, fix: text.isEmpty ? nil : fix(text))
                return nil
            }
            return text
        }
    }

    private static func string(_ node: JSONNode, _ context: DecodingContext, expected: String) -> String? {
        if let text = node.string { return text }
        context.wrongType(expected: expected, node)
        return nil
    }
}

/// Patterns of identifiers, as regular expressions for the schema and as code for the decoder.
package enum Pattern {
    static let identifier = "^[a-z0-9][a-z0-9-]{0,99}$"
    static let graphIdentifier = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$"

    /// Whether the text is an identifier of a document: small letters, digits and hyphens, at most 100.
    package static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 100 else { return false }
        return text.utf8.allSatisfy { isLowerOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func isGraphIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLowerOrDigit(first) || isUpper(first), text.utf8.count <= 200 else {
            return false
        }
        return text.utf8.allSatisfy {
            isLowerOrDigit($0) || isUpper($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: ".")
        }
    }

    /// The nearest identifier of an attack graph to a text: everything else turned into hyphens.
    static func graphIdentifier(from text: String) -> String {
        var result = ""
        for byte in text.utf8.prefix(200) {
            if isLowerOrDigit(byte) || isUpper(byte) || !result.isEmpty && "._-".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else if !result.isEmpty, result.last != "-" {
                result += "-"
            }
        }
        while result.last == "-" { result.removeLast() }
        return result.isEmpty ? "node-1" : result
    }

    /// The nearest identifier to a text: lower case, everything else turned into hyphens.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func identifier(from text: String) -> String {
        var result = ""
        for byte in text.lowercased().utf8.prefix(100) {
            if isLowerOrDigit(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else if !result.isEmpty, result.last != "-" {
                result += "-"
            }
        }
        while result.last == "-" { result.removeLast() }
        return result.isEmpty ? "my-id" : result
    }

    private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

extension Shape<Int> {
    /// A whole number within bounds.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func integer(_ range: ClosedRange<Int>) -> Shape {
        Shape(.integer(Double(range.lowerBound)...Double(range.upperBound))) { node, context in
            guard case .number(let number) = node.kind else {
                context.wrongType(expected: "a whole number", node)
                return nil
            }
            guard let value = number.integer(as: Int.self), range.contains(value) else {
                let bounds = NumberRange(Double(range.lowerBound), Double(range.upperBound)).words
                context.error(.range, "a whole number \(bounds) is expected; found \(number.text.shortened)", at: node)
                return nil
            }
            return value
        }
    }
}

extension Shape<UInt64> {
    /// A whole number from 0 to 2^64 − 1.
    static let seed = Shape(.integer(0...Double(UInt64.max))) { node, context in
        guard case .number(let number) = node.kind else {
            context.wrongType(expected: "a whole number", node)
            return nil
        }
        guard let value = number.integer(as: UInt64.self) else {
            context.error(
                .range, "a whole number from 0 to \(UInt64.max) is expected; found \(number.text.shortened)", at: node)
            return nil
        }
        return value
    }
}

extension Shape<Double> {
    /// A number within bounds.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func number(_ range: NumberRange) -> Shape {
        Shape(.number(range)) { node, context in
            guard case .number(let number) = node.kind else {
                context.wrongType(
                    expected: "a number", node,
                    fix: node.string.flatMap(Double.init).map { "write \($0.plain) without quotes" })
                return nil
            }
            guard range.contains(number.value) else {
                context.error(.range, "a number \(range.words) is expected; found \(number.text.shortened)", at: node)
                return nil
            }
            return number.value
        }
    }

    /// A probability or share, from 0 to 1.
    static let share = number(NumberRange(0, 1))
}

extension Shape where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of a type's words.
    @_semantics("optimize.sil.specialize.generic.never")
    @inline(never)
    static func word(_ noun: String) -> Shape {
        let words = Value.allCases.map(\.rawValue)
        return Shape(.words(words)) { node, context in
            guard let text = node.string else {
                context.wrongType(
                    expected: "\(noun.withArticle) in double quotes", node, fix: "write one of \(words.inWords)")
                return nil
            }
            if let value = Value(rawValue: text) { return value }
            context.error(
                .unknownWord, "\(text.quoted) is no \(noun)", at: node,
                fix: Suggestion.question(text, among: words) ?? "write one of \(words.inWords)")
            return nil
        }
    }
}

extension [String] {
    /// The texts in quotes with commas between them.
    var inWords: String { map(\.quoted).joined(separator: ", ") }
}

extension String {
    /// The noun with a or an before it.
    var withArticle: String { ("aeiou".contains(first ?? " ") ? "an " : "a ") + self }
}
