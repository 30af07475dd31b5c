import Scenarios
import Testing

/// A document of twice the size costs at most a little more than twice: work is counted, not time.
@Suite struct CostTests {
    private func scenario(_ steps: String) -> [UInt8] {
        Array(#"{"kind": "scenario", "version": 1, "id": "x", "title": "x", "steps": [\#(steps)]}"#.utf8)
    }

    /// Elements that are decoded before there are more problems than are told.
    private func decoded(_ element: String, count: Int) throws -> Int {
        let bytes = scenario(Array(repeating: element, count: count).joined(separator: ","))
        let (draft, diagnostics) = DocumentLoader.decode(bytes, path: "x.json")
        #expect(diagnostics.count == Limits.problems + 1)
        guard case .scenario(let scenario)? = draft else { return 0 }
        return scenario.steps.count
    }

    @Test("beyond the problems that are told, nothing is decoded", arguments: ["1", "{}", "[]", "\"\"", #"{"x": 1}"#])
    func wrongElements(element: String) throws {
        let small = try decoded(element, count: 2000)
        #expect(small <= Limits.problems + 1)
        #expect(try decoded(element, count: 4000) == small)
    }

    /// Injects looked at to find what each gives away.
    private func looks(_ count: Int, _ text: (Int) -> String) -> Int {
        var search = SpoilerSearch(
            (0..<count).map { ("Title \(text($0))", "\(text($0)) something that nobody expects") })
        for index in 0..<count { _ = search.search(index) { $0 > index } }
        return search.looks
    }

    @Test("lint compares no inject with all others")
    func injects() {
        let texts: [(Int) -> String] = [
            { _ in "The same words again and again in every single one" }, { "word\($0) other\($0) third\($0)" },
            { "word\($0 % 10) other\($0 % 7) third\($0)" },
        ]
        for text in texts {
            let small = looks(1000, text)
            #expect(small > 0)
            #expect(Double(looks(2000, text)) <= 2.2 * Double(small))
        }
    }

    @Test("what more than a hundred injects share is said to be cut, not counted wrongly")
    func cut() {
        for (count, isCut) in [(3, false), (51, false), (200, true)] {
            var search = SpoilerSearch(
                Array(repeating: ("A title", "one two three four five six"), count: count))
            let found = search.search(0) { $0 > 0 }
            #expect(found.told == Array(1...min(count - 1, SpoilerSearch.reach)))
            #expect(found.isCut == isCut)
        }
    }

    @Test("a circle of decisions is told once, from its first inject, also where others lead into it")
    func circles() {
        func inject(_ id: Int, after decision: Int) -> String {
            #"{"id": "i\#(id)", "title": "t", "when": {"decided": "d\#(decision)"}, "to": ["security"], "channel": "mail", "text": "x"}"#
        }
        func decision(_ id: Int) -> String {
            #"{"id": "d\#(id)", "inject": "i\#(id)", "by": ["security"], "question": "q", "default": "a", "options": [{"id": "a", "text": "a"}]}"#
        }
        // 0 waits for 1, 1 for 2, 2 for 3, 3 for 1.
        let text = #"""
            {"kind": "scenario", "version": 1, "id": "x", "title": "x", "steps": [],
             "injects": [\#([(0, 1), (1, 2), (2, 3), (3, 1)].map(inject).joined(separator: ","))],
             "decisions": [\#((0...3).map(decision).joined(separator: ","))]}
            """#
        let told = FixtureTests.loader.load(Array(text.utf8), path: "x.json").diagnostics.filter {
            $0.rule == "circular-reference"
        }
        #expect(told.map(\.pointer) == ["/injects/1/when"])
        #expect(
            told.first?.message
                == #"a circle of decisions: "i1" waits for "i2" waits for "i3" waits for "i1""#)
    }
}
