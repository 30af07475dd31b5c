import Foundation
import Testing

/// Large and hostile documents: memory within bounds, and Ctrl-C that ends whatever is under way.
@Suite struct LargeInputTests {
    /// Runs with so many times a file's size of address space, which no resident memory exceeds.
    private func run(_ command: String, on text: String, times: Int) throws -> Binary.Outcome {
        let scratch = try Scratch()
        let path = try scratch.write(text, as: "large.json")
        let kilobytes = times * text.utf8.count / 1024
        return try Binary.run(
            ["-c", "ulimit -v \(kilobytes) && exec \"$0\" \"$@\"", Binary.url.path, command, path], in: scratch.url,
            program: URL(filePath: "/bin/sh"))
    }

    @Test(
        "16 MB of wrong elements take less than 40 times as much memory", .timeLimit(.minutes(5)),
        arguments: [
            ("1,", "more than 8000000 values"), ("1.5,", "500 are shown"), ("{},", "500 are shown"),
            ("[],", "500 are shown"),
            ("[1],", "more than 8000000 values"), ("{\"\":1},", "500 are shown"), ("\"\",", "500 are shown"),
            ("01,", "500 are shown"), ("[[[[1]]]],", "more than 8000000 values"),
        ])
    func wrongElements(element: String, said: String) throws {
        let head = #"{"kind": "scenario", "version": 1, "id": "x", "title": "x", "steps": ["#
        let count = (16 << 20) / element.utf8.count
        let outcome = try run("validate", on: head + String(repeating: element, count: count) + "1]}", times: 40)
        #expect(outcome.status == 65, "\(outcome.messages)")
        #expect(outcome.output.contains(said), "\(outcome.output.suffix(300))")
    }

    @Test("16 MB of unknown keys", .timeLimit(.minutes(5)))
    func unknownKeys() throws {
        let keys = (0..<1_200_000).map { ",\"k\($0)\":1" }.joined()
        let text = #"{"kind": "scenario", "version": 1, "id": "x", "title": "x""# + keys + "}"
        let outcome = try run("validate", on: text, times: 40)
        #expect(outcome.status == 65, "\(outcome.messages)")
        #expect(outcome.output.contains("500 are shown"))
    }

    // MARK: Ctrl-C

    /// Starts, waits for the first words on standard error, sends the signal, and waits for the end.
    private func interrupted(_ arguments: [String], by signal: Int32, in scratch: Scratch) throws -> (Int32, String) {
        let process = try Binary.prepare(arguments, in: scratch.url, environment: [:], home: scratch.url)
        let messages = Pipe()
        process.standardOutput = try scratch.newFile("output")
        process.standardError = messages
        try process.run()
        var shown = messages.fileHandleForReading.availableData
        kill(process.processIdentifier, signal)
        shown += messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(try scratch.text("output") == "")
        return (process.terminationStatus, String(decoding: shown, as: UTF8.self))
    }

    /// Nodes that are each other's parents, as good as at random.
    private static let entangled: String = {
        let nodes = (0..<64).map { node in
            let parents = (1...8).map { "\"n\((node * 37 + $0 * $0 * 11 + $0) % 64)\"" }.joined(separator: ",")
            return node < 8
                ? #"{"id": "n\#(node)", "type": "or", "parents": ["e"], "probability": 0.3}"#
                : #"{"id": "n\#(node)", "type": "vote", "k": 2, "parents": [\#(parents)], "probability": 0.3}"#
        }
        return #"""
            {"kind": "attack-graph", "version": 1, "id": "knot", "goal": "n63",
             "nodes": [{"id": "e", "type": "entry"}, \#(nodes.joined(separator: ","))]}
            """#
    }()

    @Test(
        "Ctrl-C ends an exact calculation on an entangled graph", .timeLimit(.minutes(5)), arguments: [SIGINT, SIGTERM])
    func exact(signal: Int32) throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.entangled, as: "knot.json")
        let (status, shown) = try interrupted(["graph", path, "--exact"], by: signal, in: scratch)
        #expect(shown.hasPrefix("Calculating knot exactly: large "), "\(shown)")
        #expect(status == 130)
        #expect(shown.contains("interrupted; nothing was written"), "\(shown)")
    }

    @Test("Ctrl-C ends a run while 20,000 worlds are compiled", .timeLimit(.minutes(5)), arguments: [SIGINT, SIGTERM])
    func worlds(signal: Int32) throws {
        let scratch = try Scratch()
        let arguments = ["run", RunTests.exercise, "--worlds", "20000", "--trials", "20000", "--no-store"]
        let (status, shown) = try interrupted(arguments, by: signal, in: scratch)
        #expect(status == 130)
        #expect(shown.contains("interrupted; nothing was written"), "\(shown)")
        #expect(try !scratch.contents.contains("reports"))
    }
}
