/// Reads JSON (RFC 8259) from bytes, remembers where everything stands, and reports all problems it can get past.
///
/// A problem inside a value (a number that overflows, a lone surrogate, a key written twice, a comma too many) is
/// noted and reading goes on. A broken structure ends the reading: what would follow from it is noise.
package struct JSONParser {
    /// Lists and objects may lie in each other this deep.
    package static let depthLimit = 200
    /// A document may hold this many values, so that a small file cannot ask for much memory.
    package static let valueLimit = 8_000_000

    let bytes: [UInt8]
    var index = 0
    private var depth = 0
    private var valuesLeft: Int
    /// All found so far, in the order of the text.
    package private(set) var problems: [JSONProblem] = []

    /// Ends the reading; the reason is the last of `problems`.
    struct Stop: Error {}

    private init(_ bytes: [UInt8], valueLimit: Int) {
        self.bytes = bytes
        valuesLeft = valueLimit
    }

    /// The document's root, nil when its structure is broken, and every problem found.
    package static func parse(
        _ bytes: [UInt8], valueLimit: Int = JSONParser.valueLimit
    ) -> (root: JSONNode?, problems: [JSONProblem]) {
        var parser = JSONParser(bytes, valueLimit: valueLimit)
        let root = try? parser.document()
        return (root, parser.problems)
    }

    static func hasByteOrderMark(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    private mutating func document() throws(Stop) -> JSONNode {
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
        let root = try value()
        try skipSpace()
        if index < bytes.count { note(.syntax, "nothing may follow the document's last brace", at: index) }
        return root
    }

    private mutating func value() throws(Stop) -> JSONNode {
        let start = index
        guard index < bytes.count else { try stopAtEnd("a value") }
        valuesLeft -= 1
        if valuesLeft < 0 { try stop(.tooLarge, "the document holds too many values", at: start) }
        switch bytes[index] {
        case UInt8(ascii: "\""):
            return JSONNode(.string(try string()), offset: start)
        case UInt8(ascii: "{"):
            return JSONNode(.object(try nested { parser throws(Stop) in try parser.members() }), offset: start)
        case UInt8(ascii: "["):
            return JSONNode(.array(try nested { parser throws(Stop) in try parser.elements() }), offset: start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            return JSONNode(.number(try number()), offset: start)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            return JSONNode(try word(), offset: start)
        case UInt8(ascii: "'"):
            try stop(.syntax, "text stands in double quotes in JSON", at: start, fix: "write \" instead of '")
        default:
            try stop(.syntax, "a value was expected; found \(characterHere)", at: start)
        }
    }

    private mutating func nested<Result>(
        _ body: (inout JSONParser) throws(Stop) -> Result
    ) throws(Stop) -> Result {
        guard depth < Self.depthLimit else {
            try stop(.depth, "lists and objects lie more than \(Self.depthLimit) deep in each other", at: index)
        }
        depth += 1
        index += 1
        let result = try body(&self)
        depth -= 1
        return result
    }

    private mutating func elements() throws(Stop) -> [JSONNode] {
        var elements: [JSONNode] = []
        try skipSpace()
        while try !closes(with: UInt8(ascii: "]"), what: "the list") {
            elements.append(try value())
            try separator(before: UInt8(ascii: "]"))
        }
        return elements
    }

    private mutating func members() throws(Stop) -> [JSONMember] {
        var members: [JSONMember] = []
        try skipSpace()
        while try !closes(with: UInt8(ascii: "}"), what: "the object") {
            let keyOffset = index
            guard bytes[index] == UInt8(ascii: "\"") else {
                try stop(.syntax, "a key in double quotes was expected; found \(characterHere)", at: index)
            }
            let key = try string()
            try skipSpace()
            guard index < bytes.count else { try stopAtEnd("a colon") }
            guard bytes[index] == UInt8(ascii: ":") else {
                try stop(
                    .syntax, "a colon was expected behind the key \(key.quoted); found \(characterHere)", at: index)
            }
            index += 1
            try skipSpace()
            members.append(JSONMember(key: key, keyOffset: keyOffset, value: try value()))
            try separator(before: UInt8(ascii: "}"))
        }
        noteDuplicates(members)
        return members
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

    private mutating func noteDuplicates(_ members: [JSONMember]) {
        guard members.count > 1 else { return }
        if members.count <= 8 {
            for later in 1..<members.count {
                guard members[..<later].contains(where: { $0.key == members[later].key }) else { continue }
                noteDuplicate(members[later])
            }
        } else {
            var seen = Set<String>(minimumCapacity: members.count)
            for member in members where !seen.insert(member.key).inserted { noteDuplicate(member) }
        }
    }

    private mutating func noteDuplicate(_ member: JSONMember) {
        note(
            .duplicateKey, "the key \(member.key.quoted) stands here a second time", at: member.keyOffset,
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
    mutating func note(_ rule: Rule, _ message: String, at offset: Int, fix: String? = nil, isWarning: Bool = false) {
        problems.append(JSONProblem(rule: rule, message: message, offset: offset, fix: fix, isWarning: isWarning))
    }

    mutating func stop(_ rule: Rule, _ message: String, at offset: Int, fix: String? = nil) throws(Stop) -> Never {
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
