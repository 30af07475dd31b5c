import Foundation
import Testing

/// Whose files may be replaced: those that drillctl wrote and nobody has changed since, and no others.
@Suite struct OwnershipTests {
    private static let quick = ["run", RunTests.exercise, "--quick", "--no-store"] + RunTests.few

    private func run(_ flags: [String], in scratch: Scratch) throws -> Binary.Outcome {
        try Binary.run(Self.quick + flags, in: scratch.url)
    }

    @Test("a report of ours is replaced; its list of files holds for sha256sum, and nothing is left beside it")
    func replaces() throws {
        let scratch = try Scratch()
        for _ in 0..<2 {
            let outcome = try run(["--out", "report"], in: scratch)
            #expect(outcome.status == 0, "\(outcome.messages)")
        }
        #expect(try scratch.contents == ["report"])
        let list = try scratch.text("report/files.sha256")
        let lines = list.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let names = Set(lines.map { String($0.dropFirst(66)) })
        let found = try FileManager.default.subpathsOfDirectory(atPath: scratch.url.appending(path: "report").path)
        let files = found.filter { $0.contains(".") && $0 != "files.sha256" }
        #expect(names == Set(files), "every file is listed")
        #expect(list.hasPrefix("# EXERCISE"))
    }

    @Test(
        "what people wrote stops the command, before the first trial, with its name",
        arguments: [
            "index.html", "tables/outcomes.csv", "tables/mine.csv", "companies/mine/index.html", "notes.txt",
            "empty-folder/",
        ])
    func changed(name: String) throws {
        let scratch = try Scratch()
        #expect(try run(["--out", "report"], in: scratch).status == 0)
        let path = scratch.url.appending(path: "report/" + name)
        if name.hasSuffix("/") {
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        } else {
            _ = try scratch.write("a note", as: "report/" + name)
        }
        let outcome = try run(["--out", "report"], in: scratch)
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("'\(name.hasSuffix("/") ? String(name.dropLast()) : name)'"))
        #expect(outcome.messages.contains("cannot replace 'report'") && outcome.messages.contains("--out"))
        #expect(!outcome.messages.contains(" trials"), "found before the first trial")
        if !name.hasSuffix("/") { #expect(try scratch.text("report/" + name) == "a note") }
    }

    @Test("a folder that only looks like a report is nobody's but its owner's")
    func looksLikeReport() throws {
        let scratch = try Scratch()
        _ = try scratch.write("customers", as: "shop/tables/customers.csv")
        _ = try scratch.write("home", as: "shop/index.html")
        let outcome = try run(["--out", "shop"], in: scratch)
        #expect(outcome.status == 1 && outcome.messages.contains("'tables/customers.csv'"), "\(outcome.messages)")
        #expect(try scratch.text("shop/tables/customers.csv") == "customers")
        // An empty folder is free.
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "free"), withIntermediateDirectories: false)
        #expect(try run(["--out", "free"], in: scratch).status == 0)
    }

    @Test("the working folder, one above it, and a folder with an input are never replaced")
    func inputs() throws {
        let scratch = try Scratch()
        try Library.copy(in: scratch)
        let inside = scratch.url.appending(path: "copy")
        func run(_ out: String, in folder: URL) throws -> Binary.Outcome {
            let exercise = scratch.url.appending(path: "copy/exercises/autumn-drill.json").path
            return try Binary.run(
                ["run", exercise, "--quick", "--no-store", "--out", out] + RunTests.few, in: folder)
        }
        for (out, folder) in [(".", scratch.url), ("..", inside), ("../", inside), ("/", inside)] {
            let outcome = try run(out, in: folder)
            #expect(outcome.status == 1 && outcome.messages.contains("it is the working folder"), "\(outcome.messages)")
        }
        for out in ["copy", "copy/exercises", "copy/organizations"] {
            let outcome = try run(out, in: scratch.url)
            #expect(outcome.status == 1 && outcome.messages.contains("which this command reads"), "\(outcome.messages)")
        }
        #expect(FileManager.default.fileExists(atPath: inside.appending(path: "organizations/harbor-credit.json").path))
    }

    @Test("papers over a filled-in log, and a record over its own log, lose nothing")
    func papers() throws {
        let scratch = try Scratch()
        let papers =
            [
                "papers", RunTests.exercise, "--scenario", "unpatched-portal", "--organization", "harbor-credit",
                "--format", "csv", "--trials", "40", "--out", "papers",
            ]
        #expect(try Binary.run(papers, in: scratch.url).status == 0)
        let found = try FileManager.default.subpathsOfDirectory(atPath: scratch.url.appending(path: "papers").path)
        let log = try #require(found.first { $0.hasSuffix("actions.csv") })
        let filled = try scratch.text("papers/" + log) + "10:40,Security,advisory/inventory,yes,P,done\r\n"
        _ = try scratch.write(filled, as: "papers/" + log)
        let again = try Binary.run(papers, in: scratch.url)
        #expect(again.status == 1 && again.messages.contains("'\(log)'"), "\(again.messages)")
        #expect(try scratch.text("papers/" + log) == filled)

        let record =
            [
                "record", RunTests.exercise, "papers/" + log, "--scenario", "unpatched-portal", "--organization",
                "harbor-credit", "--format", "csv", "--trials", "40", "--out", "papers",
            ]
        let outcome = try Binary.run(record, in: scratch.url)
        #expect(outcome.status == 1 && outcome.messages.contains("which this command reads"), "\(outcome.messages)")
        #expect(try scratch.text("papers/" + log) == filled)
    }

    @Test("what a killed run left is cleared by the next; what a living one holds is left, and said")
    func leftovers() throws {
        let scratch = try Scratch()
        _ = try scratch.write("half", as: ".report.1.drillctl-part/index.html")
        _ = try scratch.write("half", as: ".elsewhere.2.drillctl-part/index.html")
        let held = scratch.url.appending(path: ".other.3.drillctl-part").path
        try FileManager.default.createDirectory(atPath: held, withIntermediateDirectories: false)
        let descriptor = open(held, O_RDONLY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        #expect(try run(["--out", "report"], in: scratch).status == 0)
        #expect(try scratch.contents == [".other.3.drillctl-part", "report"])
        let busy = try run(["--out", "other"], in: scratch)
        #expect(busy.status == 1 && busy.messages.contains("another drillctl is writing there"), "\(busy.messages)")
        #expect(try scratch.contents == [".other.3.drillctl-part", "report"])
    }

    @Test("killed while the earlier report stood aside: the next start puts it back, or away")
    func aside() throws {
        let scratch = try Scratch()
        _ = try scratch.write("earlier", as: ".report.v2.1.drillctl-part.old/index.html")
        _ = try scratch.write("half", as: ".report.v2.1.drillctl-part/index.html")
        _ = try scratch.write("earlier", as: ".there.2.drillctl-part.old/index.html")
        _ = try scratch.write("new", as: "there/index.html")
        #expect(try run(["--out", "another"], in: scratch).status == 0)
        #expect(try scratch.contents == ["another", "report.v2", "there"])
        #expect(try scratch.text("report.v2/index.html") == "earlier")
        #expect(try scratch.text("there/index.html") == "new")
    }

    @Test("what the list of files is not, is no list: a pipe, a link, another program's words")
    func noList() throws {
        let scratch = try Scratch()
        for kind in ["pipe", "link", "words"] {
            _ = try scratch.write("mine", as: "\(kind)/notes.txt")
            let list = scratch.url.appending(path: "\(kind)/files.sha256").path
            switch kind {
            case "pipe": #expect(mkfifo(list, 0o600) == 0)
            case "link": try FileManager.default.createSymbolicLink(atPath: list, withDestinationPath: "notes.txt")
            default: _ = try scratch.write("notes.txt\n\n  \n", as: "\(kind)/files.sha256")
            }
            let outcome = try run(["--out", kind], in: scratch)
            #expect(outcome.status == 1 && outcome.messages.contains("'notes.txt'"), "\(outcome.messages)")
            #expect(try scratch.text("\(kind)/notes.txt") == "mine")
        }
    }
}
