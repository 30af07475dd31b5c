/// What came of loading one document.
public struct LoadedDocument: Sendable {
    /// nil where a diagnostic is an error.
    public var document: Document?
    /// Sorted by place.
    public var diagnostics: [Diagnostic]
    /// nil where the file could not be read.
    public var source: SourceFile?
    /// The text's structure, for diagnostics found later; nil where it is broken.
    package var tree: DocumentTree?
    /// What could be decoded in spite of errors.
    package var draft: Document?
}

/// A file that was read, for digests.
public struct SourceFile: Sendable, Equatable {
    /// Path by which the file was read.
    public var path: String
    /// Path as seen from the folder of the document that was asked for; never absolute unless a document says so.
    public var reference: String
    /// `organization`, `scenario`, `exercise`, `catalog`, `attack-graph`, `roster`, or `techniques` for the facts of a
    /// user's own ATT&CK bundle.
    public var kind: String
    /// The document's id; for a roster its file name.
    public var id: String
    /// The file as read; of an ATT&CK bundle the facts as a tab-separated table.
    public var bytes: [UInt8]

    /// A file as it was read, and what it is called.
    public init(path: String, reference: String, kind: String, id: String, bytes: [UInt8]) {
        (self.path, self.reference, self.kind) = (path, reference, kind)
        (self.id, self.bytes) = (id, bytes)
    }
}

extension SourceFile {
    /// A diagnostic at a pointer into the file; at its beginning where the text is broken.
    package func diagnostic(
        as severity: Diagnostic.Severity, _ rule: Rule, _ message: String, at steps: [PointerStep], fix: String? = nil
    ) -> Diagnostic {
        guard let tree = DocumentLoader.tree(of: bytes, path: path) else {
            return Diagnostic(severity: severity, rule: rule.rawValue, file: path, message: message)
        }
        return tree.diagnostic(as: severity, rule, message, at: steps, fix: fix)
    }
}

/// An exercise with everything it names.
public struct LoadedExercise: Sendable {
    /// The exercise itself.
    public var exercise: Exercise
    /// In the order of the participants, rosters unfolded.
    public var organizations: [Organization]
    /// One for each entry of `exercise.scenarios`; the exercise's parameters stand as the defaults.
    public var scenarios: [Scenario]
    /// The catalog against which the documents were checked.
    public var catalog: Catalog
    /// The techniques against which the documents were checked.
    public var techniques: TechniqueTable
    /// The exercise document first, then in the order of reference, each file once.
    public var sources: [SourceFile]
    /// Participants that could not take part, where the loader leaves them out.
    public var leftOut: [LeftOut] = []
    /// Offsets of the zones that the exercise and its participants name, by zone, as far as the loader knew them.
    public var zones: [String: ZoneOffsets] = [:]

    /// An exercise put together in memory; nothing is checked.
    public init(
        exercise: Exercise, organizations: [Organization], scenarios: [Scenario], catalog: Catalog,
        techniques: TechniqueTable = .embedded, sources: [SourceFile] = []
    ) {
        self.exercise = exercise
        self.organizations = organizations
        self.scenarios = scenarios
        self.catalog = catalog
        self.techniques = techniques
        self.sources = sources
    }
}

/// A participant that does not take part, since its document is missing or has errors.
public struct LeftOut: Sendable, Equatable {
    /// Path of its document, as the exercise or a roster names it.
    public var participant: String
    /// The first error, as a message.
    public var reason: String
}

/// What came of loading an exercise.
public struct ExerciseLoading: Sendable {
    /// nil where a diagnostic is an error.
    public var exercise: LoadedExercise?
    /// Of all files, sorted by file and place.
    public var diagnostics: [Diagnostic]
    /// All files that could be read.
    public var sources: [SourceFile]
}

/// A parsed text: finds the place of any pointer.
package struct DocumentTree: Sendable {
    /// Path by which the file was read.
    package let file: String
    /// Its text, for lines and columns.
    package let source: SourceText
    /// The outermost value.
    package let root: JSONNode

    /// The byte offset of the value at the pointer, or of the deepest one on the way that exists.
    package func offset(of steps: [PointerStep]) -> Int {
        var node = root
        for step in steps {
            switch (step, node.kind) {
            case (.key(let key), .object(let members)):
                guard let value = members[key] else { return node.offset }
                node = value
            case (.index(let index), .array(let elements)) where elements.indices.contains(index):
                node = elements[index]
            default:
                return node.offset
            }
        }
        return node.offset
    }

    /// The value at the pointer; nil when there is none.
    package func node(at steps: [PointerStep]) -> JSONNode? {
        var node = root
        for step in steps {
            switch (step, node.kind) {
            case (.key(let key), .object(let members)):
                guard let value = members[key] else { return nil }
                node = value
            case (.index(let index), .array(let elements)) where elements.indices.contains(index):
                node = elements[index]
            default: return nil
            }
        }
        return node
    }

    /// A diagnostic at the pointer.
    package func diagnostic(
        as severity: Diagnostic.Severity, _ rule: Rule, _ message: String, at steps: [PointerStep], fix: String? = nil
    ) -> Diagnostic {
        let place = source.place(at: offset(of: steps))
        return Diagnostic(
            severity: severity, rule: rule.rawValue, file: file, line: place.line, column: place.column,
            pointer: steps.pointer, message: message, fix: fix)
    }
}

extension PointerStep: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral value: String) { self = .key(value) }
    package init(integerLiteral value: Int) { self = .index(value) }
}
