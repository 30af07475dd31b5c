/// Looks for what is allowed and yet probably not meant. All its findings are warnings.
///
/// What follows from simulation (a decision that never changes anything, a control that never matters) is the
/// engine's to find; here everything follows from the text.
public enum Linter {
    /// The findings in one document; none where it could not be decoded.
    public static func lint(_ loaded: LoadedDocument) -> [Diagnostic] {
        guard let tree = loaded.tree, let draft = loaded.draft else { return [] }
        let findings: [Finding] =
            switch draft {
            case .scenario(let scenario): ScenarioLint(scenario).findings
            case .attackGraph(let graph): GraphLint(graph).findings
            case .organization, .exercise, .catalog: []
            }
        return findings.map { tree.diagnostic(as: .warning, $0.rule, $0.message, at: $0.place, fix: $0.fix) }
            .sortedByPlace()
    }
}

/// One thing that is probably not meant.
struct Finding {
    var rule: Rule
    var message: String
    var place: [PointerStep]
    var fix: String?

    init(_ rule: Rule, _ message: String, at place: [PointerStep], fix: String? = nil) {
        self.rule = rule
        self.message = message
        self.place = place
        self.fix = fix
    }
}

extension DocumentLoader {
    /// Checks and lints a document and, for an exercise, all documents it names; by file and place.
    public func lint(_ path: String) -> [Diagnostic] {
        let loaded = load(path)
        guard loaded.source?.kind == DocumentKind.exercise.rawValue else {
            return (loaded.diagnostics + Linter.lint(loaded)).sortedByPlace()
        }
        var exercise = ExerciseLoader(loader: self, path: RelativePath.normalized(path))
        let loading = exercise.load()
        let findings = exercise.documents.flatMap(Linter.lint)
        return (loading.diagnostics + findings).sortedByPlace(files: loading.sources.map(\.path))
    }
}
