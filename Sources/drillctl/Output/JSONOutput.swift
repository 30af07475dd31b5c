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
    /// The TLP marking of what it is about; nil where that is no company's.
    var marking: String?
    /// Encodes as an object; its keys stand beside those above and win over them.
    var body: Body

    private enum Keys: String, CodingKey { case schemaVersion, modelVersion, seed, trials }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(schemaVersion, forKey: .schemaVersion)
        try container.encode(modelVersion, forKey: .modelVersion)
        try container.encode(seed, forKey: .seed)
        try container.encode(trials, forKey: .trials)
        try Marked(body, marking: marking).encode(to: encoder)
    }

    /// UTF-8 text with sorted keys, ended by a newline.
    func text() throws -> String { try JSONText.encode(self) }
}

/// What every machine-readable output carries, as pages do: that it is an exercise, and with whom it may be shared.
struct Marked<Body: Encodable>: Encodable {
    private let body: Body
    private let marking: String?

    /// - Parameters:
    ///   - body: encodes as an object; its keys stand beside `banner` and `marking` and win over them.
    ///   - marking: TLP 2.0; nil where there is none.
    init(_ body: Body, marking: String?) {
        self.body = body
        self.marking = marking
    }

    private enum Keys: String, CodingKey { case banner, marking }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(MarkedWords.banner, forKey: .banner)
        try container.encodeIfPresent(marking, forKey: .marking)
        try body.encode(to: encoder)
    }
}

/// The words of marking.
enum MarkedWords {
    /// As on every page and in every row of a table.
    static let banner = "EXERCISE"

    /// Of what no exercise has marked: as one that states nothing.
    static let unstated = Disclosure().marking.rawValue

    /// The strictest marking of several; nil where there is none.
    static func strictest(_ markings: some Sequence<String>) -> String? {
        let known = Set(markings)
        return Marking.allCases.map(\.rawValue).first(where: known.contains) ?? known.min()
    }
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
