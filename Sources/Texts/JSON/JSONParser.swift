/// Reads JSON (RFC 8259) from bytes, remembers where everything stands, and reports all problems it can get past.
///
/// A problem inside a value (a number that overflows, a lone surrogate, a key written twice, a comma too many) is
/// noted and reading goes on. A broken structure ends the reading: what would follow from it is noise.
package struct JSONParser {
    /// Lists and objects may lie in each other this deep.
    package static let depthLimit = 200
    /// A document may hold this many values, so that a small file cannot ask for much memory.
    package static let valueLimit = 8_000_000
    /// So many problems are kept, and one more that tells that there are others.
    package static let problemLimit = 500

    let bytes: [UInt8]
    var index = 0
    private var depth = 0
    private let valueLimit: Int
    private var valuesLeft: Int
    /// Values whose list or object is still open, the innermost last.
    private var pending: [JSONCell] = []
    /// Values in their final places; the first is the outermost.
    private var cells = [JSONCell(counting: 0)]
    /// The first ones found, in the order of the text.
    package private(set) var problems: [JSONProblem] = []
    private var problemsLeft = JSONParser.problemLimit + 1

    /// Ends the reading; the reason is the last of `problems`, unless there are too many to keep.
    struct Stop: Error {}

    private init(_ bytes: [UInt8], valueLimit: Int) {
        self.bytes = bytes
        self.valueLimit = valueLimit
        valuesLeft = valueLimit
    }

    /// Reads one value of a text again whose problems are known.
    init(rereading bytes: [UInt8], at offset: Int) {
        self.init(bytes, valueLimit: 1)
        index = offset
        problemsLeft = 0
    }

    /// The document's root, nil when its structure is broken, and every problem found.
    package static func parse(
        _ bytes: [UInt8], valueLimit: Int = JSONParser.valueLimit
    ) -> (root: JSONNode?, problems: [JSONProblem]) {
        precondition(bytes.count < JSONCell.largestText, "the text is larger than any file that is read")
        var parser = JSONParser(bytes, valueLimit: valueLimit)
        let isWhole = (try? parser.document()) != nil
        return (isWhole ? JSONNode(JSONTree(bytes: bytes, cells: parser.cells), 0) : nil, parser.problems)
    }

    static func hasByteOrderMark(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    private mutating func document() throws(Stop) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            try stop(.encoding, "the file is UTF-16", at: 0, fix: "save it as UTF-8")
        }
        if Self.hasByteOrderMark(bytes) {
            note(
                .encoding, "the file begins with a byte order mark", at: 0, fix: "save it as UTF-8 without one",
                isWarning: true)
            index = 3
        }
        if let offset = UTF8Check.firstInvalidByte(in: bytes) {
            try stop(
                .encoding, "the byte 0x\(String(bytes[offset], radix: 16, uppercase: true)) is no valid UTF-8",
                at: offset,
                fix: "save the file as UTF-8")
        }
        try skipSpace()
        if index == bytes.count { try stop(.syntax, "the file is empty", at: 0) }
        try value()
        cells[0] = pending[0]
        try skipSpace()
        if index < bytes.count { note(.syntax, "nothing may follow the document's last brace", at: index) }
    }

    /// Reads a value and leaves its cell among the pending ones.
    private mutating func value() throws(Stop) {
        let start = index
        guard index < bytes.count else { try stopAtEnd("a value") }
        valuesLeft -= 1
        if valuesLeft < 0 { try stop(.tooLarge, "the document holds more than \(valueLimit) values", at: start) }
        switch bytes[index] {
        case UInt8(ascii: "\""):
            _ = try string()
            pending.append(JSONCell(.string, offset: start))
        case UInt8(ascii: "{"):
            try nested(.object) { parser throws(Stop) in try parser.members() }
        case UInt8(ascii: "["):
            try nested(.array) { parser throws(Stop) in try parser.elements() }
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            _ = try number()
            pending.append(JSONCell(.number, offset: start))
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            pending.append(JSONCell(try word(), offset: start))
        case UInt8(ascii: "'"):
            try stop(.syntax, "text stands in double quotes in JSON", at: start, fix: "write \" instead of '")
        default:
            try stop(.syntax, "a value was expected; found \(characterHere)", at: start)
        }
    }

    /// Reads the parts of a list or an object and puts them side by side.
    private mutating func nested(
        _ tag: JSONCell.Tag, _ parts: (inout JSONParser) throws(Stop) -> Void
    ) throws(Stop) {
        guard depth < Self.depthLimit else {
            try stop(.depth, "lists and objects lie more than \(Self.depthLimit) deep in each other", at: index)
        }
        let (start, first) = (index, pending.count)
        depth += 1
        index += 1
        try parts(&self)
        depth -= 1
        let block = pending.count == first ? 0 : cells.count
        if block > 0 {
            cells.append(JSONCell(counting: pending.count - first))
            cells.append(contentsOf: pending[first...])
            pending.removeSubrange(first...)
        }
        pending.append(JSONCell(tag, offset: start, parts: block))
    }

    private mutating func elements() throws(Stop) {
        try skipSpace()
        while try !closes(with: UInt8(ascii: "]"), what: "the list") {
            try value()
            try separator(before: UInt8(ascii: "]"))
        }
    }

    private mutating func members() throws(Stop) {
        var keys: [Key] = []
        try skipSpace()
        while try !closes(with: UInt8(ascii: "}"), what: "the object") {
            let keyOffset = index
            guard bytes[index] == UInt8(ascii: "\"") else {
                try stop(.syntax, "a key in double quotes was expected; found \(characterHere)", at: index)
            }
            let key = try string()
            keys.append(Key(text: key, offset: keyOffset))
            pending.append(JSONCell(.string, offset: keyOffset))
            try skipSpace()
            guard index < bytes.count else { try stopAtEnd("a colon") }
            guard bytes[index] == UInt8(ascii: ":") else {
                try stop(
                    .syntax, "a colon was expected behind the key \(key.quoted); found \(characterHere)", at: index)
            }
            index += 1
            try skipSpace()
            try value()
            try separator(before: UInt8(ascii: "}"))
        }
        noteDuplicates(keys)
    }

    /// A key of the object that is being read.
    private struct Key {
        var text: String
        var offset: Int
    }

    private mutating func closes(with closer: UInt8, what: String) throws(Stop) -> Bool {
        guard index < bytes.count else { try stopAtEnd("the end of \(what)") }
        guard bytes[index] == closer else { return false }
        index += 1
        return true
    }

    /// Goes past the comma; notes one too many and one too few.
    private mutating func separator(before closer: UInt8) throws(Stop) {
        let end = index
        try skipSpace()
        guard index < bytes.count, bytes[index] != closer else { return }
        guard bytes[index] == UInt8(ascii: ",") else {
            guard end < index || bytes[index] == UInt8(ascii: "\""), startsValue(bytes[index]) else {
                try stop(.syntax, "a comma or the end was expected; found \(characterHere)", at: index)
            }
            note(.syntax, "a comma is missing", at: end, fix: "write a comma here")
            return
        }
        let comma = index
        index += 1
        try skipSpace()
        guard index < bytes.count, bytes[index] == closer else { return }
        note(.syntax, "nothing follows this comma", at: comma, fix: "remove the comma")
    }

    private func startsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }

    private mutating func noteDuplicates(_ keys: [Key]) {
        guard keys.count > 1 else { return }
        if keys.count <= 8 {
            for later in 1..<keys.count where keys[..<later].contains(where: { $0.text == keys[later].text }) {
                noteDuplicate(keys[later])
            }
        } else {
            var seen = Set<String>(minimumCapacity: keys.count)
            for key in keys where !seen.insert(key.text).inserted { noteDuplicate(key) }
        }
    }

    private mutating func noteDuplicate(_ key: Key) {
        note(
            .duplicateKey, "the key \(key.text.quoted) stands here a second time", at: key.offset,
            fix: "keep one of them")
    }

    /// Goes past white space, and past comments, which it notes: JSON has none.
    private mutating func skipSpace() throws(Stop) {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case UInt8(ascii: "/"): try skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() throws(Stop) {
        let start = index
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] == UInt8(ascii: "*")
        else {
            try stop(.syntax, "\"/\" is not expected here", at: start)
        }
        note(.syntax, "JSON has no comments", at: start, fix: "remove the comment")
        let isLine = bytes[index + 1] == UInt8(ascii: "/")
        index += 2
        while index < bytes.count {
            if isLine, bytes[index] == 0x0A { return }
            if !isLine, bytes[index] == UInt8(ascii: "/"), bytes[index - 1] == UInt8(ascii: "*"), index > start + 2 {
                index += 1
                return
            }
            index += 1
        }
    }
}

// Problems.
extension JSONParser {
    mutating func note(
        _ rule: Rule, _ message: @autoclosure () -> String, at offset: Int, fix: @autoclosure () -> String? = nil,
        isWarning: Bool = false
    ) {
        guard problemsLeft > 0 else { return }
        problemsLeft -= 1
        problems.append(
            JSONProblem(rule: rule, message: message(), offset: offset, fix: fix(), isWarning: isWarning))
    }

    mutating func stop(
        _ rule: Rule, _ message: String, at offset: Int, fix: String? = nil
    ) throws(Stop) -> Never {
        note(rule, message, at: offset, fix: fix)
        throw Stop()
    }

    mutating func stopAtEnd(_ expected: String) throws(Stop) -> Never {
        try stop(.syntax, "the file ends where \(expected) was expected; is it cut off?", at: bytes.count)
    }

    /// The character at the index, in words.
    var characterHere: String {
        var end = index + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return String(decoding: bytes[index..<end], as: UTF8.self).quoted
    }
}

/// Something wrong with the text itself, before any meaning.
package struct JSONProblem: Sendable, Equatable {
    /// Which rule is broken.
    package var rule: Rule
    /// What is wrong, without a full stop.
    package var message: String
    /// Byte offset.
    package var offset: Int
    /// What to write instead.
    package var fix: String?
    /// Whether the document is usable all the same.
    package var isWarning: Bool
}
