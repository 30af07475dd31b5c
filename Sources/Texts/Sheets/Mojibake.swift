/// Letters that a program has read in the wrong encoding and saved so: "Ã¼" for "ü".
enum Mojibake {
    /// Puts the letters back that were meant, and says once that it did; what is lost for good is said too.
    ///
    /// - Parameter encoding: in which the text was read; a letter of UTF-8 that is U+FFFD was lost before.
    static func mended(
        _ text: [Unicode.Scalar], from encoding: SheetEncoding, _ report: inout SheetReport
    ) -> [Unicode.Scalar] {
        var mended: [Unicode.Scalar] = []
        mended.reserveCapacity(text.count)
        var first: (place: Int, found: String, meant: Unicode.Scalar)?
        var count = 0
        var index = 0
        while index < text.count {
            guard let (meant, length) = letter(text[index...]) else {
                mended.append(text[index])
                index += 1
                continue
            }
            if first == nil {
                let found = text[index..<index + length].map { String($0) }.joined()
                first = (index, found, meant)
            }
            count += 1
            mended.append(meant)
            index += length
        }
        if let first {
            let (line, column) = place(first.place, in: text)
            report.warning(
                .encoding,
                "\(first.found.quoted) stands for \(String(first.meant).quoted)\(count == 1 ? "" : ", and so in \(count - 1) more places"): the file was opened in another encoding than it has, and saved; it is read as it was meant",
                line: line, column: column, fix: saveAs)
        }
        if encoding == .utf8, let lost = text.firstIndex(of: "\u{FFFD}") {
            let (line, column) = place(lost, in: text)
            report.warning(
                .encoding, "here stood a letter that was lost when the file was saved (\"\u{FFFD}\")", line: line,
                column: column, fix: "take the file as it was before; \(saveAs)")
        }
        return mended
    }

    private static let saveAs =
        "open it as UTF-8 (in a spreadsheet program: Data, From Text/CSV) and save it as \"CSV UTF-8\""

    /// The letter whose bytes in UTF-8 stand here as characters of Windows-1252; nil where none does.
    private static func letter(_ text: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, Int)? {
        guard let scalar = text.first, let lead = SheetDecoder.byte(of: scalar) else { return nil }
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        let bytes = text.prefix(length).compactMap(SheetDecoder.byte)
        guard bytes.count == length, bytes.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) }),
            UTF8Check.firstInvalidByte(in: bytes) == nil
        else { return nil }
        let meant = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
        // A byte order mark is no letter; the parser takes it off.
        return meant == "\u{FEFF}" ? nil : meant.map { ($0, length) }
    }

    /// Line and column, from 1.
    private static func place(_ index: Int, in text: [Unicode.Scalar]) -> (Int, Int) {
        let before = text[..<index]
        let start = before.lastIndex { $0 == "\n" || $0 == "\r" }.map { $0 + 1 } ?? 0
        let feeds = before.count { $0 == "\n" }
        return ((feeds > 0 ? feeds : before.count { $0 == "\r" }) + 1, index - start + 1)
    }
}
