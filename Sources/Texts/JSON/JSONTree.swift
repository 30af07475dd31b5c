/// A text and where its values stand in it: eight bytes a value, and eight more for a list or an object with anything in
/// it. What values hold is read from the text again when it is asked for.
final class JSONTree: Sendable, Equatable {
    private let bytes: [UInt8]
    /// Parts of one list or object lie side by side, behind a cell that counts them; of an object, keys and values by
    /// turns. The first cell is the outermost value.
    let cells: [JSONCell]

    init(bytes: [UInt8], cells: [JSONCell]) {
        self.bytes = bytes
        self.cells = cells
    }

    static func == (left: JSONTree, right: JSONTree) -> Bool { left === right }

    /// Where the parts of a list or an object lie.
    func block(of cell: JSONCell) -> (first: Int, count: Int) {
        cell.parts == 0 ? (0, 0) : (cell.parts + 1, cells[cell.parts].parts)
    }

    // A text that has been read once is read again by the same rules; what is wrong with it has been said.

    func string(at offset: Int) -> String {
        var parser = JSONParser(rereading: bytes, at: offset)
        return (try? parser.string()) ?? ""
    }

    /// Whether the text at the offset is this one, without making a String of it where it has no escapes.
    func isString(_ text: String, at offset: Int) -> Bool {
        let rest = bytes[(offset + 1)...]
        if rest.starts(with: text.utf8) { return rest.dropFirst(text.utf8.count).first == UInt8(ascii: "\"") }
        // Where they part, an escape may say the same.
        guard zip(rest, text.utf8).first(where: { $0 != $1 })?.0 == UInt8(ascii: "\\") else { return false }
        return string(at: offset) == text
    }

    func number(at offset: Int) -> JSONNumber {
        var parser = JSONParser(rereading: bytes, at: offset)
        return (try? parser.number()) ?? JSONNumber(text: "0", value: 0)
    }

    /// Whether the word at the offset is `true`, or what other languages write for it.
    func isTrue(at offset: Int) -> Bool { bytes[offset] | 0x20 == UInt8(ascii: "t") }
}

/// What stands at a place of a text.
struct JSONCell: Sendable {
    enum Tag: UInt32 { case null, bool, number, string, array, object }

    /// Bytes of a text whose places fit into a cell.
    static let largestText = 1 << 29
    private let place: UInt32
    private let link: UInt32

    init(_ tag: Tag, offset: Int, parts: Int = 0) {
        place = UInt32(offset) << 3 | tag.rawValue
        link = UInt32(parts)
    }

    /// The cell that stands before the parts of a list or an object.
    init(counting parts: Int) { self.init(.null, offset: 0, parts: parts) }

    var tag: Tag { Tag(rawValue: place & 7) ?? .null }
    /// Byte offset of the first character.
    var offset: Int { Int(place >> 3) }
    /// Index of the cell that counts the parts, 0 where there are none; in that cell their number.
    var parts: Int { Int(link) }
}
