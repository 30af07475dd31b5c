/// What two runs differ in besides the companies: numbers that moved for other reasons.
public struct RunDifferences: Sendable, Equatable {
    /// One sentence each, the gravest first; empty where only companies can have changed.
    public var warnings: [String]

    /// Compares versions, preset, documents that are no company's, and how much was simulated.
    public init(from before: RunResult, to after: RunResult) {
        var warnings: [String] = []
        func compare<Value: Equatable>(_ name: String, _ value: KeyPath<RunResult, Value>) {
            let (was, now) = (before[keyPath: value], after[keyPath: value])
            if was != now { warnings.append("\(name) is \(now), it was \(was).") }
        }
        compare("The model's version", \.modelVersion)
        compare("The catalog's release", \.catalogRelease)
        compare("The preset", \.preset)
        for kind in ["catalog", "techniques"] where Self.digests(before, kind) != Self.digests(after, kind) {
            warnings.append("The runs read different files of kind \(kind).")
        }
        warnings += Self.scenarios(before, after)
        compare("The seed", \.seed)
        compare("The number of trials", \.trials)
        compare("The number of worlds", \.worlds)
        self.warnings = warnings
    }

    /// By id, whatever their order.
    private static func digests(_ run: RunResult, _ kind: String) -> [String: [String]] {
        Dictionary(grouping: run.documents.filter { $0.kind == kind }, by: \.id).mapValues { $0.map(\.sha256).sorted() }
    }

    private static func scenarios(_ before: RunResult, _ after: RunResult) -> [String] {
        let (was, now) = (digests(before, "scenario"), digests(after, "scenario"))
        let ids = Set(was.keys).union(now.keys).sorted()
        return ids.compactMap { id in
            if now[id] == nil { return "The scenario \(id) is no longer played." }
            if was[id] == nil { return "The scenario \(id) was not played before." }
            return was[id] == now[id] ? nil : "The scenario \(id) is another document than before."
        }
    }
}
