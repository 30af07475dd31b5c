import Foundation
import Testing

/// The first ten minutes: from a sector to a page.
@Suite struct TryTests {
    /// One story and few trials: what comes out does not matter here, only that it does.
    private static func quick(_ scratch: Scratch, _ arguments: [String]) throws -> [String] {
        let library = scratch.url.appending(path: "library")
        try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
        let story = Package.root.appending(path: "scenarios/unpatched-portal.json").resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: story, to: library.appending(path: "unpatched-portal.json"))
        return ["try", "retail", "--trials", "40", "--library", "library"] + arguments
    }

    /// Commands and paths under the doors, in their order.
    private static func doors(_ shown: String) -> [String] {
        shown.split(separator: "\n").drop { $0 != "Three doors from here" }
            .filter { $0.hasPrefix("   ") }.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test("at a terminal: three questions, the range after each, three doors that open")
    func asks() throws {
        let scratch = try Scratch()
        let terminal = try PseudoTerminal()
        let process = try terminal.start(
            try Self.quick(scratch, ["--out", "own"]), in: scratch.url, environment: ["NO_COLOR": "1"])
        // The first answer, and that it holds everywhere where that is asked; then two that nobody knows.
        terminal.type("nonsense\n1\n")
        var shown = ""
        var answered = 0
        while let more = terminal.read() {
            // A line's end of two scalars is one character: it would match no single one.
            shown.unicodeScalars.append(contentsOf: more.unicodeScalars.filter { $0 != "\r" })
            // Each mark is answered when it stands there: whether a share is asked for depends on the question.
            while shown.components(separatedBy: "\n> ").count - 1 > answered + 2 {
                answered += 1
                terminal.type("\n")
            }
        }
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(shown)")
        for text in [
            "A typical company: a chain of shops", "1 attack story, each 40 times",
            "Three answers narrow that range most", "1 of 3", "3 of 3",
            "the answer decides", "before  ", "now     ", "The range is ", "It stays unknown", "Three doors from here",
        ] {
            // Sentences are wrapped where they fit.
            #expect(shown.replacing("\n", with: " ").contains(text), "\(text) is missing in \(shown)")
        }

        let doors = Self.doors(shown)
        #expect(doors.count == 4, "\(doors)")
        #expect(try scratch.text(doors[0]).contains("EXERCISE"))
        #expect(try scratch.contents == ["library", "own"])
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.appending(path: "own").path)
        #expect(Set(names).isSuperset(of: ["answers.csv", "exercise.json", "my-company.json", "report", "scenarios"]))
        #expect(try scratch.text("own/answers.csv").contains("retail"))
        #expect(try Binary.run(["validate", "own"], in: scratch.url).status == 0)
        // The folder holds all that it needs: it goes on elsewhere, and without the library.
        try FileManager.default.removeItem(at: scratch.url.appending(path: "library"))
        for door in [doors[1], doors[3] + " --quick"] {
            let words = door.split(separator: " ").dropFirst().map(String.init)
            let outcome = try Binary.run(
                words, in: scratch.url, environment: ["DRILL_STORE": scratch.url.path + "/runs.sqlite"])
            #expect(outcome.status == 0, "\(door): \(outcome.messages)")
        }
        #expect(doors[2].hasSuffix("questionnaire --answers own/answers.csv --out own/my-company.json --force"))
    }

    @Test("without a terminal: nothing is asked, what was assumed is said, nothing is replaced")
    func assumes() throws {
        let scratch = try Scratch()
        let arguments = try Self.quick(scratch, [])
        let outcome = try Binary.run(arguments, in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("every answer is assumed unknown"))
        #expect(outcome.output.components(separatedBy: "\n  - ").count == 4)
        #expect(!outcome.output.contains("> "))
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 || $0.contains("drillctl ") })
        #expect(try scratch.text(Self.doors(outcome.output)[0]).contains("EXERCISE"))

        let before = try scratch.text("try-retail/my-company.json")
        let again = try Binary.run(arguments, in: scratch.url)
        #expect(again.status == 1)
        #expect(again.messages.contains("--out try-retail-2") && again.messages.contains("--force"))
        #expect(again.output == "")
        #expect(try scratch.text("try-retail/my-company.json") == before)
    }

    @Test(
        "sectors: proposed, listed, and no other is taken",
        arguments: [
            (["try", "retial"], 64, "did you mean \"retail\"?"),
            (["try", "zoo"], 64, "there are: finance, health, public, education, retail,"),
            (["try"], 0, "  8  logistics "), (["try"], 0, "Next "),
        ] as [([String], Int32, String)])
    func sectors(arguments: [String], status: Int32, expected: String) throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(arguments, in: scratch.url)
        #expect(outcome.status == status)
        #expect((outcome.output + outcome.messages).contains(expected), "\(outcome.output + outcome.messages)")
        #expect(try scratch.contents == [])
    }

    @Test("where the library is: where it was looked for is said; a folder without scenarios is refused")
    func library() throws {
        let scratch = try Scratch()
        // A program far from its source tree, with no library beside it.
        let program = scratch.url.appending(path: "far/bin/drillctl")
        try FileManager.default.createDirectory(
            at: program.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Binary.url.resolvingSymlinksInPath(), to: program)
        let lost = try Binary.run(["try", "retail"], in: scratch.url, program: program)
        #expect(lost.status == 1)
        #expect(lost.messages.contains("looked in 'far/share/drill/scenarios', 'scenarios'"), "\(lost.messages)")
        #expect(lost.messages.contains("--library"))
        #expect(try scratch.contents == ["far"])

        // As a tarball unpacks.
        _ = try Self.quick(scratch, [])
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "far/share/drill"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: scratch.url.appending(path: "library"), to: scratch.url.appending(path: "far/share/drill/scenarios"))
        let found = try Binary.run(["try", "retail", "--trials", "40"], in: scratch.url, program: program)
        #expect(found.status == 0, "\(found.messages)")

        _ = try scratch.write("{}", as: "empty/other.json")
        let empty = try Binary.run(["try", "retail", "--library", "empty", "--out", "x"], in: scratch.url)
        #expect(empty.status == 64)
        #expect(empty.messages.contains("'empty' holds no scenario"))
    }
}
