import Foundation
import Testing

/// Text of other people's documents, arguments and paths is shown, never obeyed.
@Suite struct HostileTextTests {
    /// What clears the screen (with ESC, and with one C1 character), turns text around, hides in it, and a line of its own.
    static let hostile = #"\u001b[2J\u009b31m\u202eevil\u200b\u2060\ufeff\u061c\u2028\u00ad\ud83d\udc7e\udb40\udc41"#

    private static func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar == "\n"
            case .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
    }

    /// The library with hostile names and titles.
    private static func documents(in scratch: Scratch) throws -> String {
        try Library.copy(in: scratch)
        let folder = scratch.url.appending(path: "copy")
        let files = try #require(FileManager.default.subpaths(atPath: folder.path)).filter { $0.hasSuffix(".json") }
        for file in files {
            let url = folder.appending(path: file)
            let text = try String(contentsOf: url, encoding: .utf8)
            let changed = text.replacing(/("(?:name|title|help|text|question|why)": ")/) { "\($0.output.1)\(hostile)" }
            try Data(changed.utf8).write(to: url)
        }
        return "copy/exercises/autumn-drill.json"
    }

    @Test("names and titles of documents reach no terminal as they are")
    func documents() throws {
        let scratch = try Scratch()
        let exercise = try Self.documents(in: scratch)
        let few = ["--trials", "40", "--threads", "2"]
        let company = ["--organization", "harbor-credit"]
        let stored = ["--store", "runs.sqlite"]
        let commands: [[String]] = [
            ["validate", exercise], ["lint", exercise],
            ["run", exercise, "--quick", "--fail-if", "probability(personal-data) >= 0.99"] + few + stored,
            ["run", exercise, "--quick", "--format", "json", "--seed", "2"] + few + stored,
            ["runs", "list"] + stored, ["runs", "show", "1"] + stored, ["compare", "1", "2"] + stored,
            ["replay", "1", "--trial", "0"] + company + stored,
            ["weaknesses", exercise] + few + company, ["scores", exercise] + few + company,
            ["findings", exercise] + few + company, ["plan", exercise, "--effort", "20"] + few + company,
            ["explain", exercise, "probability(personal-data)"] + few + company,
        ]
        for command in commands {
            let outcome = try Binary.run(command, in: scratch.url)
            #expect([0, 2].contains(outcome.status), "\(command): \(outcome.messages)")
            #expect(Self.isHarmless(outcome.output), "\(command)")
            #expect(Self.isHarmless(outcome.messages), "\(command)")
        }
    }

    @Test(
        "nor do arguments and paths",
        arguments: [
            ["validate", "\u{202E}gone\u{9B}.json"], ["run", "\u{200B}.json"], ["\u{9B}31m"], ["run", "--\u{9B}x"],
            ["runs", "show", "\u{202E}x"], ["catalog", "\u{2066}mfa"], ["schema", "\u{9B}"],
            ["replay", "\u{202E}", "--organization", "\u{202E}", "--trial", "0"],
            ["run", "x.json", "--fail-if", "\u{9B}"], ["run", "x.json", "--date", "\u{9B}"],
            ["run", "x.json", "--trials", "\u{9B}"], ["graph", "\u{9B}.json"],
            ["init", "organization", "--template", "\u{9B}"],
            ["actions", "add", "\u{9B}", "--organization", "\u{9B}"],
        ])
    func arguments(_ arguments: [String]) throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(arguments, in: scratch.url)
        #expect(outcome.status != 0)
        #expect(Self.isHarmless(outcome.output) && Self.isHarmless(outcome.messages), "\(arguments)")
    }

    @Test("an own catalog becomes no HTML, no link and no code for the terminal in Markdown")
    func catalog() throws {
        let scratch = try Scratch()
        let document = try Binary.run(["catalog", "--format", "document"]).output
        let bad =
            #"<img src=x onerror=y>[a](https://evil.test) https://evil.test www.evil.test a@evil.test `|&lt;\u001b[2J"#
        let own = document.replacing(/("(?:title|help|why|twoWay|source)": ")/) { "\($0.output.1)\(bad)" }
        let path = try scratch.write(own, as: "own.json")
        let outcome = try Binary.run(["catalog", "--format", "markdown", "--catalog", path])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("&lt;img src=x onerror=y&gt;\\[a\\](https\\://evil.test)"))
        for spoilt in ["<img", "[a](", "https://evil", "www.evil", "a@evil", "`|&lt;", " &lt;\u{1B}"] {
            #expect(!outcome.output.contains(spoilt), "\(spoilt)")
        }
        #expect(Self.isHarmless(outcome.output))
        for format in ["text", "json"] {
            let outcome = try Binary.run(["catalog", "--catalog", path, "--format", format])
            #expect(outcome.status == 0 && Self.isHarmless(outcome.output), "\(format)")
        }
    }
}
