/// One ATT&CK technique or sub-technique, as far as facts go: no description is kept.
public struct Technique: Sendable, Equatable {
    /// Such as `T1566.001`.
    public var id: String
    /// Empty for a revoked id.
    public var name: String
    /// Short names, such as `lateral-movement`.
    public var tactics: [String]
    /// Ids such as `M1032`; empty where ATT&CK knows none ("notice only").
    public var mitigations: [String]
    /// The id that replaces a revoked one; nil for a technique in force.
    public var successor: String?

    /// All that is kept of a technique.
    public init(id: String, name: String, tactics: [String], mitigations: [String], successor: String?) {
        (self.id, self.name, self.tactics) = (id, name, tactics)
        (self.mitigations, self.successor) = (mitigations, successor)
    }
}

/// The ATT&CK techniques that documents may name.
///
/// Source: MITRE ATT&CK Enterprise 18.1. © 2025 The MITRE Corporation; reproduced and distributed with the permission
/// of The MITRE Corporation.
public struct TechniqueTable: Sendable {
    /// In the order of the table, revoked ids included.
    public let techniques: [Technique]
    private let positions: [String: Int]

    /// Reads a table of tab-separated lines: id, name, tactics and mitigations with commas between them, successor.
    ///
    /// A first line that begins with `id` is a heading; lines without an id are skipped.
    public init(tabSeparated text: String) {
        var techniques: [Technique] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(Substring($0))
            }
            guard let id = columns.first, !id.isEmpty, id != "id" else { continue }
            func column(_ position: Int) -> String { columns.count > position ? columns[position] : "" }
            techniques.append(
                Technique(
                    id: id, name: column(1), tactics: Self.list(column(2)), mitigations: Self.list(column(3)),
                    successor: column(4).isEmpty ? nil : column(4)))
        }
        self.init(techniques: techniques)
    }

    /// A table of these techniques; of two with one id the later counts.
    public init(techniques: [Technique]) {
        self.techniques = techniques
        positions = Dictionary(techniques.enumerated().map { ($1.id, $0) }) { $1 }
    }

    /// The table as `init(tabSeparated:)` reads it: what a run with techniques of its own keeps.
    public var tabSeparated: String {
        let lines = techniques.map { technique in
            let columns = [
                technique.id, technique.name, technique.tactics.joined(separator: ","),
                technique.mitigations.joined(separator: ","), technique.successor ?? "",
            ]
            return columns.map(Self.cell).joined(separator: "\t") + "\n"
        }
        return "id\tname\ttactics\tmitigations\tsuccessor\n" + lines.joined()
    }

    /// Control characters would end a cell or a line.
    private static func cell(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }

    /// The technique of an id; nil when ATT&CK has none.
    public subscript(id: String) -> Technique? { positions[id].map { techniques[$0] } }

    /// The table that is part of the library, read on first use.
    public static let embedded = TechniqueTable(tabSeparated: EmbeddedTechniques.text)

    private static func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
}
