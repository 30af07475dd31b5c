import Foundation
import Testing

/// Full disks, closed folders, Ctrl-C: a clear message, the right exit status, nothing half-written.
@Suite struct AdversityTests {
    private func run(_ flags: [String], in scratch: Scratch) throws -> Binary.Outcome {
        try Binary.run(["run", RunTests.exercise] + RunTests.few + flags, in: scratch.url)
    }

    @Test("the report's folder is a file, or below one")
    func outIsFile() throws {
        let scratch = try Scratch()
        _ = try scratch.write("mine", as: "taken")
        for out in ["taken", "taken/report"] {
            let outcome = try run(["--out", out], in: scratch)
            #expect(outcome.status == 1)
            #expect(outcome.messages.contains("it is a file; name a folder with --out"), "\(outcome.messages)")
            #expect(outcome.output == "")
            #expect(!outcome.messages.contains(" trials"), "found before the first trial")
        }
        #expect(try scratch.text("taken") == "mine")
        #expect(try scratch.contents == ["taken"])
    }

    @Test("the report's folder may not be written to")
    func unwritable() throws {
        let scratch = try Scratch()
        // Root may write everywhere but where the kernel says no.
        let out = getuid() == 0 ? "/proc/report" : scratch.url.appending(path: "closed/report").path
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "closed"), withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o500])
        let outcome = try run(["--out", out], in: scratch)
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("no permission; name another folder with --out"), "\(outcome.messages)")
        #expect(!outcome.messages.contains(" trials"), "found before the first trial")
        #expect(try scratch.contents == ["closed"])
    }

    @Test("the store cannot be opened", arguments: ["folder", "text"])
    func badStore(kind: String) throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "folder"), withIntermediateDirectories: false)
        _ = try scratch.write(String(repeating: "this is no database\n", count: 100), as: "text")
        let outcome = try run(["--store", kind], in: scratch)
        #expect(outcome.status == 1)
        #expect(outcome.messages.hasPrefix("error: "), "\(outcome.messages)")
        #expect(outcome.messages.contains(kind))
        #expect(try scratch.contents == ["folder", "text"])
    }

    @Test("a full disk", .enabled(if: SmallDisk.isPossible, "needs root and a kernel that mounts tmpfs"))
    func fullDisk() throws {
        let scratch = try Scratch()
        // Room for an empty database with its journals, and for little else.
        let disk = try SmallDisk(at: scratch.url.appending(path: "disk"), kilobytes: 144)
        defer { disk.remove() }
        let report = try run(["--out", "disk/report", "--store", "runs.sqlite"], in: scratch)
        #expect(report.status == 1)
        #expect(report.messages.contains("the disk is full"), "\(report.messages)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.url.path).isEmpty)
        #expect(try runs(in: scratch).isEmpty, "no run without its report")

        let store = try run(["--out", "report", "--store", "disk/runs.sqlite"], in: scratch)
        #expect(store.status == 1)
        #expect(store.messages.contains("full"), "\(store.messages)")
        #expect(try !scratch.contents.contains("report"), "no report without its run")
    }

    @Test("several processes that open a new store at once all keep their run")
    func firstStartsAtOnce() throws {
        let scratch = try Scratch()
        for round in 1...3 {
            let store = "\(round).sqlite"
            let processes = try (0..<4).map { number in
                let process = try Binary.prepare(
                    [
                        "run", RunTests.exercise, "--trials", "6", "--worlds", "2", "--quick", "--store", store,
                        "--out",
                        "\(round)-\(number)",
                    ],
                    in: scratch.url, environment: [:], home: scratch.url)
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                return process
            }
            for process in processes { process.waitUntilExit() }
            #expect(processes.map(\.terminationStatus) == [0, 0, 0, 0])
            #expect(try runs(in: scratch, store: store).count == 4)
        }
    }

    @Test("Ctrl-C in the middle: 130, no report, no run", arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) throws {
        let scratch = try Scratch()
        let process = try Binary.prepare(
            ["run", RunTests.exercise, "--trials", "1000000000", "--store", "runs.sqlite"], in: scratch.url,
            environment: [:], home: scratch.url)
        let messages = Pipe()
        process.standardOutput = try scratch.newFile("output")
        process.standardError = messages
        try process.run()
        // The first line of progress says that the simulation is under way.
        var shown = Data()
        while !shown.contains(UInt8(ascii: "\n")) {
            let more = messages.fileHandleForReading.availableData
            if more.isEmpty { break }
            shown += more
        }
        #expect(String(decoding: shown, as: UTF8.self).contains(" % done"))
        kill(process.processIdentifier, signal)
        shown += messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(process.terminationReason == .exit)
        #expect(String(decoding: shown, as: UTF8.self).contains("interrupted; nothing was written"))
        #expect(try scratch.text("output") == "")
        #expect(try !scratch.contents.contains("reports"))
        #expect(try runs(in: scratch).isEmpty)
    }

    @Test("Ctrl-C at a terminal gives the cursor back")
    func cursor() throws {
        let terminal = try PseudoTerminal()
        let scratch = try Scratch()
        let process = try terminal.start(["run", RunTests.exercise, "--trials", "1000000000"], in: scratch.url)
        var shown = ""
        while !shown.contains("% done"), let more = terminal.read() { shown += more }
        #expect(shown.contains("\u{1B}[?25l"))
        kill(process.processIdentifier, SIGINT)
        while let more = terminal.read() { shown += more }
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        let hidden = try #require(shown.range(of: "\u{1B}[?25l", options: .backwards))
        #expect(shown[hidden.upperBound...].contains("\u{1B}[?25h"))
    }

    private func runs(in scratch: Scratch, store: String = "runs.sqlite") throws -> [Any] {
        let outcome = try Binary.run(["runs", "list", "--store", store, "--format", "json"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return try #require(object?["runs"] as? [Any])
    }
}

/// A file system of a few kilobytes.
struct SmallDisk {
    let url: URL

    /// Whether this process may mount one.
    static let isPossible: Bool = {
        guard getuid() == 0, let scratch = try? Scratch() else { return false }
        guard let disk = try? SmallDisk(at: scratch.url.appending(path: "probe"), kilobytes: 16) else { return false }
        disk.remove()
        return true
    }()

    init(at url: URL, kilobytes: Int) throws {
        self.url = url
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        try Self.call("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", url.path])
    }

    func remove() { try? Self.call("umount", [url.path]) }

    private struct Failed: Error {}

    private static func call(_ tool: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/\(tool)")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed() }
    }
}
