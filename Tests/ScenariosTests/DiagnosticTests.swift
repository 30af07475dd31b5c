import Scenarios
import Testing

struct DiagnosticTests {
    static let one = Diagnostic(
        severity: .error, rule: "unknown-word", file: "a b.json", line: 3, column: 7, pointer: "/steps/0/on~1x",
        message: "\"databse\" is no asset kind", fix: "did you mean \"database\"?")

    @Test func textNamesPlaceProblemAndProposal() {
        #expect(
            Self.one.text
                == "a b.json:3:7: error: \"databse\" is no asset kind; did you mean \"database\"? [/steps/0/on~1x]")
        let plain = Diagnostic(severity: .warning, rule: "x", file: "f", message: "m")
        #expect(plain.text == "f:1:1: warning: m")
        #expect(
            plain.json.text()
                == #"{"column":1,"file":"f","line":1,"message":"m","pointer":"","rule":"x","severity":"warning"}"#)
    }

    /// The whole log; its validity against the published schema is checked where that schema is at hand.
    @Test func sarif() {
        let expected =
            #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"columnKind":"unicodeCodePoints","results":[{"level":"error","locations":[{"logicalLocations":[{"fullyQualifiedName":"/steps/0/on~1x"}],"physicalLocation":{"artifactLocation":{"uri":"a%20b.json"},"region":{"startColumn":7,"startLine":3}}}],"message":{"text":"\"databse\" is no asset kind; did you mean \"database\"?"},"ruleId":"unknown-word","ruleIndex":0}],"tool":{"driver":{"name":"drillctl","rules":[{"id":"unknown-word"}],"version":"1.0"}}}],"version":"2.1.0"}"#
        #expect(SARIF.log([Self.one], toolVersion: "1.0").text() == expected)
    }

    @Test func sortedByFileThenPlaceAndWithoutRepetition() {
        func at(_ file: String, _ line: Int, _ column: Int) -> Diagnostic {
            Diagnostic(severity: .error, rule: "r", file: file, line: line, column: column, message: "m")
        }
        let mixed = [at("b", 2, 1), at("a", 9, 1), at("b", 1, 5), at("b", 1, 2), at("b", 2, 1)]
        #expect(mixed.sortedByPlace().map { "\($0.file)\($0.line)\($0.column)" } == ["b12", "b15", "b21", "a91"])
        #expect(mixed.sortedByPlace(files: ["a"]).map(\.file) == ["a", "b", "b", "b"])
    }

    @Test(
        arguments: [
            ("databse", "database"), ("Database", "database"), ("data_base", "database"),
            ("web-aplication", "web-application"), ("webapplication", "web-application"), ("sevrer", "server"),
            ("webaplicaton", "web-application"), ("sxxver", "server"), ("sxxxer", nil),
            ("zzz", nil),
            ("", nil), ("servers", "server"), ("database", nil),
        ] as [(String, String?)])
    func suggestions(word: String, nearest: String?) {
        #expect(Suggestion.nearest(to: word, among: ["server", "database", "web-application"]) == nearest)
    }

    @Test func rulesAreKebabCaseAndEachMeansOneThing() {
        #expect(Rule.allCases.allSatisfy { $0.rawValue.allSatisfy { $0.isLowercase || $0 == "-" } })
        #expect(Set(Rule.allCases.map(\.rawValue)).count == Rule.allCases.count)
    }

    @Test func documentsDoNotSteerTheTerminal() {
        let text = #"{"kind": "organization", "version": 1, "\u001b[31m": 1, "id": "a\u009b\u202e"}"#
        let diagnostics = FixtureTests.loader.load(Array(text.utf8), path: "a\u{1B}.json").diagnostics
        #expect(diagnostics.count > 1)
        for diagnostic in diagnostics {
            #expect(
                diagnostic.text.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E
                })
            #expect(diagnostic.text.hasPrefix(#"a\u001b.json:"#))
        }
    }

    @Test func pointersEscape() {
        #expect(([.key("a/b"), .key("c~d"), .index(3)] as [PointerStep]).pointer == "/a~1b/c~0d/3")
    }
}
