import Foundation
import Testing

/// Compares text with a file under `Golden`. With `RECORD_GOLDEN=1` in the environment it writes the file instead, and
/// fails, so that nobody commits a recording unseen.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name): look at it, then run without RECORD_GOLDEN", sourceLocation: sourceLocation)
        return
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    if text == golden { return }
    let (lines, goldenLines) = (text.split(separator: "\n"), golden.split(separator: "\n"))
    let first = zip(lines, goldenLines).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
        """
        \(name) differs\(first.map { " from line \($0.offset + 1) (not counting empty ones)" } ?? " in length"):
        now    \(first.map { String($0.element.0.prefix(300)) } ?? "\(text.utf8.count) bytes")
        golden \(first.map { String($0.element.1.prefix(300)) } ?? "\(golden.utf8.count) bytes")
        Record with RECORD_GOLDEN=1 once the change is meant.
        """, sourceLocation: sourceLocation)
}
