import DrillResults
import DrillStore
import Foundation

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.appending(path: "drill-store-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // Nothing depends on it: the system empties its temporary folder.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A store's file in a folder that is not there yet.
    var store: String { path + "/private/runs.sqlite" }

    func permissions(of file: String) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber)?.intValue
    }
}

func run(id: String = String(repeating: "a1", count: 32), title: String = "Autumn drill", seed: UInt64 = 7) -> RunResult
{
    RunResult(
        modelVersion: "1", catalogRelease: "2026.11", runID: id, seed: seed, trials: 10_000, worlds: 40,
        preset: "default", exercise: ExerciseInfo(id: "autumn-drill", title: title, marking: "TLP:AMBER"),
        documents: [document("org", "{}").digest],
        basis: Basis(figures: 61, judgement: 23, unknownAnswers: 4, assumedAnswers: 12), scenarios: [],
        companies: [
            CompanyResult(
                id: "harbor-credit", name: "Harbor Credit Bureau", sector: nil, stories: [], notApplicable: [],
                toConfirm: ["mfa (assumed: none)"])
        ])
}

/// The store does not check digests, so that any name does.
func document(_ id: String, _ text: String) -> StoredDocument {
    StoredDocument(
        digest: DocumentDigest(
            kind: "organization", id: id, path: "organizations/\(id).json", sha256: "sha-of-\(text.prefix(20))"),
        bytes: Array(text.utf8))
}

let noon = "2026-11-23T12:00:00Z"
