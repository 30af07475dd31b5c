import Foundation
import Scenarios

/// What every machine-readable output begins with, beside the keys of its own body.
///
/// `seed` is null and `trials` 0 where nothing was simulated.
struct JSONOutput<Body: Encodable>: Encodable {
    var schemaVersion = 1
    var modelVersion: String
    var seed: UInt64?
    var trials = 0
    /// Encodes as an object; its keys stand beside those above and win over them.
    var body: Body

    private enum Keys: String, CodingKey { case schemaVersion, modelVersion, seed, trials }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(schemaVersion, forKey: .schemaVersion)
        try container.encode(modelVersion, forKey: .modelVersion)
        try container.encode(seed, forKey: .seed)
        try container.encode(trials, forKey: .trials)
        try body.encode(to: encoder)
    }

    /// UTF-8 text with sorted keys, ended by a newline.
    func text() throws -> String { try JSONText.encode(self) }
}

/// The one way in which JSON is written: sorted keys, two spaces, slashes as they are, and in letters what nobody sees.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        // Line ends are the layout's own: those of texts are written as \n.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { String($0).withVisibleControls }.joined(separator: "\n") + "\n"
    }
}
