import Testing
import Texts

/// What the product writes, it reads; and no spreadsheet takes it for a formula.
@Suite struct FormulaGuardTests {
    static let signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

    @Test(arguments: signs)
    func aSignIsGuarded(sign: String) {
        let text = SheetText.csv([["a"], [sign + "cmd"]])
        #expect(text.hasSuffix("\r\n'\(sign)cmd\r\n"))
    }

    /// Apostrophes, signs, separators, quotation marks and line breaks in all orders of three.
    @Test(arguments: SheetDelimiter.allCases)
    func whatIsWrittenIsRead(delimiter: SheetDelimiter) {
        let pieces = ["'", "\"", ",", ";", "\n", "a", "ü", "12", " b"] + Self.signs
        var cells: [String] = []
        for first in pieces {
            for second in pieces { for third in pieces { cells.append("x" + first + second + third + "x") } }
            for second in pieces where first.first?.isWhitespace == false {
                for third in pieces { cells.append(first + second + third + "x") }
            }
        }
        let sheet = Sheet(Array(SheetText.csv(cells.map { [$0, "end"] }, delimiter: delimiter).utf8), path: "x.csv")
        #expect(sheet.diagnostics == [])
        #expect(sheet.rows.map { $0.cells.map(\.text) } == cells.map { [$0, "end"] })
    }

    @Test func negativeNumbersStay() { #expect(SheetText.csv([["-0.5", "-1e-05"]]).hasSuffix("-0.5,-1e-05\r\n")) }
}
