/// A ZIP file whose entries are stored, not compressed (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16).
///
/// The same entries give the same bytes: no time of writing, no attributes. Entries and archive stay below 4 GB.
package struct ZipArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    package init() {}

    /// Adds a file; names are ASCII with forward slashes.
    package mutating func add(_ name: String, _ bytes: [UInt8]) {
        precondition(body.count + bytes.count < 1 << 31, "an archive of 2 GB")
        let offset = UInt32(body.count)
        // Version 2.0, no flags, stored, 1980-01-01 00:00.
        var header: [UInt8] = []
        header.append(little: UInt16(20))
        header.append(little: UInt16(0))
        header.append(little: UInt16(0))
        header.append(little: UInt16(0))
        header.append(little: UInt16(0x21))
        header.append(little: CRC32.checksum(bytes))
        header.append(little: UInt32(bytes.count))
        header.append(little: UInt32(bytes.count))
        header.append(little: UInt16(name.utf8.count))
        header.append(little: UInt16(0))
        body += [0x50, 0x4B, 3, 4] + header + Array(name.utf8) + bytes
        directory += [0x50, 0x4B, 1, 2, 20, 0] + header
        // No comment, disk 0, no attributes.
        directory.append(little: UInt16(0))
        directory.append(little: UInt16(0))
        directory.append(little: UInt16(0))
        directory.append(little: UInt32(0))
        directory.append(little: offset)
        directory += Array(name.utf8)
        count += 1
    }

    /// The whole file.
    package var bytes: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end.append(little: count)
        end.append(little: count)
        end.append(little: UInt32(directory.count))
        end.append(little: UInt32(body.count))
        end.append(little: UInt16(0))
        return body + directory + end
    }
}

/// CRC-32 as ZIP, Ethernet and PNG use it (ISO 3309; polynomial 0xEDB88320, reflected).
package enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    /// Of all bytes; 0 of none.
    package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
}

extension [UInt8] {
    fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
