import Scenarios
import Testing

/// No input, however broken, crashes the program: it gets a diagnostic.
struct MutationTests {
    static let seeds = [
        "organization-valid.json", "scenario-valid.json", "exercise-valid.json", "catalog-valid.json",
        "attack-graph-valid.json",
    ]

    /// A small generator with a fixed seed (SplitMix64), so that a failure can be repeated.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private func expectSound(_ loaded: LoadedDocument) {
        #expect((loaded.document == nil) == loaded.diagnostics.hasErrors)
        #expect(loaded.diagnostics.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.message.isEmpty })
        _ = Linter.lint(loaded)
        _ = SARIF.log(loaded.diagnostics).text()
    }

    @Test(arguments: seeds)
    func changedBytes(name: String) throws {
        let original = try Shared.read(Shared.fixtures + "/" + name).get()
        var generator = Generator(state: 20_261_123)
        let interesting: [UInt8] =
            Array("{}[]\",:0123456789-+.eE\\/tfn \n".utf8) + [0, 0x1F, 0x7F, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
        for round in 0..<400 {
            var bytes = original
            for _ in 0...(round % 4) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = interesting.randomElement(using: &generator) ?? 0
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: place)
                default:
                    // Another part of the document comes in between.
                    let other = Int.random(in: 0..<bytes.count, using: &generator)
                    bytes.insert(contentsOf: bytes[min(place, other)..<max(place, other)].prefix(40), at: place)
                }
            }
            expectSound(FixtureTests.loader.load(bytes, path: name))
        }
    }

    @Test(arguments: seeds)
    func everyTruncation(name: String) throws {
        let original = try Shared.read(Shared.fixtures + "/" + name).get()
        for length in stride(from: 0, to: original.count - 2, by: 7) {
            let loaded = FixtureTests.loader.load(Array(original[..<length]), path: name)
            expectSound(loaded)
            #expect(loaded.diagnostics.hasErrors)
        }
    }

    /// Rosters come from spreadsheets.
    @Test func changedRosters() throws {
        let exercise = try Shared.read(Shared.fixtures + "/exercise-roster.json").get()
        let original = try Shared.read(Shared.fixtures + "/support/roster-bad-rows.csv").get()
        var generator = Generator(state: 11)
        let interesting: [UInt8] = Array("\",;\t\r\n /.".utf8) + [0, 0xEF, 0xBB, 0xBF, 0xFF]
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<4 {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = interesting.randomElement(using: &generator) ?? 0
            }
            let changed = bytes
            let loader = DocumentLoader(catalog: TestCatalog.catalog, techniques: TestCatalog.techniques) { path in
                switch path {
                case "e.json": .success(exercise)
                case "support/roster.csv": .success(changed)
                default: Shared.read(Shared.fixtures + "/" + path)
                }
            }
            let loading = loader.loadExercise("e.json")
            #expect((loading.exercise == nil) == loading.diagnostics.hasErrors)
            #expect(loading.diagnostics.allSatisfy { $0.line >= 1 })
        }
    }

    /// Values of the wrong kind wherever a value can stand.
    @Test(arguments: seeds)
    func exchangedValues(name: String) throws {
        let bytes = try Shared.read(Shared.fixtures + "/" + name).get()
        let root = try #require(JSONParser.parse(bytes).root)
        let strange = ["null", "true", "-1", "1e300", "\"\"", "\"unknown\"", "[]", "{}"]
        var generator = Generator(state: 7)
        for _ in 0..<300 {
            let changed = exchange(root, strange.randomElement(using: &generator) ?? "null", &generator)
            expectSound(FixtureTests.loader.load(Array(changed.utf8), path: name))
        }
    }

    /// The value as JSON again, with another text in the place of some part.
    private func exchange(_ node: JSONNode, _ text: String, _ generator: inout Generator) -> String {
        switch node.kind {
        case .object(let members) where !members.isEmpty && Int.random(in: 0..<6, using: &generator) > 0:
            let place = Int.random(in: 0..<members.count, using: &generator)
            var values = members.map(\.value.text)
            values[place] = exchange(members[place].value, text, &generator)
            return "{" + zip(members, values).map { $0.keyNode.text + ":" + $1 }.joined(separator: ",") + "}"
        case .array(let elements) where !elements.isEmpty && Int.random(in: 0..<6, using: &generator) > 0:
            let place = Int.random(in: 0..<elements.count, using: &generator)
            var values = elements.map(\.text)
            values[place] = exchange(elements[place], text, &generator)
            return "[" + values.joined(separator: ",") + "]"
        default: return text
        }
    }
}

extension JSONNode {
    /// The value as JSON again.
    fileprivate var text: String {
        switch kind {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let number): number.text
        case .string(let text): JSONValue.string(text).text()
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { $0.keyNode.text + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }
}
