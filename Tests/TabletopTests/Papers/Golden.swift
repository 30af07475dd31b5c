import Foundation
import Testing

/// Compares with a file in Golden. With `RECORD_SNAPSHOTS=1` it writes the file and fails: nobody commits a recording
/// unseen.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record(
            "recorded \(name): read it, then run again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
        return
    }
    let expected = try? String(decoding: Data(contentsOf: file), as: UTF8.self)
    // A Bool apart, so that a failure does not print two pages.
    let isSame = text == expected
    #expect(isSame, "differs from \(name); RECORD_SNAPSHOTS=1 writes it again", sourceLocation: sourceLocation)
}
