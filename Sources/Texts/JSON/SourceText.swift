/// The bytes of a document and the lines in them.
package struct SourceText: Sendable {
    /// The text as read, UTF-8.
    package let bytes: [UInt8]
    /// Byte offsets at which lines begin; the first is 0, or 3 behind a byte order mark.
    private let lineStarts: [Int]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [JSONParser.hasByteOrderMark(bytes) ? 3 : 0]
        bytes.withUnsafeBufferPointer { buffer in
            for offset in buffer.indices where buffer[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
        }
        lineStarts = starts
    }

    /// Line and column of a byte offset, both from 1; the column counts Unicode scalars.
    package func place(at offset: Int) -> TextPlace {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let start = lineStarts[low]
        guard start < offset else { return TextPlace(line: low + 1, column: 1) }
        // A scalar has one byte that is no continuation byte. Behind an invalid byte the count is approximate.
        var column = 1
        for byte in bytes[start..<min(offset, bytes.count)] where byte & 0xC0 != 0x80 { column += 1 }
        return TextPlace(line: low + 1, column: column)
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
