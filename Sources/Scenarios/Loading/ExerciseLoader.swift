extension DocumentLoader {
    /// Loads an exercise with all it names, and reports the problems of all files in one go.
    ///
    /// Paths are relative to the document that holds them. A file is read once, however often it is named.
    public func loadExercise(_ path: String) -> ExerciseLoading {
        var loading = ExerciseLoader(loader: self, path: RelativePath.normalized(path))
        return loading.load()
    }

    /// Checks a document of any kind and, for an exercise, all it names; the diagnostics of all files by place.
    public func check(_ path: String) -> [Diagnostic] {
        let loaded = load(path)
        guard loaded.source?.kind == DocumentKind.exercise.rawValue else { return loaded.diagnostics }
        return loadExercise(path).diagnostics
    }
}

/// Follows the references of one exercise.
struct ExerciseLoader {
    let loader: DocumentLoader
    let path: String
    private var files: [String: LoadedDocument] = [:]
    private var sources: [SourceFile] = []
    /// In order of first mention, the exercise first.
    private(set) var documents: [LoadedDocument] = []
    private var diagnostics: [Diagnostic] = []
    /// Participants that could not be read.
    private var missing = 0

    init(loader: DocumentLoader, path: String) {
        self.loader = loader
        self.path = path
    }

    /// An organization, and where the exercise or a roster names it.
    struct Member {
        var organization: Organization
        var document: LoadedDocument
        var namedAt: Diagnostic
    }

    mutating func load() -> ExerciseLoading {
        let root = loader.load(path)
        keep(root, path)
        guard let tree = root.tree, case .exercise(let exercise)? = root.draft else {
            if let draft = root.draft, let tree = root.tree {
                diagnostics.append(
                    tree.diagnostic(
                        .error, .wrongKind, "an exercise is expected; this is \(draft.kind.rawValue.withArticle)",
                        at: ["kind"]))
            }
            return finished(nil)
        }
        let members = organizations(exercise.participants, tree)
        let scenarios = exercise.scenarios.enumerated().compactMap {
            scenario($1, at: ["scenarios", .index($0)], tree)
        }
        let checker = ExerciseChecker(
            exercise: exercise, tree: tree, members: members, scenarios: scenarios,
            isComplete: !members.isEmpty && missing == 0)
        diagnostics += checker.problems()
        guard !diagnostics.hasErrors else { return finished(nil) }
        return finished(
            LoadedExercise(
                exercise: exercise, organizations: members.map(\.organization), scenarios: scenarios.map(\.scenario),
                catalog: loader.catalog, techniques: loader.techniques, sources: sources + loader.ownSources))
    }

    private func finished(_ exercise: LoadedExercise?) -> ExerciseLoading {
        ExerciseLoading(
            exercise: exercise, diagnostics: diagnostics.sortedByPlace(files: sources.map(\.path)), sources: sources)
    }

    private mutating func keep(_ loaded: LoadedDocument, _ path: String) {
        files[path] = loaded
        documents.append(loaded)
        diagnostics += loaded.diagnostics
        guard var source = loaded.source else { return }
        source.reference = RelativePath.path(path, seenFrom: RelativePath.folder(of: self.path))
        sources.append(source)
    }

    // MARK: Participants

    private mutating func organizations(_ participants: [Participant], _ tree: DocumentTree) -> [Member] {
        var members: [Member] = []
        for (index, participant) in participants.enumerated() {
            let key: String
            let reference: String
            switch participant {
            case .organization(let path): (key, reference) = ("organization", path)
            case .roster(let path): (key, reference) = ("roster", path)
            }
            guard !reference.isEmpty else {
                missing += 1
                continue
            }
            let named = tree.diagnostic(.error, .missingFile, "", at: ["participants", .index(index), .key(key)])
            if key == "roster" {
                members += roster(reference, named)
            } else if let member = organization(RelativePath.resolve(reference, from: path), reference, named) {
                members.append(member)
            }
        }
        return members
    }

    private mutating func roster(_ reference: String, _ named: Diagnostic) -> [Member] {
        let rosterPath = RelativePath.resolve(reference, from: path)
        guard rosterPath != path else {
            report(named, .circular, "the exercise names itself as its roster")
            missing += 1
            return []
        }
        let bytes: [UInt8]
        switch loader.read(rosterPath) {
        case .failure(let failure):
            report(named, failure.rule, "the file \(reference.quoted) \(failure.words)")
            missing += 1
            return []
        case .success(let found): bytes = found
        }
        sources.append(
            SourceFile(
                path: rosterPath, reference: RelativePath.path(rosterPath, seenFrom: RelativePath.folder(of: path)),
                kind: "roster", id: RelativePath.name(of: rosterPath), bytes: bytes))
        let roster = Roster(bytes, path: rosterPath)
        diagnostics += roster.diagnostics
        missing += roster.diagnostics.count { $0.severity == .error }
        var members: [Member] = []
        for entry in roster.entries {
            let place = Diagnostic(
                severity: .error, rule: "", file: rosterPath, line: entry.cell.line, column: entry.cell.column,
                message: "")
            let path = RelativePath.resolve(entry.path, from: rosterPath)
            guard path != rosterPath else {
                report(place, .circular, "the roster names itself")
                missing += 1
                continue
            }
            if let member = organization(path, entry.path, place) { members.append(member) }
        }
        return members
    }

    private mutating func organization(_ path: String, _ reference: String, _ named: Diagnostic) -> Member? {
        guard let loaded = document(path, reference, named, wanted: .organization),
            case .organization(let organization)? = loaded.draft
        else {
            missing += 1
            return nil
        }
        return Member(organization: organization, document: loaded, namedAt: named)
    }

    // MARK: Scenarios

    /// A scenario with the exercise's parameters, and its text.
    struct Story {
        var scenario: Scenario
        var document: LoadedDocument
    }

    private mutating func scenario(_ use: ScenarioUse, at place: [PointerStep], _ tree: DocumentTree) -> Story? {
        guard !use.scenario.isEmpty else { return nil }
        // A bare path has no key to point at.
        let isPath = tree.node(at: place)?.string != nil
        let named = tree.diagnostic(.error, .missingFile, "", at: isPath ? place : place + ["scenario"])
        guard
            let loaded = document(
                RelativePath.resolve(use.scenario, from: path), use.scenario, named, wanted: .scenario),
            case .scenario(var scenario)? = loaded.draft
        else { return nil }
        for (name, value) in use.parameters.sorted(by: { $0.key < $1.key }) {
            let pointer = place + ["parameters", .key(name)]
            guard let parameter = scenario.parameters[name] else {
                let names = scenario.parameters.keys.sorted()
                diagnostics.append(
                    tree.diagnostic(
                        .error, .unknownParameter, "the scenario \(scenario.id.quoted) has no parameter \(name.quoted)",
                        at: pointer,
                        fix: Suggestion.question(name, among: names)
                            ?? (names.isEmpty ? "it has none" : "it has \(names.inWords)")))
                continue
            }
            guard let fitting = value.converted(to: parameter.default.type) else {
                diagnostics.append(
                    tree.diagnostic(
                        .error, .parameterType,
                        "the parameter \(name.quoted) is \(parameter.default.type.rawValue.withArticle)", at: pointer,
                        fix: parameter.default.type.advice))
                continue
            }
            scenario.parameters[name]?.default = fitting
        }
        return Story(scenario: scenario, document: loaded)
    }

    // MARK: Documents

    private mutating func document(
        _ path: String, _ reference: String, _ named: Diagnostic, wanted: DocumentKind
    ) -> LoadedDocument? {
        guard path != self.path else {
            report(named, .circular, "the exercise names itself where \(wanted.rawValue.withArticle) is expected")
            return nil
        }
        let loaded: LoadedDocument
        if let known = files[path] {
            loaded = known
        } else {
            switch loader.read(path) {
            case .failure(let failure):
                report(named, failure.rule, "the file \(reference.quoted) \(failure.words)")
                files[path] = LoadedDocument(diagnostics: [])
                return nil
            case .success(let bytes):
                loaded = loader.load(bytes, path: path)
                keep(loaded, path)
            }
        }
        guard let draft = loaded.draft else { return nil }
        guard draft.kind == wanted else {
            report(
                named, .wrongKind,
                "\(reference.quoted) is \(draft.kind.rawValue.withArticle); \(wanted.rawValue.withArticle) is expected")
            return nil
        }
        return loaded
    }

    private mutating func report(_ named: Diagnostic, _ rule: Rule, _ message: String) {
        var diagnostic = named
        diagnostic.rule = rule.rawValue
        diagnostic.message = message
        diagnostics.append(diagnostic)
    }
}

extension Document {
    /// Which of the five kinds it is.
    public var kind: DocumentKind {
        switch self {
        case .organization: .organization
        case .scenario: .scenario
        case .exercise: .exercise
        case .catalog: .catalog
        case .attackGraph: .attackGraph
        }
    }
}
