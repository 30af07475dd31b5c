/// The bytes of a document, and where its lines are.
package struct SourceText: Sendable {
    /// The text as read, UTF-8.
    package let bytes: [UInt8]
    /// What lies before each block of the text, so that a place is found by looking at two blocks, however long a line is.
    private let marks: [Mark]

    /// Bytes of a block.
    private static let block = 4096

    /// What lies before a block.
    fileprivate struct Mark {
        /// Line breaks.
        var breaks: UInt32
        /// Byte offset at which the line begins that the block begins in.
        var lineStart: UInt32
        var scalars: UInt32
    }

    /// Reads through the text once, to know where its lines begin.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var mark = Mark(breaks: 0, lineStart: JSONParser.hasByteOrderMark(bytes) ? 3 : 0, scalars: 0)
        var marks: [Mark] = []
        marks.reserveCapacity(bytes.count / Self.block + 1)
        for offset in bytes.indices {
            if offset % Self.block == 0 { marks.append(mark) }
            mark.pass(bytes[offset], at: offset)
        }
        self.marks = marks.isEmpty ? [mark] : marks
    }

    /// Line and column of a byte offset, both from 1; the column counts Unicode scalars.
    package func place(at offset: Int) -> TextPlace {
        let here = mark(at: offset)
        let start = mark(at: Int(here.lineStart))
        return TextPlace(line: Int(here.breaks) + 1, column: max(0, Int(here.scalars) - Int(start.scalars)) + 1)
    }

    /// The bytes that are looked at to know what lies before an offset: from the beginning of its block.
    package func stretch(before offset: Int) -> Range<Int> {
        let end = min(offset, bytes.count)
        return min(end / Self.block, marks.count - 1) * Self.block..<end
    }

    /// What lies before a byte offset.
    private func mark(at offset: Int) -> Mark {
        let stretch = stretch(before: offset)
        var mark = marks[stretch.lowerBound / Self.block]
        for offset in stretch { mark.pass(bytes[offset], at: offset) }
        return mark
    }
}

extension SourceText.Mark {
    /// Goes past a byte. A scalar has one byte that is no continuation byte; behind an invalid one the count is approximate.
    fileprivate mutating func pass(_ byte: UInt8, at offset: Int) {
        if byte & 0xC0 != 0x80 { scalars += 1 }
        guard byte == UInt8(ascii: "\n") else { return }
        breaks += 1
        lineStart = UInt32(offset + 1)
    }
}

/// A place in a text: line and column from 1, the column in Unicode scalars.
package struct TextPlace: Sendable, Equatable {
    /// From 1.
    package var line: Int
    /// From 1, in Unicode scalars.
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
