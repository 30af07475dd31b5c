/// Finds the parts of a large JSON text without reading it into a tree, so that memory stays bounded by one part.
///
/// It trusts that quotes and brackets are balanced and gives nil where they are not; what exactly is wrong is then
/// for the parser to say.
struct JSONSlices {
    let bytes: [UInt8]

    /// The values of the outermost object's keys, as byte ranges in the order of the text; nil where it is no object
    /// or is broken.
    func members(from start: Int = 0) -> [(key: String, value: Range<Int>)]? {
        var index = skipSpace(start)
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
        index = skipSpace(index + 1)
        var members: [(key: String, value: Range<Int>)] = []
        while index < bytes.count, bytes[index] != UInt8(ascii: "}") {
            guard bytes[index] == UInt8(ascii: "\""), let end = endOfValue(index) else { return nil }
            let key = String(decoding: bytes[(index + 1)..<(end - 1)], as: UTF8.self)
            index = skipSpace(end)
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
            index = skipSpace(index + 1)
            guard let valueEnd = endOfValue(index) else { return nil }
            members.append((key, index..<valueEnd))
            index = skipSpace(valueEnd)
            guard index < bytes.count else { return nil }
            if bytes[index] == UInt8(ascii: ",") {
                index = skipSpace(index + 1)
            } else if bytes[index] != UInt8(ascii: "}") {
                return nil
            }
        }
        return index < bytes.count && skipSpace(index + 1) == bytes.count ? members : nil
    }

    /// Calls `body` with each element of the list at `range`; false where the list is broken.
    func forEachElement(of range: Range<Int>, _ body: (Int, Range<Int>) -> Void) -> Bool {
        guard bytes[range.lowerBound] == UInt8(ascii: "[") else { return false }
        var index = skipSpace(range.lowerBound + 1)
        var number = 0
        while index < range.upperBound, bytes[index] != UInt8(ascii: "]") {
            guard let end = endOfValue(index) else { return false }
            body(number, index..<end)
            number += 1
            index = skipSpace(end)
            guard index < range.upperBound else { return false }
            if bytes[index] == UInt8(ascii: ",") {
                index = skipSpace(index + 1)
            } else if bytes[index] != UInt8(ascii: "]") {
                return false
            }
        }
        return index < range.upperBound
    }

    private func skipSpace(_ start: Int) -> Int {
        // A byte order mark is passed over.
        var index = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index
    }

    /// One past the last byte of the value that begins here; nil where the text ends before the value does.
    private func endOfValue(_ start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { text -> Int? in
            var index = start
            var depth = 0
            while index < text.count {
                switch text[index] {
                case UInt8(ascii: "\""):
                    index += 1
                    while index < text.count, text[index] != UInt8(ascii: "\"") {
                        index += text[index] == UInt8(ascii: "\\") ? 2 : 1
                    }
                    guard index < text.count else { return nil }
                    if depth == 0 { return index + 1 }
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    // A number or word ends before the bracket that closes what it stands in.
                    if depth == 0 { return index > start ? index : nil }
                    depth -= 1
                    if depth == 0 { return index + 1 }
                case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                    if depth == 0 { return index > start ? index : nil }
                default: break
                }
                index += 1
            }
            return nil
        }
    }
}
