// Texts, numbers and words.
extension JSONParser {
    /// Reads a text from its opening quote.
    mutating func string() throws(Stop) -> String {
        let open = index
        index += 1
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                let text = String(decoding: bytes[start..<index], as: UTF8.self)
                index += 1
                return text
            }
            if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            index += 1
        }
        return try escapedString(open: open, start: start)
    }

    private mutating func escapedString(open: Int, start: Int) throws(Stop) -> String {
        var buffer = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: buffer, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try escape(into: &buffer)
            case 0x0A, 0x0D:
                try stop(
                    .syntax, "the text that begins here has no closing quote on its line", at: open,
                    fix: "close it with \", or write \\n for a line break")
            case 0..<0x20:
                note(
                    .syntax, "a text holds the control character 0x\(String(byte, radix: 16))", at: index,
                    fix: byte == 0x09 ? "write \\t" : "remove it")
                buffer.append(byte)
                index += 1
            default:
                buffer.append(byte)
                index += 1
            }
        }
        try stopAtEnd("the closing quote of a text")
    }

    private mutating func escape(into buffer: inout [UInt8]) throws(Stop) {
        let start = index
        guard index + 1 < bytes.count else { try stopAtEnd("the rest of an escape") }
        index += 2
        switch bytes[start + 1] {
        case UInt8(ascii: "\""): buffer.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): buffer.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): buffer.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): buffer.append(0x08)
        case UInt8(ascii: "f"): buffer.append(0x0C)
        case UInt8(ascii: "n"): buffer.append(0x0A)
        case UInt8(ascii: "r"): buffer.append(0x0D)
        case UInt8(ascii: "t"): buffer.append(0x09)
        case UInt8(ascii: "u"): buffer.append(contentsOf: String(unicodeEscape(from: start)).utf8)
        default:
            index -= 1
            let character = characterHere
            note(
                .syntax, "a backslash is followed by \(character), which is no escape", at: start,
                fix: "write \\\\ for a backslash")
        }
    }

    /// The scalar of `\uXXXX`, or of a pair of surrogates; the index stands behind the `u`.
    private mutating func unicodeEscape(from start: Int) -> Unicode.Scalar {
        guard let first = hexadecimal() else {
            note(.syntax, "\\u wants four hexadecimal digits", at: start)
            return "\u{FFFD}"
        }
        if first == 0 { note(.syntax, "a text holds the character U+0000", at: start, fix: "remove it") }
        if let scalar = Unicode.Scalar(first) { return scalar }
        if first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            let before = index
            index += 2
            if let second = hexadecimal(), (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
            {
                return scalar
            }
            index = before
        }
        note(
            .syntax, "\\u\(String(first, radix: 16)) is half of a surrogate pair", at: start,
            fix: "write both halves, or the character itself")
        return "\u{FFFD}"
    }

    private mutating func hexadecimal() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<index + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value << 4 | UInt32(digit)
        }
        index += 4
        return value
    }

    /// Reads a number. One that breaks JSON's rules or overflows is noted.
    mutating func number() throws(Stop) -> JSONNumber {
        let start = index
        while index < bytes.count, Self.isNumberByte(bytes[index]) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if index < bytes.count, Self.isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "_") {
            return try wordAsNumber(from: start)
        }
        guard Self.isNumber(bytes[start..<index]) else {
            note(.number, "\(text.shortened) is no JSON number", at: start, fix: "write it like 0.5, -2 or 1e3")
            return JSONNumber(text: "0", value: 0)
        }
        let value = Double(text) ?? .infinity
        guard value.isFinite else {
            note(.number, "the number \(text.shortened) lies beyond ±1.8e308, the largest that can be kept", at: start)
            return JSONNumber(text: "0", value: 0)
        }
        // Of 1.0000000000000000001 a 1 is left: nothing that somebody wrote is dropped in silence.
        if Self.significantDigits(text) > 17, UInt64(text) == nil {
            note(
                .number, "the number \(text.shortened) has more digits than are kept", at: start,
                fix: "write at most 17 digits, such as \(value)")
        }
        return JSONNumber(text: text, value: value)
    }

    /// Digits of the significand from the first to the last that is not zero.
    private static func significantDigits(_ text: String) -> Int {
        let significand = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
        var digits = significand.filter(isDigit)[...]
        digits = digits.drop { $0 == UInt8(ascii: "0") }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return digits.count
    }

    private mutating func wordAsNumber(from start: Int) throws(Stop) -> JSONNumber {
        while index < bytes.count,
            Self.isLetter(bytes[index]) || Self.isNumberByte(bytes[index]) || bytes[index] == UInt8(ascii: "_")
        { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        note(
            .number, "\(text.shortened) is no number in JSON", at: start,
            fix: text.hasSuffix("Infinity") ? "write a finite number" : nil)
        return JSONNumber(text: "0", value: 0)
    }

    /// Reads true, false or null; notes NaN, Infinity and what other languages write.
    mutating func word() throws(Stop) -> JSONCell.Tag {
        let start = index
        while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        switch text {
        case "true", "false": return .bool
        case "null": return .null
        case "NaN", "nan", "Infinity", "inf":
            note(.number, "\(text) is no number in JSON", at: start, fix: "write a finite number")
            return .number
        case "True", "False":
            note(.syntax, "\(text) is no JSON", at: start, fix: "write \(text.lowercased())")
            return .bool
        case "None":
            note(.syntax, "None is no JSON", at: start, fix: "write null")
            return .null
        default:
            index = start
            try stop(.syntax, "\(text.quoted) is no JSON value", at: start, fix: "put text in double quotes")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
    }

    /// Whether the bytes follow the grammar of a number: -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
    private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        func digits() -> Int {
            let count = rest.prefix(while: isDigit).count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let leadsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !leadsWithZero || whole == 1 else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
