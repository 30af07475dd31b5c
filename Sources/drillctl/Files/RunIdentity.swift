import DrillEngine
import DrillResults
import Ledger
import Scenarios

/// What a run is known by: the SHA-256 over everything that decides its numbers.
struct RunIdentity {
    /// In the order of reference, each file once; their order is part of the identity.
    var documents: [DocumentDigest]
    var modelVersion: String
    var catalogRelease: String
    var seed: UInt64
    var trials: Int
    var worlds: Int
    var preset: String
    /// Offsets of the zones that count, in the order of their names; none without a date: standard time is the zone's name.
    var zones: [ZoneOffsets]

    /// The identity of an exercise under these settings.
    init(_ loaded: LoadedExercise, _ settings: RunSettings) throws(DigestError) {
        var documents: [DocumentDigest] = []
        for source in loaded.sources { documents.append(try source.digest()) }
        self.documents = documents
        modelVersion = Drill.modelVersion
        catalogRelease = loaded.catalog.release
        (seed, trials, worlds) = (settings.seed, settings.trials, settings.worlds)
        preset = settings.preset.rawValue
        zones = loaded.exercise.date == nil ? [] : loaded.zones.values.sorted { $0.zone < $1.zone }
    }

    /// 64 hexadecimal digits over one line for each input; where a document lies does not count, what it says does.
    func hex() throws(DigestError) -> String {
        var lines = ["drill-run 1", "model \(modelVersion)", "catalog \(catalogRelease)", "seed \(seed)"]
        lines += ["trials \(trials)", "worlds \(worlds)", "preset \(preset)"]
        lines += documents.map { "document \($0.kind) \($0.sha256)" }
        lines += zones.map { zone in
            "zone \(zone.zone) \(zone.changes.map { "\($0.from):\($0.offset)" }.joined(separator: " "))"
        }
        return try Digest(of: Array(lines.joined(separator: "\n").utf8)).hex
    }
}

extension SourceFile {
    /// Its digest, by the path as referred to.
    func digest() throws(DigestError) -> DocumentDigest {
        DocumentDigest(kind: kind, id: id, path: reference, sha256: try Digest(of: bytes).hex)
    }
}
