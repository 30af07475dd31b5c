public import Scenarios

/// ATT&CK Enterprise as MITRE publishes it: a STIX 2.0 or 2.1 bundle.
///
/// Facts only are taken: ids, names, tactics, which mitigation belongs to which technique, and what replaces a revoked
/// id. No description is kept. The bundle is read object by object, so a file of 50 MB needs little more memory than
/// its bytes.
public enum ATTACKBundle {
    /// What came of reading a bundle.
    public struct Reading: Sendable {
        /// nil where a diagnostic is an error.
        public var techniques: TechniqueTable?
        /// Sorted by place.
        public var diagnostics: [Diagnostic]

        public init(techniques: TechniqueTable?, diagnostics: [Diagnostic]) {
            self.techniques = techniques
            self.diagnostics = diagnostics
        }
    }

    /// Reads a bundle whose bytes are at hand.
    ///
    /// - Parameter path: stands in diagnostics; nothing is read from it.
    public static func read(_ bytes: [UInt8], path: String) -> Reading {
        var reader = ATTACKBundleReader(bytes, path: path)
        reader.read()
        let diagnostics = reader.diagnostics.sortedByPlace()
        return Reading(techniques: diagnostics.hasErrors ? nil : reader.table(), diagnostics: diagnostics)
    }
}

/// Collects the objects of a bundle and puts them together.
struct ATTACKBundleReader {
    private let slices: JSONSlices
    private let path: String
    private let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []

    private var techniques: [Pattern] = []
    /// STIX id to ATT&CK id of mitigations in force.
    private var mitigations: [String: String] = [:]
    private var tactics: Set<String> = []
    /// STIX ids: the technique's, and the mitigations'.
    private var mitigating: [String: [String]] = [:]
    private var successors: [String: String] = [:]
    private var domains: Set<String> = []
    private var resolved: [Technique] = []

    /// A technique as it stands in the bundle.
    private struct Pattern {
        var stix: String
        var id: String
        var name: String
        var tactics: [String]
        var isRevoked: Bool
        var index: Int
        var offset: Int
    }

    init(_ bytes: [UInt8], path: String) {
        slices = JSONSlices(bytes: bytes)
        self.path = path
        source = SourceText(bytes)
    }

    /// The techniques in force and the revoked ones, by id.
    func table() -> TechniqueTable { TechniqueTable(techniques: resolved) }

    mutating func read() {
        guard let members = slices.members() else { return explainBrokenText() }
        let type = members.last { $0.key == "type" }.flatMap { parse($0.value)?.string }
        guard type == "bundle", let objects = members.last(where: { $0.key == "objects" }) else {
            let found = type.map { "its \"type\" is \($0.quoted)" } ?? "it has no \"type\": \"bundle\" and \"objects\""
            return report(
                .documentKind, "the file is no STIX bundle: \(found)", at: 0, pointer: "",
                fix: "take enterprise-attack.json as MITRE publishes it")
        }
        guard slices.bytes[objects.value.lowerBound] == UInt8(ascii: "[") else {
            return report(
                .wrongType, "a list of STIX objects is expected", at: objects.value.lowerBound, pointer: "/objects")
        }
        let before = diagnostics.count
        var reader = self
        let isWhole = slices.forEachElement(of: objects.value) { index, range in reader.take(index, range) }
        self = reader
        guard isWhole else { return explainBrokenText() }
        guard diagnostics.count == before || !diagnostics.hasErrors else { return }
        assemble(objectsAt: objects.value.lowerBound)
    }

    // MARK: Objects

    private mutating func take(_ index: Int, _ range: Range<Int>) {
        guard let object = parse(range, index: index) else { return }
        guard let type = object["type"]?.string else {
            report(.missingKey, "the object has no \"type\"", at: range.lowerBound, pointer: "/objects/\(index)")
            return
        }
        switch type {
        case "attack-pattern": takeTechnique(object, index: index, offset: range.lowerBound)
        case "course-of-action":
            guard !object.isOutOfForce, let stix = object["id"]?.string, let id = object.externalId,
                id.hasPrefix("M")
            else { return }
            mitigations[stix] = id
        case "x-mitre-tactic":
            if let name = object["x_mitre_shortname"]?.string { tactics.insert(name) }
        case "relationship": takeRelationship(object)
        default: break
        }
    }

    private mutating func takeTechnique(_ object: JSONNode, index: Int, offset: Int) {
        let own = object["x_mitre_domains"]?.strings ?? object.impliedDomains
        domains.formUnion(own)
        guard own.contains(Self.domain) else { return }
        // Deprecated techniques have no successor and are left out: naming one is then an unknown id.
        let isRevoked = object.isTrue("revoked")
        if object.isTrue("x_mitre_deprecated") && !isRevoked { return }
        let pointer = "/objects/\(index)"
        guard let stix = object["id"]?.string else {
            return report(.missingKey, "the technique has no \"id\"", at: offset, pointer: pointer)
        }
        guard let id = object.externalId else {
            if isRevoked { return }
            return report(
                .missingKey, "the technique \(stix.quoted) has no ATT&CK id", at: offset, pointer: pointer,
                fix: "give it an external reference with the source_name \"mitre-attack\" and an external_id")
        }
        guard Self.isTechniqueId(id) else {
            return report(
                .pattern, "\(id.quoted) is no id of a technique", at: offset, pointer: pointer + "/external_references",
                fix: "write it like \"T1566\" or \"T1566.001\"")
        }
        let phases = object["kill_chain_phases"]?.elements ?? []
        let names = phases.filter { $0["kill_chain_name"]?.string == "mitre-attack" }.compactMap {
            $0["phase_name"]?.string
        }
        techniques.append(
            Pattern(
                stix: stix, id: id, name: object["name"]?.string ?? "", tactics: names, isRevoked: isRevoked,
                index: index, offset: offset))
    }

    private mutating func takeRelationship(_ object: JSONNode) {
        guard !object.isOutOfForce, let from = object["source_ref"]?.string, let to = object["target_ref"]?.string
        else { return }
        switch object["relationship_type"]?.string {
        case "mitigates": mitigating[to, default: []].append(from)
        case "revoked-by": successors[from] = to
        default: break
        }
    }

    // MARK: Putting together

    private mutating func assemble(objectsAt offset: Int) {
        guard !techniques.isEmpty else {
            let others = domains.subtracting([Self.domain]).sorted()
            if others.isEmpty {
                return report(
                    .emptyList, "the bundle holds no technique", at: offset, pointer: "/objects",
                    fix: "take enterprise-attack.json as MITRE publishes it")
            }
            return report(
                .wrongDomain,
                "the bundle holds \(others.map(\.quoted).joined(separator: " and ")), not \(Self.domain.quoted)",
                at: offset, pointer: "/objects", fix: "take enterprise-attack.json of the same release")
        }
        let suggestions = SuggestionIndex(tactics.sorted())
        let currentIds = Dictionary(
            techniques.lazy.filter { !$0.isRevoked }.map { ($0.stix, $0.id) }, uniquingKeysWith: { $1 })
        let revoked = Set(techniques.lazy.filter(\.isRevoked).map(\.stix))
        var chains = SuccessorChains(
            successors: successors.filter { revoked.contains($0.key) }, inForce: currentIds)
        var inForce: [String: Pattern] = [:]
        for technique in techniques where !technique.isRevoked {
            if let first = inForce[technique.id] {
                let place = source.place(at: first.offset)
                report(
                    .duplicateId, "the technique \(technique.id) is there twice, first in line \(place.line)",
                    at: technique.offset, pointer: "/objects/\(technique.index)")
                continue
            }
            inForce[technique.id] = technique
            check(technique, suggestions)
            resolved.append(
                Technique(
                    id: technique.id, name: technique.name, tactics: technique.tactics,
                    mitigations: (mitigating[technique.stix] ?? []).compactMap { mitigations[$0] }.unique.sorted(),
                    successor: nil))
        }
        var known = Set(inForce.keys)
        for technique in techniques where technique.isRevoked && known.insert(technique.id).inserted {
            guard let successor = successor(of: technique, &chains) else { continue }
            resolved.append(
                Technique(id: technique.id, name: "", tactics: [], mitigations: [], successor: successor))
        }
        resolved.sort { $0.id < $1.id }
    }

    private mutating func check(_ technique: Pattern, _ suggestions: SuggestionIndex) {
        // A bundle without tactics cannot say which are known.
        guard !tactics.isEmpty else { return }
        for (index, name) in technique.tactics.enumerated() where !tactics.contains(name) {
            report(
                .unknownReference,
                "the technique \(technique.id) names the tactic \(name.quoted), which the bundle does not hold",
                at: technique.offset, pointer: "/objects/\(technique.index)/kill_chain_phases/\(index)",
                fix: suggestions.question(name))
        }
    }

    /// The id in force at the end of a chain of successors; nil, with a diagnostic, where there is none.
    private mutating func successor(of technique: Pattern, _ chains: inout SuccessorChains) -> String? {
        let pointer = "/objects/\(technique.index)"
        switch chains.end(of: technique.stix) {
        case .inForce(let id): return id
        case .circle(let steps):
            report(
                .circular, "the revoked technique \(technique.id) is replaced by itself, over \(steps) steps",
                at: technique.offset, pointer: pointer)
        case .unknown:
            report(
                .unknownReference, "the bundle does not say what replaces the revoked technique \(technique.id)",
                at: technique.offset, pointer: pointer, severity: .warning)
        }
        return nil
    }

    // MARK: Text

    private static let domain = "enterprise-attack"

    private static func isTechniqueId(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        func digits(_ part: Substring, _ count: Int) -> Bool {
            part.utf8.count == count && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard let first = parts.first, first.first == "T", digits(first.dropFirst(), 4) else { return false }
        return parts.count == 1 || (parts.count == 2 && digits(parts[1], 3))
    }

    /// A part of the text as a tree; its problems are reported at their places in the whole.
    private mutating func parse(_ range: Range<Int>, index: Int) -> JSONNode? {
        let (root, problems) = JSONParser.parse(Array(slices.bytes[range]))
        for problem in problems {
            report(
                problem.rule, problem.message, at: range.lowerBound + problem.offset, pointer: "/objects/\(index)",
                fix: problem.fix, severity: problem.isWarning ? .warning : .error)
        }
        return root
    }

    private func parse(_ range: Range<Int>) -> JSONNode? { JSONParser.parse(Array(slices.bytes[range])).root }

    /// The parser's words for a text whose parts could not be told apart.
    private mutating func explainBrokenText() {
        let (root, problems) = JSONParser.parse(slices.bytes)
        for problem in problems {
            report(
                problem.rule, problem.message, at: problem.offset, pointer: "", fix: problem.fix,
                severity: problem.isWarning ? .warning : .error)
        }
        guard !diagnostics.hasErrors else { return }
        let found = root.map { "; found \($0.found)" } ?? ""
        report(.documentKind, "the file is no STIX bundle: an object in braces is expected\(found)", at: 0, pointer: "")
    }

    private mutating func report(
        _ rule: Rule, _ message: String, at offset: Int, pointer: String, fix: String? = nil,
        severity: Diagnostic.Severity = .error
    ) {
        // A bundle that is wrong throughout is wrong once.
        guard diagnostics.count < Self.mostProblems else { return }
        let place = source.place(at: offset)
        diagnostics.append(
            Diagnostic(
                severity: severity, rule: rule.rawValue, file: path, line: place.line, column: place.column,
                pointer: pointer, message: message, fix: fix))
    }

    private static let mostProblems = 100
}

extension JSONNode {
    fileprivate var elements: [JSONNode]? {
        if case .array(let elements) = kind { Array(elements) } else { nil }
    }

    fileprivate var strings: [String]? { elements?.compactMap(\.string) }

    fileprivate func isTrue(_ key: String) -> Bool { self[key]?.kind == .bool(true) }

    fileprivate var isOutOfForce: Bool { isTrue("revoked") || isTrue("x_mitre_deprecated") }

    /// The id that people use, such as `T1566.001`.
    fileprivate var externalId: String? {
        self["external_references"]?.elements?.first { $0["source_name"]?.string == "mitre-attack" }?["external_id"]?
            .string
    }

    /// What the source of an object without `x_mitre_domains` says of its domain.
    fileprivate var impliedDomains: [String] {
        let names = (self["external_references"]?.elements ?? []).compactMap { $0["source_name"]?.string }
        if names.contains("mitre-mobile-attack") { return ["mobile-attack"] }
        if names.contains("mitre-ics-attack") { return ["ics-attack"] }
        return ["enterprise-attack"]
    }
}

extension [String] {
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
