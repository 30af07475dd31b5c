import Reports
import Testing

@Suite struct ZipTests {
    /// The check value of the CRC catalogue (CRC-32/ISO-HDLC), and published ones of RFC 3720's neighbours in zlib's
    /// tests.
    @Test(arguments: [
        ("", UInt32(0)), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43), ("abc", 0x3524_41C2),
        ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
    ])
    func checksums(text: String, checksum: UInt32) { #expect(CRC32.checksum(Array(text.utf8)) == checksum) }

    @Test func structure() {
        var archive = ZipArchive()
        archive.add("a.txt", Array("hello".utf8))
        archive.add("b/c.txt", [])
        let bytes = archive.bytes
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4, 20, 0]))
        let end = bytes.suffix(22)
        #expect(Array(end.prefix(4)) == [0x50, 0x4B, 5, 6])
        // Two entries; the directory begins where the offset says.
        #expect(Array(end.dropFirst(8).prefix(4)) == [2, 0, 2, 0])
        let offset = end.dropFirst(16).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(Array(bytes[offset..<(offset + 4)]) == [0x50, 0x4B, 1, 2])
        #expect(archive.bytes == bytes)
    }
}
