import Testing
import Texts

/// Values that are read again from the text when they are asked for.
@Suite struct JSONTreeTests {
    private func root(_ text: String) throws -> JSONNode { try #require(JSONParser.parse(Array(text.utf8)).root) }

    @Test("a key is found however it is escaped, the last one where it stands twice")
    func keys() throws {
        let node = try root(#"{"a\u0062c": 1, "ab": 2, "abcd": 3, "ab\"": 4, "é": 5, "é": 6, "": 7}"#)
        func number(_ key: String) -> String? {
            if case .number(let number)? = node[key]?.kind { number.text } else { nil }
        }
        let found = ["abc", "ab", "abcd", "ab\"", "é", "", "a", "abc\\"].map(number)
        #expect(found == ["1", "2", "3", "4", "6", "7", nil, nil])
    }

    @Test("lists and objects know their parts at any depth")
    func parts() throws {
        let node = try root(#"{"a": [[], [1, [2, {"b": [true, false, null]}]], {}], "c": "x"}"#)
        guard case .array(let outer)? = node["a"]?.kind, case .array(let inner) = outer[1].kind,
            case .array(let last) = inner[1].kind, case .array(let words)? = last[1]["b"]?.kind
        else { return #expect(Bool(false), "no list") }
        #expect(outer.count == 3 && outer[0].isEmptyList && inner.count == 2 && words.count == 3)
        #expect(words.map(\.kind) == [.bool(true), .bool(false), .null])
        #expect(node["c"]?.string == "x")
    }

    @Test("what is wrong with a value leaves a value of its kind")
    func repaired() throws {
        let node = try root(#"[01, NaN, 1e999, True, None, "a\qb"]"#)
        guard case .array(let elements) = node.kind else { return #expect(Bool(false), "no list") }
        let zero = JSONKind.number(JSONNumber(text: "0", value: 0))
        #expect(elements.prefix(5).map(\.kind) == [zero, zero, zero, .bool(true), .null])
        #expect(elements[5].string != nil)
    }

    @Test("problems that nobody is told of are not kept")
    func problems() {
        for count in [100, 500, 100_000] {
            let text = "[" + Array(repeating: "01", count: count).joined(separator: ",") + "]"
            #expect(JSONParser.parse(Array(text.utf8)).problems.count == min(count, JSONParser.problemLimit + 1))
        }
    }
}
