import Foundation
import Scenarios
import Testing

/// Schema, decoder and reference come from the same shapes: they agree, and what is committed is up to date.
struct SchemaTests {
    /// Rules of the shape, which a schema can state; the others are about meaning.
    static let shapeRules: Set<String> = [
        "document-kind", "unknown-key", "missing-key", "conflicting-keys", "wrong-type", "unknown-word", "out-of-range",
        "invalid-identifier",
        "empty-text", "empty-list", "invalid-duration", "invalid-text",
    ]

    /// Fixtures where a schema cannot say what the decoder says.
    static let beyondSchema: Set<String> = [
        // A million hours is no pattern.
        "duration-absurd.json", "duration-overflow.json",
    ]

    @Test(arguments: DocumentKind.allCases)
    func committedSchemaIsUpToDate(kind: DocumentKind) throws {
        try expectCommitted("schemas/\(kind.rawValue).json", JSONSchema.text(for: kind))
    }

    @Test func committedReferenceIsUpToDate() throws {
        try expectCommitted("docs/dsl.md", LanguageReference.markdown())
    }

    private func expectCommitted(_ path: String, _ text: String) throws {
        let file = Shared.package.appending(path: path)
        let committed = FileManager.default.contents(atPath: file.path(percentEncoded: false)).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard committed != text else { return }
        if ProcessInfo.processInfo.environment["DRILL_RECORD"] == "1" { try Data(text.utf8).write(to: file) }
        Issue.record("\(path) is not up to date; DRILL_RECORD=1 writes it")
    }

    @Test(arguments: FixtureTests.names.filter { !beyondSchema.contains($0) })
    func schemaAndDecoderAgree(name: String) throws {
        guard case .success(let bytes) = Shared.read(Shared.fixtures + "/" + name) else { return }
        let (root, problems) = JSONParser.parse(bytes)
        // A schema sees only what is JSON, and what says which document it is.
        guard let root, problems.isEmpty, let kind = root["kind"]?.string.flatMap(DocumentKind.init) else { return }
        let (_, diagnostics) = DocumentLoader.decode(bytes, path: name)
        let isRefused = diagnostics.contains { Self.shapeRules.contains($0.rule) }
        let found = diagnostics.map(\.text).joined(separator: "\n")
        #expect(SchemaChecker(JSONSchema.schema(for: kind)).accepts(root) == !isRefused, "\(found)")
    }

    @Test(arguments: ["organization", "scenario", "exercise"])
    func schemaAcceptsTheExamples(kind: String) throws {
        let path = Shared.folder + "/examples/\(kind).json"
        guard case .success(let bytes) = Shared.read(path) else { return Shared.skip(path) }
        let root = try #require(JSONParser.parse(bytes).root)
        let schema = JSONSchema.schema(for: try #require(DocumentKind(rawValue: kind)))
        #expect(SchemaChecker(schema).accepts(root))
    }

    @Test func schemaAcceptsTheEmbeddedCatalog() throws {
        let root = try #require(JSONParser.parse(Catalog.embeddedBytes).root)
        #expect(SchemaChecker(JSONSchema.schema(for: .catalog)).accepts(root))
    }

    @Test(arguments: DocumentKind.allCases)
    func everyKeyIsExplainedAndItsExampleDecodes(kind: DocumentKind) throws {
        var seen = Set<String>()
        var keys = 0
        try visit(DocumentShapes.shape(of: kind).grammar, &seen) { object, field in
            keys += 1
            let name = "\(object).\(field.name)"
            #expect(field.doc.hasSuffix("."), "\(name) is not explained by a sentence")
            let example = try #require(field.example, "\(name) has no example")
            let bytes = Array(example.text().utf8)
            let root = try #require(JSONParser.parse(bytes).root)
            let context = DecodingContext(file: name, source: SourceText(bytes))
            field.probe(root, context)
            #expect(context.diagnostics.map(\.text) == [], "the example of \(name)")
        }
        #expect(keys > 30)
    }

    private func visit(
        _ grammar: Grammar, _ seen: inout Set<String>, _ body: (_ object: String, FieldGrammar) throws -> Void
    ) throws {
        switch grammar {
        case .boolean, .text, .words, .integer, .number, .constant: break
        case .list(let element, _), .dictionary(_, let element): try visit(element, &seen, body)
        case .pair(let first, let second):
            try visit(first, &seen, body)
            try visit(second, &seen, body)
        case .alternatives(let alternatives): for alternative in alternatives { try visit(alternative, &seen, body) }
        case .reference(let name, let grammar): if seen.insert(name).inserted { try visit(grammar(), &seen, body) }
        case .object(let object):
            guard seen.insert(object.name).inserted else { return }
            for field in object.fields {
                try body(object.name, field)
                try visit(field.grammar, &seen, body)
            }
        }
    }
}
