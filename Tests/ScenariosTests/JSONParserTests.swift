import Scenarios
import Testing

struct JSONParserTests {
    private func parse(_ text: String) -> (root: JSONNode?, problems: [JSONProblem]) {
        JSONParser.parse(Array(text.utf8))
    }

    @Test func keepsOrderPlacesAndRepeatedKeys() throws {
        let text = "{\n  \"b\": [1, true],\n  \"a\": null, \"b\": \"x\"\n}"
        let (root, problems) = parse(text)
        guard case .object(let members)? = root?.kind else { return #expect(Bool(false), "no object") }
        #expect(members.map(\.key) == ["b", "a", "b"])
        #expect(root?["b"]?.string == "x")
        #expect(problems.map(\.rule) == [.duplicateKey])
        let source = SourceText(Array(text.utf8))
        #expect(
            members.map { source.place(at: $0.keyOffset) } == [
                .init(line: 2, column: 3), .init(line: 3, column: 3), .init(line: 3, column: 14),
            ])
        #expect(
            members.map { source.place(at: $0.value.offset) } == [
                .init(line: 2, column: 8), .init(line: 3, column: 8), .init(line: 3, column: 19),
            ])
    }

    @Test func duplicateKeysAreFoundInLargeObjects() {
        let members = (0..<1000).map { "\"k\($0)\": \($0)" } + ["\"k7\": 0", "\"k999\": 0"]
        #expect(parse("{\(members.joined(separator: ","))}").problems.map(\.rule) == [.duplicateKey, .duplicateKey])
    }

    @Test(arguments: [
        ("0", 0.0), ("-0", 0), ("10", 10), ("-1.5", -1.5), ("1e3", 1000), ("1E-2", 0.01), ("0.1e+1", 1), ("1e-999", 0),
        ("123456789012345670000000000000", 1.2345678901234567e29),
        ("0.30000000000000004", 0.30000000000000004), ("1.00000000000000000000", 1),
    ])
    func numbers(text: String, value: Double) {
        let (root, problems) = parse(text)
        #expect(problems == [])
        #expect(root?.kind == .number(JSONNumber(text: text, value: value)))
    }

    @Test(
        "digits that no number keeps are not dropped in silence",
        arguments: [
            "1.0000000000000000001", "0.999999999999999999", "123456789012345678901234567890",
            "1e0000000000000000001.0",
        ])
    func tooManyDigits(text: String) {
        #expect(parse(text).problems.contains { $0.rule == .number })
    }

    @Test(arguments: [
        "01", "-", "+1", "1.", ".5", "1e", "1e+", "--1", "1..2", "0x10", "1e999", "-1e999", "NaN", "Infinity",
        "-Infinity", "nan", "1_000",
    ])
    func brokenNumbersAreNotedAndReadPast(text: String) {
        let (root, problems) = parse("[\(text), 2]")
        #expect(problems.map(\.rule) == [.number])
        #expect(problems.first?.offset == 1)
        guard case .array(let elements)? = root?.kind else { return #expect(Bool(false), "reading stopped") }
        #expect(elements.count == 2)
    }

    @Test(arguments: [
        (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{C}\n\r\t"), (#""\u00e9\u20ac""#, "é€"),
        (#""\ud83e\udd16""#, "🤖"), (#""Käse 🧀""#, "Käse 🧀"), ("\"\"", ""),
    ])
    func texts(text: String, value: String) {
        let (root, problems) = parse(text)
        #expect(problems == [])
        #expect(root?.string == value)
    }

    @Test(arguments: [
        #""\ud83e""#, #""\udd16""#, #""\ud83e\ud83e""#, #""\ud83ex""#, #""\u12g4""#, #""\q""#, "\"\u{1}\"",
        #""\u0000""#,
    ])
    func brokenTextsAreNotedAndReadPast(text: String) {
        let (root, problems) = parse(text)
        #expect(!problems.isEmpty && problems.allSatisfy { $0.rule == .syntax })
        #expect(root?.string != nil)
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "\"", "\"a", "\"\\", "\"\\u12",
        "tru", "nul", "-", "/", "/*", "[/*", "{,}", "[,]", "{1:2}",
        "{\"a\" 1}", "[1 2", "]", "}", "\u{FEFF}", "[1;2]", "{\"a\":}", "@",
    ])
    func brokenStructureEndsTheReadingWithAReason(text: String) {
        let (_, problems) = parse(text)
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { (0...text.utf8.count).contains($0.offset) })
    }

    @Test(arguments: [("[", 200), ("{\"a\":", 1000), ("[[],", 797)])
    func nestingStopsAtALimitAndNotInACrash(opening: String, offset: Int) {
        let (root, problems) = parse(String(repeating: opening, count: 100_000))
        #expect(root == nil)
        #expect(problems.map(\.rule) == [.depth])
        #expect(problems.first?.offset == offset)
        let allowed =
            String(repeating: "[", count: JSONParser.depthLimit) + String(repeating: "]", count: JSONParser.depthLimit)
        #expect(parse(allowed).problems == [])
    }

    @Test(
        arguments: [
            ([0x22, 0xC0, 0xAF, 0x22], 1), ([0x22, 0x61, 0xE4, 0x22], 2), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0xE2, 0x82], 1), ([0x80], 0),
            ([0x22, 0xF0, 0x9F, 0xA4, 0x22], 1), ([0xFF], 0),
        ] as [([UInt8], Int)])
    func invalidUTF8IsReportedWhereItStands(bytes: [UInt8], offset: Int) {
        let (root, problems) = JSONParser.parse(bytes)
        #expect(root == nil)
        #expect(problems.map(\.rule) == [.encoding])
        #expect(problems.first?.offset == offset)
    }

    @Test func valuesAreCounted() {
        let bytes = Array("[0, [1], {\"a\": 2}]".utf8)
        #expect(JSONParser.parse(bytes, valueLimit: 6).problems == [])
        #expect(JSONParser.parse(bytes, valueLimit: 5).problems.map(\.rule) == [.tooLarge])
    }

    @Test func columnsCountScalarsAndCarriageReturnsBelongToTheLineBefore() {
        let source = SourceText(Array("é€🤖x\r\ny".utf8))
        #expect(source.place(at: 9) == .init(line: 1, column: 4))
        #expect(source.place(at: 12) == .init(line: 2, column: 1))
        #expect(source.place(at: 99) == .init(line: 2, column: 2))
    }

    @Test func writtenValuesAreReadBack() {
        let value: JSONValue = ["b": [1, 2.5, "a\"\\\n\u{1}é", true, .null], "a": ["x": -3], "empty": [], "none": [:]]
        for layout in [JSONValue.Layout.compact, .spaced, .pretty] {
            let (root, problems) = parse(value.text(layout))
            #expect(problems == [])
            guard case .object(let members)? = root?.kind else { return #expect(Bool(false), "no object") }
            #expect(members.count == 4)
            guard case .array(let elements)? = root?["b"]?.kind else { return #expect(Bool(false), "no list") }
            #expect(elements[2].string == "a\"\\\n\u{1}é")
        }
        #expect(value.text() == #"{"a":{"x":-3},"b":[1,2.5,"a\"\\\n\u0001é",true,null],"empty":[],"none":{}}"#)
    }
}
