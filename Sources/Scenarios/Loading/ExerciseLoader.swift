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
    /// By the path at which a file is read: the same as documents name it, seen from the exercise. A run is told again
    /// from these alone, and they do not depend on where somebody stood when it was read.
    private var references: [String: String]
    /// In order of first mention, the exercise first.
    private(set) var documents: [LoadedDocument] = []
    private var diagnostics: [Diagnostic] = []
    /// Participants that could not be read.
    private var missing = 0
    private var leftOut: [LeftOut] = []
    /// Ids of those who take part, with the path of the document of each, where others are left out.
    private var playing: [String: String] = [:]

    init(loader: DocumentLoader, path: String) {
        self.loader = loader
        self.path = path
        references = [path: RelativePath.name(of: path)]
    }

    /// Where a document is read that another one names.
    private mutating func resolve(_ reference: String, from base: String) -> String {
        let found = RelativePath.resolve(reference, from: base)
        if references[found] == nil {
            references[found] = RelativePath.resolve(reference, from: references[base] ?? base)
        }
        return found
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
        guard let tree = root.tree, case .exercise(var exercise)? = root.draft else {
            if let draft = root.draft, let tree = root.tree {
                diagnostics.append(
                    tree.diagnostic(
                        as: .error, .wrongKind, "an exercise is expected; this is \(draft.kind.rawValue.withArticle)",
                        at: ["kind"]))
            }
            return finished(nil)
        }
        let members = organizations(exercise.participants, tree)
        let scenarios = exercise.scenarios.enumerated().compactMap {
            scenario($1, at: ["scenarios", .index($0)], tree)
        }
        if members.isEmpty, !leftOut.isEmpty {
            diagnostics.append(
                tree.diagnostic(
                    as: .error, .emptyRoster, "nobody is left to play: all are left out", at: ["participants"]))
        }
        if !leftOut.isEmpty { exercise.standIn(for: members.map(\.organization)) }
        let checker = ExerciseChecker(
            exercise: exercise, tree: tree, members: members, scenarios: scenarios,
            isComplete: !members.isEmpty && missing == 0)
        diagnostics += checker.problems()
        guard !diagnostics.hasErrors else { return finished(nil) }
        var loaded = LoadedExercise(
            exercise: exercise, organizations: members.map(\.organization), scenarios: scenarios.map(\.scenario),
            catalog: loader.catalog, techniques: loader.techniques, sources: sources + loader.ownSources)
        loaded.leftOut = leftOut
        for zone in Set(members.compactMap(\.organization.timeZone) + [exercise.zone].compactMap(\.self)) {
            loaded.zones[zone] = loader.zones(zone, exercise.date.flatMap(LocalMoment.init)?.day)
        }
        return finished(loaded)
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
        source.reference = references[path] ?? path
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
            let named = tree.diagnostic(as: .error, .missingFile, "", at: ["participants", .index(index), .key(key)])
            if key == "roster" {
                members += roster(reference, named)
            } else if let member = takingPart(resolve(reference, from: path), as: reference, namedAt: named) {
                members.append(member)
            }
        }
        return members
    }

    /// The participant; nil where it cannot take part. Where the loader leaves such ones out, what is wrong with it
    /// becomes warnings, and no byte of its document belongs to the run.
    private mutating func takingPart(
        _ path: String, as reference: String, namedAt named: Diagnostic
    ) -> Member? {
        let (before, missingBefore) = (diagnostics.count, missing)
        let member = organization(path, as: reference, namedAt: named)
        guard loader.leavesOut else { return member }
        if let id = member?.organization.id, playing[id] != nil {
            report(at: named, .duplicateId, "the organization \(id.quoted) takes part already")
        } else if let member, files[path]?.diagnostics.hasErrors == false {
            playing[member.organization.id] = path
            return member
        }
        let told = (files[path]?.diagnostics ?? []) + diagnostics[before...]
        let reason = told.first { $0.severity == .error }?.message ?? "it cannot be read"
        for place in before..<diagnostics.count { diagnostics[place].severity = .warning }
        missing = missingBefore
        leftOut.append(LeftOut(participant: reference, reason: reason))
        if !playing.values.contains(path) { sources.removeAll { $0.path == path } }
        return nil
    }

    private mutating func roster(_ reference: String, _ named: Diagnostic) -> [Member] {
        let rosterPath = resolve(reference, from: path)
        guard rosterPath != path else {
            report(at: named, .circular, "the exercise names itself as its roster")
            missing += 1
            return []
        }
        let bytes: [UInt8]
        switch loader.read(rosterPath) {
        case .failure(let failure):
            report(at: named, failure.rule, "the file \(reference.quoted) \(failure.words)")
            missing += 1
            return []
        case .success(let found): bytes = found
        }
        sources.append(
            SourceFile(
                path: rosterPath, reference: references[rosterPath] ?? rosterPath,
                kind: "roster", id: RelativePath.name(of: rosterPath), bytes: bytes))
        let roster = Roster(bytes, path: rosterPath)
        // A row that names nobody leaves nobody else out.
        let isPlayable = loader.leavesOut && !roster.entries.isEmpty
        diagnostics += roster.diagnostics.map { problem in
            var problem = problem
            if isPlayable { problem.severity = .warning }
            return problem
        }
        missing += isPlayable ? 0 : roster.diagnostics.count { $0.severity == .error }
        var members: [Member] = []
        for entry in roster.entries {
            let place = Diagnostic(
                severity: .error, rule: "", file: rosterPath, line: entry.cell.line, column: entry.cell.column,
                message: "")
            let path = resolve(entry.path, from: rosterPath)
            guard path != rosterPath else {
                report(at: place, .circular, "the roster names itself")
                missing += 1
                continue
            }
            if let member = takingPart(path, as: entry.path, namedAt: place) { members.append(member) }
        }
        return members
    }

    private mutating func organization(_ path: String, as reference: String, namedAt named: Diagnostic) -> Member? {
        guard let loaded = document(path, as: reference, namedAt: named, wanted: .organization),
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
        let named = tree.diagnostic(as: .error, .missingFile, "", at: isPath ? place : place + ["scenario"])
        guard
            let loaded = document(
                resolve(use.scenario, from: path), as: use.scenario, namedAt: named, wanted: .scenario),
            case .scenario(var scenario)? = loaded.draft
        else { return nil }
        for (name, value) in use.parameters.sorted(by: { $0.key < $1.key }) {
            let pointer = place + ["parameters", .key(name)]
            guard let parameter = scenario.parameters[name] else {
                let names = scenario.parameters.keys.sorted()
                diagnostics.append(
                    tree.diagnostic(
                        as: .error, .unknownParameter,
                        "the scenario \(scenario.id.quoted) has no parameter \(name.quoted)",
                        at: pointer,
                        fix: Suggestion.question(name, among: names)
                            ?? (names.isEmpty ? "it has none" : "it has \(names.inWords)")))
                continue
            }
            guard let fitting = value.converted(to: parameter.default.type) else {
                diagnostics.append(
                    tree.diagnostic(
                        as: .error, .parameterType,
                        "the parameter \(name.quoted) is \(parameter.default.type.rawValue.withArticle)", at: pointer,
                        fix: parameter.default.type.advice))
                continue
            }
            if case .integer(let count) = fitting, scenario.countsTries(by: name),
                let problem = Validator.problem(ofTries: count)
            {
                diagnostics.append(tree.diagnostic(as: .error, .range, problem, at: pointer, fix: "write 1 or more"))
                continue
            }
            scenario.parameters[name]?.default = fitting
        }
        return Story(scenario: scenario, document: loaded)
    }

    // MARK: Documents

    private mutating func document(
        _ path: String, as reference: String, namedAt named: Diagnostic, wanted: DocumentKind
    ) -> LoadedDocument? {
        guard path != self.path else {
            report(at: named, .circular, "the exercise names itself where \(wanted.rawValue.withArticle) is expected")
            return nil
        }
        let loaded: LoadedDocument
        if let known = files[path] {
            loaded = known
        } else {
            switch loader.read(path) {
            case .failure(let failure):
                report(at: named, failure.rule, "the file \(reference.quoted) \(failure.words)")
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
                at: named, .wrongKind,
                "\(reference.quoted) is \(draft.kind.rawValue.withArticle); \(wanted.rawValue.withArticle) is expected")
            return nil
        }
        return loaded
    }

    private mutating func report(at named: Diagnostic, _ rule: Rule, _ message: String) {
        var diagnostic = named
        diagnostic.rule = rule.rawValue
        diagnostic.message = message
        diagnostics.append(diagnostic)
    }
}

extension Exercise {
    /// Puts an external supplier in the place of each that is named and takes no part, and takes it out of sharing groups.
    fileprivate mutating func standIn(for participants: [Organization]) {
        let playing = Set(participants.map(\.id))
        var known = playing.union(external.map(\.id))
        for link in participants.flatMap(\.suppliers) where known.insert(link.organization).inserted {
            var stub = ExternalOrganization()
            (stub.id, stub.title) = (link.organization, "A supplier that does not take part")
            external.append(stub)
        }
        for index in sharing.indices { sharing[index].members.removeAll { !playing.contains($0) } }
    }
}

extension Scenario {
    /// Whether a step's number of tries is this parameter.
    fileprivate func countsTries(by name: String) -> Bool {
        steps.contains { if case .parameter(name)? = $0.attempts { true } else { false } }
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
