/// The language of the documents, every key with an example, made from the same shapes as the decoder.
public enum LanguageReference {
    /// The reference as Markdown, with a line break at its end.
    public static func markdown() -> String {
        var writer = ReferenceWriter()
        for kind in DocumentKind.allCases { writer.collect(DocumentShapes.shape(of: kind).grammar, kind) }
        return head + writer.text()
    }

    private static let head = """
        <!-- Generated from the shapes in Sources/Scenarios/Shapes; do not edit. -->
        # The language of the documents

        Documents are JSON, one a file. There are five kinds: \(DocumentKind.allCases.map { "[`\($0.rawValue)`](#\(ReferenceWriter.anchor(ReferenceWriter.title($0))))" }.joined(separator: ", ")).
        `drillctl validate` reports all problems of a document at once, each with its place and a proposal; `drillctl schema KIND`
        prints the JSON Schema that lets an editor complete and check as you type (name it in `"$schema"`).

        What holds everywhere:

        - Unknown keys are errors. A key that is not marked *required* may be left out.
        - An **identifier** has lower-case letters, digits and hyphens: `consumer-db`. In attack graphs and in names of parameters
          upper case, underscores and dots are allowed too.
        - A **duration** is written as in ISO 8601: `"PT6H"` is six hours, `"P3D"` three days, `"P1DT12H"` a day and a half, `"P2W"`
          two weeks. A month counts 30 days, a year 365. Only attack graphs may use bare numbers, in their `timeUnit`.
        - A **distribution** is one of the objects under [Times](#times), or a duration, which is then always the same.
        - Any answer about an organization may be `"unknown"`: it is then sampled, and widens the result.
        - *One or many* means that a list of one may be written without its brackets.


        """
}

/// Collects the objects of all documents and writes a section for each.
private struct ReferenceWriter {
    private var order: [String] = []
    private var objects: [String: ObjectGrammar] = [:]
    private var homes: [String: Set<DocumentKind>] = [:]
    private var roots: [String: DocumentKind] = [:]

    mutating func collect(_ grammar: Grammar, _ kind: DocumentKind) {
        if case .object(let object) = grammar { roots[object.name] = kind }
        visit(grammar, kind)
    }

    private mutating func visit(_ grammar: Grammar, _ kind: DocumentKind) {
        switch grammar {
        case .boolean, .text, .words, .integer, .number, .constant: break
        case .list(let element, _), .dictionary(_, let element): visit(element, kind)
        case .pair(let first, let second):
            visit(first, kind)
            visit(second, kind)
        case .alternatives(let alternatives): for alternative in alternatives { visit(alternative, kind) }
        case .reference(let name, let grammar):
            if homes[name, default: []].insert(kind).inserted { visit(grammar(), kind) }
        case .object(let object):
            guard homes[object.name, default: []].insert(kind).inserted else { return }
            if objects[object.name] == nil {
                objects[object.name] = object
                order.append(object.name)
            }
            for field in object.fields { visit(field.grammar, kind) }
        }
    }

    func text() -> String {
        var text = ""
        for kind in DocumentKind.allCases {
            text += "## \(Self.title(kind))\n\n"
            for name in order where homes[name] == [kind] && !isTime(name) { text += section(name) }
        }
        text += "## Shared\n\nWhat several kinds of document are made of.\n\n"
        for name in order where (homes[name]?.count ?? 0) > 1 && !isTime(name) { text += section(name) }
        text += "## Times\n\nDistributions, told apart by the key `distribution`.\n\n"
        for name in order where isTime(name) { text += section(name) }
        while text.hasSuffix("\n\n") { text.removeLast() }
        return text
    }

    private func isTime(_ name: String) -> Bool { objects[name]?.fields.first?.name == "distribution" }

    private func section(_ name: String) -> String {
        guard let object = objects[name] else { return "" }
        var text = roots[name] == nil ? "### \(name)\n\n" : ""
        if !object.doc.isEmpty { text += object.doc + "\n\n" }
        for choice in object.choices {
            let keys = choice.keys.map { "`\($0)`" }.joined(separator: " or ")
            text += "\(choice.isExclusive ? "Exactly" : "At least") one of \(keys) must be there.\n\n"
        }
        text += "| key | value | meaning | example |\n|---|---|---|---|\n"
        for field in object.fields {
            let example = field.example.map { "`\"\(field.name)\": \($0.text(.spaced))`" } ?? ""
            let key = "`\(field.name)`" + (field.isRequired ? " *required*" : "")
            text += "| \([key, words(field.grammar), field.doc, example].map(Self.cell).joined(separator: " | ")) |\n"
        }
        return text + "\n"
    }

    // MARK: Words

    private func words(_ grammar: Grammar) -> String {
        switch grammar {
        case .boolean: return "true or false"
        case .text(_, _, let words): return words
        case .words(let words): return "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        case .integer(let range): return "whole number \(NumberRange(range.lowerBound, range.upperBound).words)"
        case .number(let range): return range.words == "finite" ? "number" : "number \(range.words)"
        case .constant(let value): return "`\(value.text(.spaced))`"
        case .list(let element, let minimum):
            return "list of \(words(element))" + (minimum > 0 ? ", at least \(minimum)" : "")
        case .pair(let first, let second): return "list of two: \(words(first)); \(words(second))"
        case .dictionary(_, let element): return "object; each value: \(words(element))"
        case .alternatives(let alternatives): return alternativesInWords(alternatives)
        case .object(let object): return "[\(object.name)](#\(Self.anchor(object.name)))"
        case .reference(_, let grammar): return words(grammar())
        }
    }

    private func alternativesInWords(_ alternatives: [Grammar]) -> String {
        if alternatives.count == 2, case .list(let element, _) = alternatives[1],
            words(alternatives[0]) == words(element)
        {
            return "one or many: \(words(element))"
        }
        var parts: [String] = []
        var hasTimes = false
        for alternative in alternatives {
            if case .object(let object) = alternative, isTime(object.name) {
                if !hasTimes { parts.append("[distribution](#times)") }
                hasTimes = true
            } else {
                parts.append(words(alternative))
            }
        }
        return parts.unique.joined(separator: ", or ")
    }

    /// Bars would end a table's cell.
    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }

    static func title(_ kind: DocumentKind) -> String {
        let words = kind.rawValue.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    static func anchor(_ heading: String) -> String {
        heading.lowercased().split(separator: " ").joined(separator: "-")
    }
}
