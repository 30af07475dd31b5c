/// From bytes to characters, in the encodings that spreadsheet programs write.
enum SheetDecoder {
    /// The text as scalars, without byte order mark. Bytes that mean nothing become U+FFFD and are reported.
    static func text(
        of bytes: [UInt8], _ report: inout SheetReport
    ) -> (text: [Unicode.Scalar], encoding: SheetEncoding) {
        if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes, low: 0, &report), .utf16) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes, low: 1, &report), .utf16) }
        if !isSpoiltUTF16(bytes), let low = unmarkedUTF16(bytes) {
            return (utf16([0, 0] + bytes, low: low, &report), .utf16)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let zero = body.firstIndex(of: 0) {
            let line = 1 + body[..<zero].count(where: { $0 == UInt8(ascii: "\n") })
            let isUTF16 = isSpoiltUTF16(body)
            report.error(
                .notText,
                isUTF16
                    ? "this was a file in UTF-16; a program has taken it for another encoding, and saved it so"
                    : "there are zero bytes in this file: it is no text", line: line,
                fix: isUTF16
                    ? "take the file as it was before, and save it as \"CSV UTF-8\"" : "save it as \"CSV UTF-8\"")
            return ([], .utf8)
        }
        let (text, encoding) = eightBit(body, hasMark: body.count < bytes.count, &report)
        return (encoding == .mixed ? text : Mojibake.mended(text, from: encoding, &report), encoding)
    }

    /// Whether it begins with what the mark of UTF-16 became in UTF-8: its two characters, or two that are lost.
    private static func isSpoiltUTF16(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: [0xC3, 0xBF, 0xC3, 0xBE]) || bytes.starts(with: [0xEF, 0xBF, 0xBD, 0xEF, 0xBF, 0xBD])
    }

    /// Where the less significant byte of each unit stands in UTF-16 that has lost its mark: western text has a zero in
    /// every other byte. Nil for anything else.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> Int? {
        let head = bytes.prefix(400)
        guard head.count >= 16, bytes.count.isMultiple(of: 2) else { return nil }
        let zeros = (0...1).map { start in
            stride(from: start, to: head.count, by: 2).count { head[$0] == 0 }
        }
        let most = head.count / 2 * 9 / 10
        return zeros[1] >= most && zeros[0] == 0 ? 0 : zeros[0] >= most && zeros[1] == 0 ? 1 : nil
    }

    // MARK: UTF-8 and Windows-1252

    private static func eightBit(
        _ bytes: ArraySlice<UInt8>, hasMark: Bool, _ report: inout SheetReport
    ) -> (text: [Unicode.Scalar], encoding: SheetEncoding) {
        let lines = lines(of: bytes)
        let kinds = lines.map { kind(of: bytes[$0]) }
        guard kinds.contains(.other) else { return (lines.flatMap { utf8(bytes[$0]) }, .utf8) }
        let firstUTF8 = kinds.firstIndex(of: .utf8)
        let encoding: SheetEncoding = hasMark || firstUTF8 != nil ? .mixed : .windows1252
        var text: [Unicode.Scalar] = []
        text.reserveCapacity(bytes.count)
        for (index, line) in lines.enumerated() {
            guard kinds[index] == .other else {
                text += utf8(bytes[line])
                continue
            }
            let before = text.count
            text += encoding == .mixed ? patched(bytes[line]) : bytes[line].map(windows1252)
            if let wrong = text[before...].firstIndex(of: "\u{FFFD}") {
                report.error(
                    .encoding, "this byte is a character neither in UTF-8 nor in Windows-1252", line: index + 1,
                    column: wrong - before + 1, fix: "save the file as \"CSV UTF-8\"")
            } else if encoding == .mixed {
                let other = firstUTF8.map { "line \($0 + 1) is UTF-8" } ?? "the file begins as UTF-8"
                report.error(
                    .encoding, "two encodings in one file: \(other), this line is Windows-1252 or the like",
                    line: index + 1, column: column(ofFirstOther: bytes[line]),
                    fix: "put the parts together in the spreadsheet program, not in a text editor, and save as UTF-8")
            }
        }
        return (text, encoding)
    }

    private enum LineKind { case ascii, utf8, other }

    private static func kind(of line: ArraySlice<UInt8>) -> LineKind {
        guard line.contains(where: { $0 >= 0x80 }) else { return .ascii }
        return UTF8Check.firstInvalidByte(in: Array(line)) == nil ? .utf8 : .other
    }

    /// Ranges of lines with their line breaks: CR LF, LF, or CR alone.
    private static func lines(of bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = bytes.startIndex
        for index in bytes.indices {
            let isFeed = bytes[index] == UInt8(ascii: "\n")
            let isLoneReturn =
                bytes[index] == UInt8(ascii: "\r")
                && (index + 1 == bytes.endIndex || bytes[index + 1] != UInt8(ascii: "\n"))
            guard isFeed || isLoneReturn else { continue }
            lines.append(start..<index + 1)
            start = index + 1
        }
        if start < bytes.endIndex { lines.append(start..<bytes.endIndex) }
        return lines
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    }

    /// Well-formed UTF-8 where it is, Windows-1252 for the bytes between.
    private static func patched(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        var parser = Unicode.UTF8.ForwardParser()
        var input = bytes.makeIterator()
        var index = bytes.startIndex
        while true {
            switch parser.parseScalar(from: &input) {
            case .valid(let encoded):
                text.append(Unicode.UTF8.decode(encoded))
                index += encoded.count
            case .error(let length):
                text += bytes[index..<index + length].map(windows1252)
                index += length
            case .emptyInput:
                return text
            }
        }
    }

    private static func column(ofFirstOther bytes: ArraySlice<UInt8>) -> Int {
        let invalid = UTF8Check.firstInvalidByte(in: Array(bytes)) ?? 0
        return utf8(bytes.prefix(invalid)).count + 1
    }

    /// The character of a byte; U+FFFD for the five that have none.
    static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }

    /// The byte of a character; nil where it has none. The five bytes without a character stand for themselves.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        guard scalar.value <= 0xFFFF, scalar != "\u{FFFD}",
            let place = upper.firstIndex(of: UInt16(scalar.value))
        else { return nil }
        return UInt8(0x80 + place)
    }

    /// 0x80 to 0x9F, from the WHATWG Encoding Standard's index; bytes without a character stand as U+FFFD.
    private static let upper: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    // MARK: UTF-16

    /// - Parameter low: where the less significant byte of each unit stands.
    private static func utf16(_ bytes: [UInt8], low: Int, _ report: inout SheetReport) -> [Unicode.Scalar] {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
        }
        let text = Array(String(decoding: units, as: UTF16.self).unicodeScalars)
        if bytes.count % 2 == 1 || (text.contains("\u{FFFD}") && !units.contains(0xFFFD)) {
            let line = 1 + text.prefix { $0 != "\u{FFFD}" }.count(where: { $0 == "\n" })
            report.error(
                .encoding, "the UTF-16 text is broken", line: line, fix: "save the file as \"CSV UTF-8\"")
        }
        return text
    }
}
