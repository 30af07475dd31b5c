import Testing
import Texts

/// Lines and columns of byte offsets.
@Suite struct SourceTextTests {
    /// Line and column by counting from the beginning.
    private func counted(_ bytes: [UInt8], _ offset: Int) -> TextPlace {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var place = TextPlace(line: 1, column: 1)
        for byte in bytes.prefix(offset).dropFirst(start) {
            if byte == UInt8(ascii: "\n") {
                place = TextPlace(line: place.line + 1, column: 1)
            } else if byte & 0xC0 != 0x80 {
                place.column += 1
            }
        }
        return place
    }

    @Test(
        "as counted from the beginning, over the borders of blocks",
        arguments: [
            String(repeating: "é", count: 9000), String(repeating: "ab\n", count: 5000),
            String(repeating: "x", count: 4095) + "\n" + String(repeating: "€", count: 3000),
            String(repeating: "y", count: 4096) + "\n\n🤖",
            "\u{FEFF}" + String(repeating: "z\r\n", count: 3000), "", "\n",
        ])
    func places(text: String) {
        let bytes = Array(text.utf8)
        let source = SourceText(bytes)
        for offset in stride(from: 0, through: bytes.count, by: 37) {
            #expect(source.place(at: offset) == counted(bytes, offset), "offset \(offset)")
        }
        #expect(source.place(at: bytes.count + 50) == counted(bytes, bytes.count))
    }

    @Test("a place costs no more in a longer line")
    func bounded() {
        let source = SourceText(Array(repeating: UInt8(ascii: "x"), count: 1 << 20))
        for offset in stride(from: 0, through: 1 << 20, by: 4099) {
            #expect(source.stretch(before: offset).count <= 4096)
        }
    }
}
