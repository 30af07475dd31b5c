/// Checks what a decoded document means, apart from other documents.
///
/// It also looks at drafts with errors in them, so that one run reports everything; texts that could not be decoded
/// are empty there and are not looked at again.
final class Validator {
    let tree: DocumentTree
    let loader: DocumentLoader
    private(set) var diagnostics: [Diagnostic] = []
    /// Pointers at which something could not be decoded.
    private let broken: Set<String>
    private let decodingCount: Int

    init(tree: DocumentTree, decoding: [Diagnostic], loader: DocumentLoader) {
        self.tree = tree
        self.loader = loader
        decodingCount = decoding.count
        broken = Set(decoding.filter { $0.severity == .error }.map(\.pointer))
    }

    /// None where decoding has found more than are told.
    func problems(of document: Document) -> [Diagnostic] {
        guard decodingCount <= Limits.problems else { return [] }
        switch document {
        case .organization(let organization): check(organization)
        case .scenario(let scenario): check(scenario)
        case .exercise(let exercise): check(exercise)
        case .catalog(let catalog): check(catalog)
        case .attackGraph(let graph): check(graph)
        }
        return diagnostics
    }

    /// Whether as many problems were found as are told: nothing more needs to be looked up.
    var isFull: Bool { diagnostics.count > Limits.problems }

    func error(
        _ rule: Rule, _ message: @autoclosure () -> String, at place: @autoclosure () -> [PointerStep],
        fix: @autoclosure () -> String? = nil
    ) {
        guard !isFull else { return }
        report(as: .error, rule, message(), at: place(), fix: fix())
    }

    func warning(
        _ rule: Rule, _ message: @autoclosure () -> String, at place: @autoclosure () -> [PointerStep],
        fix: @autoclosure () -> String? = nil
    ) {
        guard !isFull else { return }
        report(as: .warning, rule, message(), at: place(), fix: fix())
    }

    private func report(
        as severity: Diagnostic.Severity, _ rule: Rule, _ message: String, at place: [PointerStep], fix: String?
    ) {
        guard diagnostics.count < Limits.problems else {
            diagnostics.append(
                tree.diagnostic(
                    as: .error, .tooMany, "there are more problems; the first \(Limits.problems) are shown", at: []))
            return
        }
        diagnostics.append(tree.diagnostic(as: severity, rule, message, at: place, fix: fix))
    }

    /// Reports ids that stand there a second time, and returns all of them.
    @discardableResult
    func unique(_ ids: [Located], _ noun: String, in list: PointerStep? = nil) -> Names {
        var first: [String: [PointerStep]] = [:]
        for id in ids where !id.name.isEmpty {
            guard let earlier = first[id.name] else {
                first[id.name] = id.place
                continue
            }
            guard !isFull else { break }
            let line = tree.source.place(at: tree.offset(of: earlier)).line
            error(
                .duplicateId, "the \(noun) \(id.name.quoted) stands already in line \(line)", at: id.place,
                fix: "choose another id, or remove one")
        }
        return names(ids, in: list)
    }

    /// All ids, without looking for repetitions.
    ///
    /// - Parameter list: the key of a list that every document must have.
    func names(_ ids: [Located], in list: PointerStep? = nil) -> Names {
        let all = ids.map(\.name)
        // Where the list or an element could not be read, an id may be missing for that reason alone.
        var isComplete = !all.contains("")
        if let list {
            isComplete = isComplete && !broken.contains([list].pointer) && (!all.isEmpty || !broken.contains(""))
        }
        return Names(all: all, set: Set(all), isComplete: isComplete)
    }

    /// Whether the value at the place, or anything in it, could not be decoded.
    func isBroken(_ place: [PointerStep]) -> Bool {
        guard !broken.isEmpty else { return false }
        let pointer = place.pointer
        return broken.contains { $0 == pointer || $0.hasPrefix(pointer + "/") }
    }

    /// Reports a name that is none of the known ones.
    func refer(
        to name: String, among names: Names, _ noun: String, at place: [PointerStep], rule: Rule = .unknownReference
    ) {
        guard !name.isEmpty, names.isComplete, !names.set.contains(name), !isFull else {
            return
        }
        let fix =
            names.suggestions.question(name)
            ?? (names.set.isEmpty
                ? nil : names.set.count <= 8 ? "there are \(names.all.filter { !$0.isEmpty }.unique.inWords)" : nil)
        error(rule, "there is no \(noun) \(name.quoted)", at: place, fix: fix)
    }

    /// Reports names that a list holds twice.
    func warnOfRepetition(in names: [String], at place: [PointerStep]) {
        var seen = Set<String>()
        for (index, name) in names.enumerated() where !name.isEmpty && !seen.insert(name).inserted {
            warning(
                .duplicateEntry, "\(name.quoted) stands here a second time", at: place + [.index(index)],
                fix: "remove it")
        }
    }
}

/// A name and where it is given.
struct Located {
    var name: String
    var place: [PointerStep]

    init(_ name: String, _ place: [PointerStep]) {
        self.name = name
        self.place = place
    }
}

/// Names that can be referred to.
struct Names {
    /// In document order.
    var all: [String]
    var set: Set<String>
    /// False where some could not be read: then nobody knows what is missing.
    var isComplete = true
    /// What a wrong name may have meant.
    let suggestions: SuggestionIndex

    init(all: [String], set: Set<String>, isComplete: Bool = true) {
        suggestions = SuggestionIndex(all)
        self.all = all
        self.set = set
        self.isComplete = isComplete
    }

    init(_ names: [String]) { self.init(all: names, set: Set(names)) }
}
