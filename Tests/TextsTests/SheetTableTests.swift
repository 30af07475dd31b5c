import Testing
import Texts

/// Columns by name.
@Suite struct SheetTableTests {
    private static let columns: [SheetTable.Column] = [.init("id"), .init("answer"), .init("note", isRequired: false)]

    private static func table(_ text: String) -> SheetTable {
        SheetTable(Sheet(Array(text.utf8), path: "t.csv"), path: "t.csv", columns: columns)
    }

    @Test("columns are found in any order and case; strangers are left alone")
    func order() {
        let table = Self.table("Mine,ANSWER, Id\nx,yes,mfa\ny,,keys\n")
        #expect(table.diagnostics == [])
        #expect(table.records.map { $0["id"].text } == ["mfa", "keys"])
        #expect(table.records[0]["answer"] == SheetCell("yes", line: 2, column: 3))
        #expect(table.records[0]["note"].isEmpty)
    }

    @Test("a short row has empty cells")
    func short() {
        let table = Self.table("id,answer,note\nmfa\n")
        #expect(table.diagnostics == [])
        #expect(table.records[0]["answer"].isEmpty)
        #expect(table.records[0]["answer"].line == 2)
    }

    @Test("missing columns are named, with what was probably meant")
    func missing() {
        #expect(
            Self.table("id,anwser\n").diagnostics.map(\.text) == [
                "t.csv:1:1: error: the column \"answer\" is missing; write \"answer\" instead of \"anwser\""
            ])
        let both = Self.table("\n\none,two\n").diagnostics
        #expect(both.count == 2 && both.allSatisfy { $0.line == 3 })
    }

    @Test("a column that is there twice, and a row that is too long")
    func tooMuch() {
        let table = Self.table("id,answer,id\na,b,c,,\na,b,c,d, e\n")
        #expect(table.diagnostics.map { [$0.line, $0.column] } == [[1, 11], [3, 7]])
        #expect(table.diagnostics[1].message.contains("5 cells"))
        #expect(table.records.count == 2)
    }

    @Test("the table's own problems come along")
    func combined() { #expect(Self.table("").diagnostics.map(\.rule) == ["sheet-empty"]) }
}
