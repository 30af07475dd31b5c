import Foundation
import Testing

/// `validate` and `lint` over folders: nothing is passed over in silence.
@Suite struct FolderOfDocumentsTests {
    private static let broken = #"{"kind": "scenario", "nonsense": 1}"#

    @Test("capitals, links to files and to folders, each once", arguments: ["validate", "lint"])
    func found(command: String) throws {
        let scratch = try Scratch()
        _ = try scratch.write(Self.broken, as: "elsewhere/a.json")
        _ = try scratch.write(Self.broken, as: "folder/CAPITALS.JSON")
        for (link, target) in [("folder/link.json", "elsewhere/a.json"), ("folder/deeper", "elsewhere")] {
            try FileManager.default.createSymbolicLink(
                at: scratch.url.appending(path: link), withDestinationURL: scratch.url.appending(path: target))
        }
        // Two circles, and one folder by two ways.
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appending(path: "folder/circle"),
            withDestinationURL: scratch.url.appending(path: "folder"))
        try FileManager.default.createSymbolicLink(
            at: scratch.url.appending(path: "folder/twice"),
            withDestinationURL: scratch.url.appending(path: "elsewhere"))
        let outcome = try Binary.run([command, "folder"], in: scratch.url)
        #expect(outcome.status == 65)
        let files = Set(outcome.output.split(separator: "\n").map { $0.split(separator: ":")[0] })
        #expect(files == ["folder/CAPITALS.JSON", "folder/link.json", "folder/deeper/a.json"], "\(outcome.output)")
        #expect(outcome.messages.hasPrefix("3 documents: "), "\(outcome.messages)")
    }

    @Test("what cannot be read is an error", arguments: ["validate", "lint"])
    func unreadable(command: String) throws {
        let scratch = try Scratch()
        let good = Package.root.appending(path: "scenarios/graphs/two-of-three.json")
        _ = try scratch.write(Data(contentsOf: good), as: "folder/good.json")
        let before = try Binary.run([command, "folder"], in: scratch.url)
        #expect(before.status == 0, "\(before.output)")
        #expect(mkfifo(scratch.url.appending(path: "folder/pipe.json").path, 0o600) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.url.appending(path: "folder/nowhere.json").path, withDestinationPath: "missing.json")
        let outcome = try Binary.run([command, "folder"], in: scratch.url)
        #expect(outcome.status == 65)
        for name in ["pipe.json", "nowhere.json"] { #expect(outcome.output.contains(name), "\(outcome.output)") }
        #expect(!outcome.messages.contains("no problem found"))
    }

    @Test(
        "a folder that may not be listed is an error", .enabled(if: geteuid() != 0, "the superuser may list anything"),
        arguments: ["validate", "lint"])
    func closed(command: String) throws {
        let scratch = try Scratch()
        _ = try scratch.write(BadDocumentTests.organization, as: "folder/good.json")
        _ = try scratch.write(BadDocumentTests.organization, as: "folder/closed/other.json")
        let closed = scratch.url.appending(path: "folder/closed").path
        #expect(chmod(closed, 0) == 0)
        defer { chmod(closed, 0o700) }
        let outcome = try Binary.run([command, "folder"], in: scratch.url)
        #expect(outcome.status == 65 && outcome.output.contains("folder/closed"), "\(outcome.output)")
    }

    @Test("the schema that init writes is left out and counted; named itself, it is said to be one")
    func schema() throws {
        let scratch = try Scratch()
        #expect(try Binary.run(["init", "scenario", "--id", "story", "--out", "."], in: scratch.url).status == 0)
        let outcome = try Binary.run(["validate", "."], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.messages.contains("1 document") && outcome.messages.contains("1 JSON schema left out"))
        let named = try Binary.run(["validate", "schemas/scenario.json"], in: scratch.url)
        #expect(named.status == 65 && named.output.contains("JSON Schema"), "\(named.output)")
        // A document that names its schema is one all the same.
        _ = try scratch.write(
            #"{"$schema": "https://json-schema.org/draft/2020-12/schema", "kind": "scenario"}"#, as: "other.json")
        #expect(try Binary.run(["validate", "."], in: scratch.url).status == 65)
    }
}
