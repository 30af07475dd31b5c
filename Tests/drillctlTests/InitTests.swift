import Foundation
import Testing

/// First documents, end to end.
@Suite struct InitTests {
    static let sectors = [
        "finance", "health", "public", "education", "retail", "manufacturing", "technology", "logistics",
    ]

    @Test("a template on standard output is a valid document, twice the same", arguments: sectors)
    func template(sector: String) throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["init", "organization", "--template", sector], in: scratch.url)
        #expect(outcome.status == 0)
        #expect(outcome.messages == "")
        #expect(try scratch.contents == [], "nothing is written unasked")
        #expect(
            try Binary.run(["init", "organization", "--template", sector], in: scratch.url).output == outcome.output)
        _ = try scratch.write(outcome.output, as: "own.json")
        let lint = try Binary.run(["lint", "own.json"], in: scratch.url)
        #expect(lint.status == 0)
        #expect(lint.output == "")
    }

    @Test("beside an exercise that plays the company already, it is the next step")
    func exerciseBeside() throws {
        let scratch = try Scratch()
        let write = ["init", "organization", "--template", "retail", "--force", "--out", "own/shop.json"]
        #expect(try Binary.run(write, in: scratch.url).output.contains("init exercise --organization own/shop.json"))
        _ = try scratch.write(
            #"""
            {"kind": "exercise", "version": 1, "id": "e", "title": "E", "participants": [{"organization": "shop.json"}],
             "scenarios": ["story.json"]}
            """#, as: "own/drill.json")
        let outcome = try Binary.run(write, in: scratch.url)
        #expect(outcome.output.contains("run own/drill.json\n") && !outcome.output.contains("init exercise"))
    }

    @Test("from nothing to a result")
    func firstRun() throws {
        let scratch = try Scratch()
        for arguments in [
            ["init", "organization", "--template", "retail", "--name", "Nil Markets", "--out", "companies/nil.json"],
            ["init", "scenario", "--id", "lure", "--out", "lure.json"],
            [
                "init", "exercise", "--organization", "companies/nil.json", "--scenario", "lure.json", "--out",
                "drills/own.json",
            ],
        ] {
            let outcome = try Binary.run(arguments, in: scratch.url)
            #expect(outcome.status == 0, "\(outcome.messages)")
            #expect(outcome.output.hasPrefix("Wrote    \(arguments.last ?? "")"))
        }
        let exercise = try scratch.text("drills/own.json")
        #expect(exercise.contains("\"organization\": \"../companies/nil.json\""))
        #expect(exercise.contains("\"scenarios\": [\"../lure.json\"]"))
        if scratch.liesBelowSchemas {
            let schema = try #require(exercise.firstMatch(of: /"\$schema": "(.*schemas\/exercise\.json)"/)).1
            #expect(try scratch.text("drills/\(schema)").contains("\"$defs\""))
        } else {
            #expect(exercise.contains("\"$schema\": \"schemas/exercise.json\""))
            #expect(try scratch.text("drills/schemas/exercise.json").contains("\"$defs\""))
        }
        let lint = try Binary.run(["lint", "drills/own.json"], in: scratch.url)
        #expect(lint.status == 0 && lint.output == "", "\(lint.output)")
        let run = try Binary.run(
            ["run", "drills/own.json", "--trials", "200", "--worlds", "10", "--store", "runs.sqlite"], in: scratch.url)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output.contains("Nil Markets"))
    }

    @Test("without names the documents that lie there are taken")
    func found() throws {
        let scratch = try Scratch()
        let empty = try Binary.run(["init", "exercise"], in: scratch.url)
        #expect(empty.status == 64)
        #expect(empty.messages.contains("no organization is named"))
        _ = try Binary.run(["init", "organization", "--template", "health", "--out", "own.json"], in: scratch.url)
        #expect(try Binary.run(["init", "exercise"], in: scratch.url).messages.contains("no scenario is named"))
        _ = try Binary.run(["init", "scenario", "--out", "story.json"], in: scratch.url)
        let outcome = try Binary.run(["init", "exercise"], in: scratch.url)
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains("\"organization\": \"own.json\"") && outcome.output.contains("[\"story.json\"]"))
    }

    @Test("nothing is overwritten without --force, and nothing half-written stays")
    func overwriting() throws {
        let scratch = try Scratch()
        let arguments = ["init", "organization", "--template", "public", "--out", "own.json"]
        #expect(try Binary.run(arguments, in: scratch.url).status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: scratch.url.appending(path: "own.json").path)
        #expect(mode[.posixPermissions] as? Int == 0o600)
        _ = try scratch.write("mine", as: "own.json")
        let refused = try Binary.run(arguments, in: scratch.url)
        #expect(refused.status == 1)
        #expect(refused.messages.contains("'own.json' exists already"))
        #expect(try scratch.text("own.json") == "mine")
        #expect(try Binary.run(arguments + ["--force"], in: scratch.url).status == 0)
        #expect(try scratch.text("own.json").contains("our-city"))
        #expect(try scratch.contents == (scratch.liesBelowSchemas ? ["own.json"] : ["own.json", "schemas"]))
    }

    @Test("into a folder, named by its id; the schema is found above")
    func folder() throws {
        let scratch = try Scratch()
        _ = try scratch.write("{}", as: "schemas/organization.json")
        _ = try scratch.write("", as: "a/b/.keep")
        let outcome = try Binary.run(
            ["init", "organization", "--template", "logistics", "--out", "a/b"], in: scratch.url)
        #expect(outcome.status == 0)
        #expect(try scratch.text("a/b/our-freight.json").contains("\"$schema\": \"../../schemas/organization.json\""))
    }

    @Test("a document of another kind, or a broken one, stops an exercise")
    func wrongKind() throws {
        let scratch = try Scratch()
        _ = try Binary.run(["init", "scenario", "--out", "story.json"], in: scratch.url)
        _ = try scratch.write("{", as: "broken.json")
        let outcome = try Binary.run(
            [
                "init", "exercise", "--organization", "story.json", "broken.json", "--scenario", "story.json", "--out",
                "e.json",
            ],
            in: scratch.url)
        #expect(outcome.status == 65)
        #expect(outcome.messages.contains("story.json:1:1: error: organization is expected"))
        #expect(outcome.messages.contains("broken.json:1:"))
        #expect(try !scratch.contents.contains("e.json"))
    }

    // MARK: Answers

    @Test("a filled-in sheet gives a document; the sector comes from it")
    func answers() throws {
        let scratch = try Scratch()
        _ = try scratch.write(
            "id;answer\r\nsector;retail\r\ncompany-name;Nil Märkte\r\nsign-in;phone prompt, most\r\n", as: "a.csv")
        let outcome = try Binary.run(["init", "organization", "--answers", "a.csv"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains(#""id": "nil-markte""#))
        #expect(outcome.output.contains(#""mfa": { "level": "push", "coverage": 0.8 }"#))
    }

    @Test("every problem of a sheet at once; exit 65, nothing written")
    func wrongAnswers() throws {
        let scratch = try Scratch()
        _ = try scratch.write(
            "id,answer\nbackup,no backups\nrestore-test,last month\nsign-in,phone promt\npachting,monthly\n",
            as: "a.csv")
        let outcome = try Binary.run(
            ["init", "organization", "--template", "retail", "--answers", "a.csv", "--out", "own.json"], in: scratch.url
        )
        #expect(outcome.status == 65)
        for expected in [
            "a.csv:3:14: error: lines 2 and 3 contradict each other", "a.csv:4:9: error: sign-in:", "a.csv:5:1: error:",
        ] { #expect(outcome.messages.contains(expected), "\(outcome.messages)") }
        #expect(try scratch.contents == ["a.csv"])
    }

    @Test(
        "files that are no sheet",
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04], "Save As"), ([], "is empty"), ([0x61, 0x00, 0x62], "zero bytes"),
        ] as [([UInt8], String)])
    func noSheet(bytes: [UInt8], expected: String) throws {
        let scratch = try Scratch()
        _ = try scratch.write(Data(bytes), as: "a.csv")
        let outcome = try Binary.run(["init", "organization", "--answers", "a.csv"], in: scratch.url)
        #expect(outcome.status == 65)
        #expect(
            outcome.messages.contains("a.csv:1:1: error:") && outcome.messages.contains(expected), "\(outcome.messages)"
        )
    }
}

extension Scratch {
    /// Whether a folder of schemas happens to lie above the one for temporary files: then none is written.
    fileprivate var liesBelowSchemas: Bool {
        var folder = url.resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.appending(path: "schemas").path) { return true }
        }
        return false
    }
}
