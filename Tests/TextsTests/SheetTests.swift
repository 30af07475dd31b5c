import Testing
import Texts

/// What spreadsheet programs and people make of a table.
@Suite struct SheetTests {
    private static func sheet(_ text: String) -> Sheet { Sheet(Array(text.utf8), path: "t.csv") }

    private static func texts(_ sheet: Sheet) -> [[String]] { sheet.rows.map { $0.cells.map(\.text) } }

    @Test(
        "the same table in every delimiter and line ending",
        arguments: [
            ("a,b\nc,d\n", SheetDelimiter.comma), ("a;b\r\nc;d\r\n", .semicolon), ("a\tb\rc\td", .tab),
            ("\u{FEFF}a;b\nc;d", .semicolon), ("sep=;\r\na;b\r\nc;d\r\n", .semicolon),
            ("\n\n a , b \n\nc,d\n,,\n", .comma),
            ("\"a\",\"b\"\n\"c\",\"d\"", .comma),
        ])
    func variants(text: String, delimiter: SheetDelimiter) {
        let sheet = Self.sheet(text)
        #expect(Self.texts(sheet) == [["a", "b"], ["c", "d"]])
        #expect(sheet.delimiter == delimiter)
        #expect(sheet.encoding == .utf8)
        #expect(sheet.diagnostics == [])
    }

    @Test("a semicolon within a quoted heading does not decide")
    func delimiterInQuotes() {
        let sheet = Self.sheet("\"a;b;c\",d\n1,2\n")
        #expect(sheet.delimiter == .comma)
        #expect(Self.texts(sheet) == [["a;b;c", "d"], ["1", "2"]])
    }

    @Test("quoted cells keep delimiters, quotation marks and line breaks, and places count on")
    func quoted() {
        let sheet = Self.sheet("x,y\r\n\"one\r\ntwo, \"\"three\"\"\", z\r\nü,w\r\n")
        #expect(Self.texts(sheet) == [["x", "y"], ["one\ntwo, \"three\"", "z"], ["ü", "w"]])
        #expect(sheet.rows.map(\.line) == [1, 2, 4])
        #expect(sheet.rows[1].cells[1] == SheetCell("z", line: 3, column: 18))
        #expect(sheet.rows[2].cells[1] == SheetCell("w", line: 4, column: 3), "columns count characters, not bytes")
    }

    @Test("a byte order mark is no character of the first cell")
    func mark() { #expect(Self.sheet("\u{FEFF}a,b").rows[0].cells[0] == SheetCell("a", line: 1, column: 1)) }

    @Test("nor is one that a program has taken for three characters")
    func spelledMark() { #expect(Self.sheet("\u{EF}\u{BB}\u{BF}a,b").rows[0].cells.map(\.text) == ["a", "b"]) }

    // MARK: Encodings

    @Test("Windows-1252, as spreadsheet programs write it")
    func windows() {
        let sheet = Sheet(
            Array("name;note\r\nM".utf8) + [0xFC] + Array("ller;5 ".utf8) + [0x80, 0x0D, 0x0A], path: "t.csv")
        #expect(sheet.encoding == .windows1252)
        #expect(sheet.diagnostics == [])
        #expect(Self.texts(sheet)[1] == ["Müller", "5 €"])
    }

    @Test("letters saved in the wrong encoding are put back, and it is said once")
    func mojibake() {
        let good = "name,note\nMüller,5 € – “so”\nÜber,né\n"
        // Read as Windows-1252, and saved as UTF-8.
        let bad = good.unicodeScalars.map { String($0) }.joined()
        let twice = bad.utf8.map { Self.character($0) }.joined()
        let sheet = Sheet(Array(twice.utf8), path: "t.csv")
        #expect(Self.texts(sheet) == Self.texts(Self.sheet(good)))
        #expect(sheet.diagnostics.map(\.severity) == [.warning])
        #expect(sheet.diagnostics[0].line == 2)
        #expect(sheet.diagnostics[0].message.hasPrefix("\"Ã¼\" stands for \"ü\", and so in 6 more places"))
        #expect(Self.sheet("NÃO,Â,ã\n").diagnostics == [])
        let lost = Self.sheet("name\nM\u{FFFD}ller\n")
        #expect(lost.diagnostics.map(\.line) == [2])
    }

    private static func character(_ byte: UInt8) -> String {
        let upper: [UInt8: String] = [0x80: "€", 0x82: "‚", 0x84: "„", 0x93: "“", 0x9C: "œ"]
        return upper[byte] ?? String(Unicode.Scalar(byte))
    }

    @Test("UTF-16 that has lost its mark is read; one that was taken for bytes is told")
    func unmarkedUTF16() {
        let text = "time,team,inject\n10:40,Büro,missing\n"
        let units = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let swapped = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        for bytes in [units, swapped] {
            let sheet = Sheet(bytes, path: "t.csv")
            #expect(sheet.encoding == .utf16)
            #expect(Self.texts(sheet) == Self.texts(Self.sheet(text)))
        }
        for units in [units, units.filter { $0 < 0x80 }] {
            let spoilt = ([0xFF, 0xFE] + units).map { String(Unicode.Scalar($0)) }.joined()
            let sheet = Sheet(Array(spoilt.utf8), path: "t.csv")
            #expect(sheet.diagnostics.count == 1)
            #expect(sheet.diagnostics[0].message.hasPrefix("this was a file in UTF-16"))
        }
    }

    @Test("UTF-16 in both byte orders", arguments: [true, false])
    func utf16(isLittle: Bool) {
        let units = Array("\u{FEFF}a\tb\r\nü\t😀\r\n".utf16)
        let bytes = units.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let sheet = Sheet(bytes, path: "t.csv")
        #expect(sheet.encoding == .utf16)
        #expect(Self.texts(sheet) == [["a", "b"], ["ü", "😀"]])
        #expect(sheet.diagnostics == [])
        #expect(Sheet(bytes.dropLast(), path: "t.csv").diagnostics.map(\.rule) == ["text-encoding"])
    }

    @Test("two encodings in one file: each line of the second is named, and nothing is lost")
    func mixed() {
        let bytes =
            Array("a,b\nü,1\n".utf8) + Array("xx,".utf8) + [0xE9, 0x0A] + Array("é".utf8) + [0xE9] + Array(",2\n".utf8)
        let sheet = Sheet(bytes, path: "t.csv")
        #expect(sheet.encoding == .mixed)
        #expect(Self.texts(sheet) == [["a", "b"], ["ü", "1"], ["xx", "é"], ["éé", "2"]])
        #expect(sheet.diagnostics.map { [$0.line, $0.column] } == [[3, 4], [4, 2]])
        #expect(sheet.diagnostics[0].message.contains("line 2 is UTF-8"))
        #expect(sheet.diagnostics.hasErrors)
    }

    @Test("a byte order mark of UTF-8 before Windows-1252 is a mixture, too")
    func mixedByMark() {
        let sheet = Sheet([0xEF, 0xBB, 0xBF] + Array("a\n".utf8) + [0xE9], path: "t.csv")
        #expect(sheet.encoding == .mixed)
        #expect(sheet.diagnostics.map { [$0.line, $0.column] } == [[2, 1]])
    }

    @Test("a byte that is a character in neither encoding is reported where it stands")
    func neither() {
        let sheet = Sheet(Array("a,b\nc,d".utf8) + [0x81], path: "t.csv")
        #expect(
            sheet.diagnostics.map(\.text) == [
                "t.csv:2:4: error: this byte is a character neither in UTF-8 nor in Windows-1252; save the file as \"CSV UTF-8\""
            ])
    }

    // MARK: Broken files

    @Test("what is no table says what to do")
    func foreign() {
        let files: [([UInt8], String)] = [
            (Array("PK".utf8) + [3, 4, 20, 0], "Save As"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Save As"),
            (Array("%PDF-1.7".utf8), "PDF"), (Array("\n<!DOCTYPE html><html>".utf8), "browser"),
            (Array("<html lang=en>".utf8), "browser"), ([0x61, 0x00, 0x62, 0x00], "zero bytes"), ([], "is empty"),
            (Array("\u{FEFF}\r\n,,,\r\n".utf8), "is empty"),
        ]
        for (bytes, expected) in files {
            let sheet = Sheet(bytes, path: "t.csv")
            #expect(sheet.rows == [])
            #expect(sheet.diagnostics.count == 1)
            #expect(sheet.diagnostics[0].text.contains(expected), "\(sheet.diagnostics)")
            #expect(sheet.diagnostics.hasErrors)
        }
    }

    @Test("a quotation mark that is never closed costs its line only")
    func unclosed() {
        let sheet = Self.sheet("a,b\n1,\"two\n3,\"four, five\"\n6,\"7\n")
        #expect(Self.texts(sheet) == [["a", "b"], ["1", "\"two"], ["3", "four, five"], ["6", "\"7"]])
        #expect(sheet.diagnostics.map { [$0.line, $0.column] } == [[2, 3], [4, 3]])
        #expect(sheet.diagnostics.allSatisfy { $0.rule == "sheet-quotes" })
    }

    @Test("text behind a closing quotation mark is kept and reported")
    func behindQuote() {
        let sheet = Self.sheet("a,b\n\"he said \"no\" twice\",2\n")
        #expect(Self.texts(sheet)[1].last == "2")
        #expect(sheet.diagnostics.map { [$0.line, $0.column] } == [[2, 1]])
    }

    @Test("a file that cannot be read")
    func unreadable() {
        let sheet = Sheet.disk("/nowhere/t.csv")
        #expect(sheet.diagnostics.map(\.text) == ["/nowhere/t.csv:1:1: error: the file does not exist"])
    }

    @Test("cut anywhere or with any byte changed, nothing crashes")
    func mutations() {
        let bytes = Array("\u{FEFF}id;\"answer\"\r\nü;\"a \"\"b\"\";\r\nc\"\r\nx;y\r\n".utf8)
        for end in bytes.indices { _ = Sheet(Array(bytes[..<end]), path: "t.csv") }
        for index in bytes.indices {
            for byte in [UInt8(0), 0x22, 0x0A, 0x0D, 0x3B, 0x80, 0xC3, 0xFF] {
                var changed = bytes
                changed[index] = byte
                let sheet = Sheet(changed, path: "t.csv")
                #expect(sheet.rows.allSatisfy { !$0.cells.isEmpty })
            }
        }
    }

    @Test("what is written is read back")
    func written() {
        let rows = [["id", "note"], ["a;b", "line\nbreak, \"quoted\""], ["ü", " blank "]]
        for delimiter in SheetDelimiter.allCases {
            let text = SheetText.csv(rows, delimiter: delimiter)
            #expect(text.hasPrefix("\u{FEFF}id"))
            let sheet = Self.sheet(text)
            #expect(sheet.diagnostics == [])
            #expect(Self.texts(sheet) == [rows[0], rows[1], ["ü", "blank"]])
        }
    }
}
