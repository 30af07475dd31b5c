import Foundation
import Testing

/// What is no regular file stands for none: it is refused by name, without waiting, and stays as it is.
@Suite struct FileKindTests {
    private func scratch() throws -> Scratch {
        let scratch = try Scratch()
        #expect(mkfifo(scratch.url.appending(path: "pipe.json").path, 0o600) == 0)
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "folder.json"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appending(path: "device.json"), withDestinationURL: URL(filePath: "/dev/null"))
        return scratch
    }

    @Test(
        "as a document, a catalog, a bundle, a record, an action log, answers",
        arguments: [
            ["run", "FILE"], ["graph", "FILE"], ["plan", "FILE", "--effort", "1"], ["papers", "FILE"],
            ["weaknesses", "FILE"], ["run", RunTests.exercise, "--catalog", "FILE"],
            ["run", RunTests.exercise, "--attack", "FILE"], ["run", RunTests.exercise, "--record", "FILE"],
            [
                "record", RunTests.exercise, "FILE", "--scenario", "unpatched-portal", "--organization",
                "harbor-credit",
            ],
            ["init", "organization", "--answers", "FILE"], ["questionnaire", "--format", "csv", "--answers", "FILE"],
            ["catalog", "--catalog", "FILE"],
        ], ["pipe.json", "folder.json", "device.json"])
    func input(arguments: [String], name: String) throws {
        let scratch = try scratch()
        let outcome = try Binary.run(arguments.map { $0 == "FILE" ? name : $0 }, in: scratch.url)
        #expect(outcome.status == 65, "\(outcome.messages)")
        #expect((outcome.messages + outcome.output).contains(name), "\(outcome.messages)")
        #expect(try scratch.contents == ["device.json", "folder.json", "pipe.json"])
    }

    @Test(
        "as a place to write to, also by force",
        arguments: [
            ["init", "scenario", "--id", "story"], ["questionnaire", "--format", "csv"],
        ], ["pipe.json", "device.json"])
    func output(arguments: [String], name: String) throws {
        let scratch = try scratch()
        let outcome = try Binary.run(arguments + ["--out", name, "--force"], in: scratch.url)
        #expect(outcome.status == 1 && outcome.messages.contains("it is no regular file"), "\(outcome.messages)")
        #expect(try scratch.contents == ["device.json", "folder.json", "pipe.json"])
    }

    @Test("as a store; storing nothing has a word of its own")
    func store() throws {
        let scratch = try scratch()
        for name in ["pipe.json", "device.json", "folder.json"] {
            let outcome = try Binary.run(
                ["actions", "add", "--organization", "acme", "--title", "x", "--store", name], in: scratch.url)
            #expect(outcome.status == 1 && outcome.messages.contains(name), "\(outcome.messages)")
        }
        #expect(try scratch.contents == ["device.json", "folder.json", "pipe.json"])
        let both = try Binary.run(["run", RunTests.exercise, "--no-store", "--store", "x"], in: scratch.url)
        #expect(both.status == 64 && both.messages.contains("--no-store"), "\(both.messages)")
        let none = try Binary.run(["run", RunTests.exercise, "--no-store"] + RunTests.few, in: scratch.url)
        #expect(none.status == 0, "\(none.messages)")
        #expect(try scratch.contents == ["device.json", "folder.json", "pipe.json", "reports"])
    }

    @Test("a file that people wrote is replaced by force only; what a killed process left of it goes")
    func single() throws {
        let scratch = try Scratch()
        _ = try scratch.write("mine", as: "story.json")
        // The number of no process: the kernel's highest is 4194304.
        _ = try scratch.write("half", as: ".story.json.4194305.part")
        _ = try scratch.write("half", as: ".story.json.\(getpid()).part")
        let arguments = ["init", "scenario", "--id", "story", "--out", "story.json"]
        let refused = try Binary.run(arguments, in: scratch.url)
        #expect(refused.status == 1 && refused.messages.contains("--force"), "\(refused.messages)")
        #expect(try scratch.text("story.json") == "mine")
        #expect(try Binary.run(arguments + ["--force"], in: scratch.url).status == 0)
        #expect(try scratch.contents == [".story.json.\(getpid()).part", "schemas", "story.json"], "ours is alive")
    }

    @Test("a first start that is killed at any write goes on the next time")
    func killed() throws {
        let add = ["actions", "add", "--organization", "acme", "--title", "x", "--store", "runs.sqlite"]
        var kills = 0
        for blocks in stride(from: 0, through: 240, by: 8) {
            let scratch = try Scratch()
            let shell = try Binary.prepare(add, in: scratch.url, environment: [:], home: scratch.url)
            // A write beyond so many blocks of 512 bytes ends the process by a signal (SIGXFSZ), as kill -9 would; or
            // fails, where whoever started the tests ignores that signal.
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", "ulimit -c 0; ulimit -f \(blocks); exec \"$0\" \"$@\"", Binary.url.path] + add
            let output = try Scratch()
            shell.standardOutput = try output.newFile("output")
            shell.standardError = try output.newFile("messages")
            try shell.run()
            shell.waitUntilExit()
            if shell.terminationReason == .uncaughtSignal || shell.terminationStatus != 0 { kills += 1 }
            let next = try Binary.run(add, in: scratch.url)
            #expect(next.status == 0, "after \(blocks) blocks: \(next.messages)")
        }
        #expect(kills > 3, "the limit bites: \(kills)")
    }
}
