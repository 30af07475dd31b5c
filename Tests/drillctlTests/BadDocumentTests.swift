import Foundation
import Testing

/// No input crashes the program: each gets its diagnostic and exit status 65.
@Suite struct BadDocumentTests {
    static let organization = """
        {"kind": "organization", "version": 1, "id": "acme", "name": "Acme", "sector": "finance",
         "departments": [{"id": "it", "title": "IT", "assets": [{"id": "web", "kind": "server"}]}]}
        """

    @Test(
        "broken texts",
        arguments: [
            ("empty", "", "1:1: error:"),
            ("truncated", #"{"kind": "organization", "version": 1, "id": "ac"#, "error:"),
            ("not an object", "[]", "error:"),
            ("unknown kind", #"{"kind": "organisation", "version": 1}"#, #"did you mean "organization"?"#),
            ("newer version", #"{"kind": "organization", "version": 2}"#, "version 2"),
            ("duplicate key", #"{"kind": "organization", "kind": "organization"}"#, "kind"),
            ("not a number", #"{"kind": "scenario", "version": NaN}"#, "error:"),
            ("overflow", #"{"kind": "exercise", "version": 1, "id": "a", "simulation": {"seed": 1e999}}"#, "error:"),
        ])
    func broken(name: String, text: String, expected: String) throws {
        let scratch = try Scratch()
        let path = try scratch.write(text, as: "broken.json")
        let outcome = try Binary.run(["validate", path])
        #expect(outcome.status == 65)
        #expect(outcome.output.contains(expected), "\(outcome.output)")
        #expect(outcome.output.hasPrefix(path + ":"))
        #expect(outcome.messages.hasPrefix("1 document: "))
    }

    @Test("nesting 100,000 deep")
    func deep() throws {
        let scratch = try Scratch()
        let deep = #"{"kind": "organization", "x": "# + String(repeating: "[", count: 100_000)
        let outcome = try Binary.run(["validate", try scratch.write(deep, as: "deep.json")])
        #expect(outcome.status == 65)
        #expect(outcome.output.contains("error:"))
        #expect(outcome.output.contains("deep"))
    }

    @Test("a file of 200 MB is refused without reading it")
    func huge() throws {
        let scratch = try Scratch()
        let path = try scratch.write("", as: "huge.json")
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.truncate(atOffset: 200 << 20)
        try file.close()
        let outcome = try Binary.run(["validate", path])
        #expect(outcome.status == 65)
        #expect(outcome.output.contains("200 MB"))
    }

    @Test("invalid UTF-8 is reported where it stands")
    func encoding() throws {
        let scratch = try Scratch()
        let bytes = Data("{\n  \"kind\": \"".utf8) + [0xFF, 0xFE] + Data("\"}".utf8)
        let outcome = try Binary.run(["validate", try scratch.write(bytes, as: "latin.json")])
        #expect(outcome.status == 65)
        #expect(outcome.output.contains("latin.json:2:12: error:"), "\(outcome.output)")
        #expect(outcome.output.contains("UTF-8"))
    }

    @Test("what is no file of documents", arguments: ["nowhere.json", "empty-folder", "pipe.json"])
    func noDocument(name: String) throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "empty-folder"), withIntermediateDirectories: false)
        #expect(mkfifo(scratch.url.appending(path: "pipe.json").path, 0o600) == 0)
        let outcome = try Binary.run(["validate", name], in: scratch.url)
        #expect(outcome.status == 65)
        #expect((outcome.output + outcome.messages).contains(name))
    }

    @Test("an empty roster")
    func emptyRoster() throws {
        let scratch = try Scratch()
        _ = try scratch.write("organization\n", as: "roster.csv")
        let path = try scratch.write(
            """
            {"kind": "exercise", "version": 1, "id": "none", "title": "None",
             "participants": [{"roster": "roster.csv"}], "scenarios": []}
            """, as: "exercise.json")
        let outcome = try Binary.run(["validate", path])
        #expect(outcome.status == 65)
        #expect(outcome.output.contains("roster.csv"), "\(outcome.output)")
    }

    @Test("an exercise that names itself, and two that name each other")
    func circle() throws {
        let scratch = try Scratch()
        func exercise(_ id: String, names other: String) throws {
            _ = try scratch.write(
                """
                {"kind": "exercise", "version": 1, "id": "\(id)", "title": "\(id)",
                 "participants": [{"organization": "\(other)"}], "scenarios": ["\(other)"]}
                """, as: "\(id).json")
        }
        try exercise("self", names: "self.json")
        try exercise("one", names: "two.json")
        try exercise("two", names: "one.json")
        _ = try scratch.write("organization\nroster.csv\n", as: "roster.csv")
        for id in ["self", "one"] {
            let outcome = try Binary.run(["validate", "\(id).json"], in: scratch.url)
            #expect(outcome.status == 65)
            #expect(outcome.output.contains("\(id).json:"), "\(outcome.output)")
        }
    }

    @Test("all problems of all documents of a folder in one run, as text, JSON and SARIF")
    func allAtOnce() throws {
        let scratch = try Scratch()
        _ = try scratch.write(#"{"kind": "organisation"}"#, as: "folder/a.json")
        _ = try scratch.write(#"{"kind": "scenario", "nonsense": 1, "more": 2}"#, as: "folder/deeper/b.json")
        _ = try scratch.write("not looked at", as: "folder/.hidden.json")
        _ = try scratch.write("not looked at", as: "folder/c.txt")
        let text = try Binary.run(["validate", "folder"], in: scratch.url)
        #expect(text.status == 65)
        #expect(text.output.contains("folder/a.json:"))
        #expect(text.output.contains("folder/deeper/b.json:"))
        #expect(text.output.contains("nonsense") && text.output.contains("more"))
        #expect(!text.output.contains("hidden") && !text.output.contains("c.txt"))

        let json = try Binary.run(["validate", "folder", "--format", "json"], in: scratch.url)
        #expect(json.status == 65)
        #expect(json.messages == "", "people's messages have no place beside JSON")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.count == text.output.split(separator: "\n").count)
        #expect(object["documents"] as? Int == 2)
        #expect(Set(["schemaVersion", "modelVersion", "seed", "trials"]).isSubset(of: object.keys))

        let sarif = try Binary.run(["validate", "folder", "--format", "sarif"], in: scratch.url)
        #expect(sarif.status == 65)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let runs = try #require(log["runs"] as? [[String: Any]])
        #expect((runs.first?["results"] as? [Any])?.count == diagnostics.count)
    }

    @Test("a document that is broken stops a run before it starts", arguments: ["text", "json"])
    func stopsRun(format: String) throws {
        let scratch = try Scratch()
        let path = try scratch.write(#"{"kind": "exercise", "version": 1, "nonsense": 1}"#, as: "exercise.json")
        let outcome = try Binary.run(["run", path, "--format", format], in: scratch.url)
        #expect(outcome.status == 65)
        #expect((format == "json" ? outcome.output : outcome.messages).contains("nonsense"))
        #expect(try scratch.contents == ["exercise.json"], "nothing may be written")
    }

    @Test("an organization is no exercise, an exercise no graph")
    func wrongKind() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.organization, as: "organization.json")
        for command in ["run", "graph"] {
            let outcome = try Binary.run([command, path])
            #expect(outcome.status == 65)
            #expect(outcome.messages.contains("organization"), "\(outcome.messages)")
        }
    }
}
