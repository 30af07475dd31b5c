/// How the bytes of a typed file stand for text.
enum TextEncoding: Sendable, Equatable {
    case utf8
    /// With a byte order mark.
    case utf16LittleEndian, utf16BigEndian
    /// What spreadsheets on Windows write; Latin-1 is nearly the same.
    case windows1252
    /// Some lines are UTF-8 and others Windows-1252: both guesses would spoil something. The lines that are no UTF-8,
    /// with the column of the first byte that is none.
    case mixed([(line: Int, column: Int)])

    static func == (left: TextEncoding, right: TextEncoding) -> Bool {
        switch (left, right) {
        case (.utf8, .utf8), (.utf16LittleEndian, .utf16LittleEndian), (.utf16BigEndian, .utf16BigEndian),
            (.windows1252, .windows1252):
            true
        case (.mixed(let one), .mixed(let other)): one.elementsEqual(other) { $0 == $1 }
        default: false
        }
    }

    /// Looks at every line: one that is no UTF-8 must be something else, one with well-formed sequences beyond ASCII
    /// hardly is.
    static func detect(_ bytes: [UInt8]) -> TextEncoding {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        var others: [(line: Int, column: Int)] = []
        // A byte order mark says UTF-8 for the whole file.
        var hasUTF8 = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        for (number, line) in lines(of: bytes).enumerated() where line.contains(where: { $0 >= 0x80 }) {
            if String(validating: line, as: UTF8.self) != nil {
                hasUTF8 = true
            } else {
                others.append((number + 1, column(ofFirstInvalidByteIn: Array(line))))
            }
        }
        if others.isEmpty { return .utf8 }
        return hasUTF8 ? .mixed(others) : .windows1252
    }

    /// The text; for a mixed file each line as what it is, so that all other problems can be told in the same run.
    func decode(_ bytes: [UInt8]) -> String {
        switch self {
        case .utf8:
            return String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
        case .windows1252: return Self.windows(bytes)
        case .utf16LittleEndian, .utf16BigEndian:
            let (high, low) = self == .utf16LittleEndian ? (1, 0) : (0, 1)
            var units: [UInt16] = []
            for index in stride(from: 2, to: bytes.count - 1, by: 2) {
                units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + low]))
            }
            return String(decoding: units, as: UTF16.self)
        case .mixed:
            let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            return Self.lines(of: isMarked ? Array(bytes[3...]) : bytes).map { line in
                String(validating: line, as: UTF8.self) ?? Self.windows(line)
            }.joined(separator: "\n")
        }
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                lines.append(bytes[start..<index])
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        lines.append(bytes[start...])
        return lines
    }

    private static func column(ofFirstInvalidByteIn line: [UInt8]) -> Int {
        var valid = 0
        var column = 1
        while valid < line.count {
            let length = (1...4).first { length in
                valid + length <= line.count && String(validating: line[valid..<(valid + length)], as: UTF8.self) != nil
            }
            guard let length else { break }
            valid += length
            column += 1
        }
        return column
    }

    private static func windows(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80...0x9F).contains(byte) ? table[Int(byte) - 0x80] : UInt32(byte)
            text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return String(text)
    }

    /// 0x80 to 0x9F of Windows-1252; what is not assigned becomes U+FFFD.
    private static let table: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
