import Foundation
import Testing

/// Colours only for people who want them.
@Suite struct TerminalTests {
    private static let escape = "\u{1B}["

    private static func broken(_ scratch: Scratch) throws -> String {
        try scratch.write(#"{"kind": "organisation"}"#, as: "broken.json")
    }

    @Test("a terminal gets colours")
    func colours() throws {
        let scratch = try Scratch()
        let (status, shown) = try PseudoTerminal.run(["validate", try Self.broken(scratch)])
        #expect(status == 65)
        #expect(shown.contains(" \(Self.escape)31merror:\(Self.escape)0m "))
    }

    @Test(
        "unless it should not",
        arguments: [
            (["--no-color"], [:]), ([], ["NO_COLOR": "1"]), ([], ["TERM": "dumb"]),
        ] as [([String], [String: String])])
    func plain(flags: [String], environment: [String: String]) throws {
        let scratch = try Scratch()
        let arguments = ["validate", try Self.broken(scratch)] + flags
        let (status, shown) = try PseudoTerminal.run(arguments, environment: environment)
        #expect(status == 65)
        #expect(shown.contains(" error: "))
        #expect(!shown.contains(Self.escape))
    }

    @Test("an empty NO_COLOR says nothing")
    func emptyNoColor() throws {
        let scratch = try Scratch()
        let (_, shown) = try PseudoTerminal.run(
            ["validate", try Self.broken(scratch)], environment: ["NO_COLOR": ""])
        #expect(shown.contains(Self.escape))
    }

    @Test("nothing of a document moves the cursor")
    func obeysNoDocument() throws {
        let scratch = try Scratch()
        let path = try scratch.write("{\"kind\": \"\\u001b[2J\\u202e\"}", as: "evil.json")
        let outcome = try Binary.run(["validate", path])
        #expect(outcome.status == 65)
        #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("\u{202E}"))
    }

    @Test("a full disk under standard output is said, and is a failure")
    func fullOutput() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let scratch = try Scratch()
        let process = try Binary.prepare(["--help"], in: scratch.url, environment: [:], home: scratch.url)
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = try scratch.newFile("messages")
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(try scratch.text("messages").contains("cannot write to standard output: No space left on device"))
    }
}
