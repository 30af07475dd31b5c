/// Reads documents and reports all their problems at once.
///
/// How a path becomes bytes is injected, so that tests and servers need no disk.
public struct DocumentLoader: Sendable {
    /// How a path becomes bytes; called on the thread of the caller.
    public typealias Read = @Sendable (_ path: String) -> Result<[UInt8], ReadFailure>

    /// What a zone's clocks show around a day (from 1970-01-01; nil: standard time is enough); nil where nobody knows.
    public typealias Zones = @Sendable (_ zone: String, _ day: Int?) -> ZoneOffsets?

    let read: Read
    private let ownCatalog: Catalog?
    private let ownTechniques: TechniqueTable?
    /// Files that stand for the embedded catalog or techniques; they belong to every exercise's sources.
    let ownSources: [SourceFile]
    /// Whether an exercise is played without the participants whose documents are missing or have errors; these errors
    /// are warnings then. Whoever names one of them as a supplier keeps an external one in its place.
    public var leavesOut = false
    /// Whom to ask for the offsets of time zones; what it answers goes with the exercise. Whom nobody has told, knows none.
    public var zones: Zones = { _, _ in nil }

    /// - Parameters:
    ///   - catalog: the controls and levels that documents may name; nil: the embedded ones.
    ///   - techniques: the techniques that documents may name; nil: the embedded ones.
    ///   - sources: the files that these two come from; they become the last of every exercise's sources, so that a
    ///     run's identity holds them.
    ///   - read: the bytes of a path.
    public init(
        catalog: Catalog? = nil, techniques: TechniqueTable? = nil, sources: [SourceFile] = [], read: @escaping Read
    ) {
        ownSources = sources
        self.read = read
        ownCatalog = catalog
        ownTechniques = techniques
    }

    /// Reads files from disk, at most 64 MB each.
    public static let disk = DocumentLoader(read: DiskReader.read)

    /// Reads files from disk, with a catalog or techniques of the user's own.
    public static func reading(catalog: Catalog?, techniques: TechniqueTable?, sources: [SourceFile]) -> DocumentLoader
    {
        DocumentLoader(catalog: catalog, techniques: techniques, sources: sources, read: DiskReader.read)
    }

    /// The bytes of a file, as this loader reads it: also of one that is no document, such as an action log.
    public func bytes(of path: String) -> Result<[UInt8], ReadFailure> { read(path) }

    /// The catalog that documents are checked against.
    public var catalog: Catalog { ownCatalog ?? .embedded }

    /// The techniques that documents are checked against.
    public var techniques: TechniqueTable { ownTechniques ?? .embedded }

    /// Loads and checks one document; what it refers to is not read.
    public func load(_ path: String) -> LoadedDocument {
        switch read(path) {
        case .success(let bytes):
            return load(bytes, path: path)
        case .failure(let failure):
            let diagnostic = Diagnostic(
                severity: .error, rule: failure.rule.rawValue, file: path, message: "the file \(failure.words)")
            return LoadedDocument(diagnostics: [diagnostic])
        }
    }

    /// Loads and checks one document whose bytes are at hand.
    ///
    /// - Parameter path: stands in diagnostics; nothing is read from it.
    public func load(_ bytes: [UInt8], path: String) -> LoadedDocument {
        var loaded = Self.parse(bytes, path: path)
        if let draft = loaded.draft, let tree = loaded.tree {
            let validator = Validator(tree: tree, decoding: loaded.diagnostics, loader: self)
            loaded.diagnostics += validator.problems(of: draft)
        }
        loaded.diagnostics = loaded.diagnostics.sortedByPlace()
        loaded.document = loaded.diagnostics.hasErrors ? nil : loaded.draft
        return loaded
    }

    /// Decodes a document without checking what it means.
    package static func decode(_ bytes: [UInt8], path: String) -> (Document?, [Diagnostic]) {
        let loaded = parse(bytes, path: path)
        return (loaded.draft, loaded.diagnostics)
    }

    /// The structure of a text; nil where it is broken.
    static func tree(of bytes: [UInt8], path: String) -> DocumentTree? { parse(bytes, path: path).tree }

    private static func parse(_ bytes: [UInt8], path: String) -> LoadedDocument {
        guard bytes.count <= Limits.fileBytes else {
            let failure = ReadFailure.tooLarge(bytes: bytes.count)
            return LoadedDocument(diagnostics: [
                Diagnostic(
                    severity: .error, rule: failure.rule.rawValue, file: path, message: "the file \(failure.words)")
            ])
        }
        let source = SourceText(bytes)
        let (root, problems) = JSONParser.parse(bytes)
        let unreadable = Set(problems.lazy.filter { $0.rule == .number }.map(\.offset))
        let context = DecodingContext(file: path, source: source, unreadable: unreadable)
        for problem in problems {
            context.report(
                as: problem.isWarning ? .warning : .error, problem.rule, problem.message, offset: problem.offset,
                fix: problem.fix)
        }
        guard let root else { return LoadedDocument(diagnostics: context.diagnostics) }
        let kind = DocumentHeader.kind(of: root, context)
        let draft = kind.flatMap { DocumentShapes.shape(of: $0).decode(root, context) }
        let file = SourceFile(
            path: path, reference: RelativePath.name(of: path), kind: kind?.rawValue ?? "",
            id: root["id"]?.string ?? "",
            bytes: bytes)
        return LoadedDocument(
            diagnostics: context.diagnostics, source: file,
            tree: DocumentTree(file: path, source: source, root: root), draft: draft)
    }
}

extension JSONNode {
    /// Whether it is a JSON Schema, as `init` and `schema` write them beside documents.
    fileprivate var isSchema: Bool { self["$schema"]?.string?.contains("://json-schema.org/") == true }
}

/// Looks at what a document says it is before the rest is read.
enum DocumentHeader {
    static func kind(of root: JSONNode, _ context: DecodingContext) -> DocumentKind? {
        let kinds = DocumentKind.allCases.map(\.rawValue)
        guard case .object = root.kind else {
            context.wrongType(expected: "a document, an object in braces,", root)
            return nil
        }
        if root["kind"] == nil, root.isSchema {
            context.error(
                .schema, "this is a JSON Schema: it describes documents and is none", at: root,
                fix: "name the document instead")
            return nil
        }
        guard let node = root["kind"] else {
            context.error(
                .documentKind, "the key \"kind\" is missing", at: root,
                fix: "write it with one of \(kinds.inWords)")
            return nil
        }
        guard let text = node.string, let kind = DocumentKind(rawValue: text) else {
            context.at(.key("kind")) {
                context.error(
                    .documentKind, "\(node.found) is no kind of document", at: node,
                    fix: node.string.flatMap { Suggestion.question($0, among: kinds) }
                        ?? "write one of \(kinds.inWords)")
            }
            return nil
        }
        if case .number(let version)? = root["version"]?.kind, version.value != 1 {
            context.at(.key("version")) {
                context.error(
                    .documentKind,
                    "version \(version.text.shortened) of the language is not known; this program knows version 1",
                    at: root["version"] ?? root)
            }
            return nil
        }
        return kind
    }
}
