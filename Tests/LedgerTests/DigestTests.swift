import Ledger
import Testing

/// SHA-256 against published vectors.
@Suite struct DigestTests {
    /// FIPS 180-2 appendix B and NIST's "Examples with Intermediate Values" for FIPS 180-4; the empty message is
    /// the first vector of NIST's SHA256ShortMsg.rsp.
    static let vectors: [(message: [UInt8], hex: String)] = [
        ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            Array(
                ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                    + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ]

    @Test(arguments: vectors)
    func publishedVector(message: [UInt8], hex: String) throws {
        #expect(try Digest(of: message).hex == hex)
        #expect(try message.withUnsafeBytes { try Digest(of: $0) }.hex == hex)
    }

    /// The long vector of FIPS 180-2, apart so that a test's name does not print a million bytes.
    @Test func aMillionLettersA() throws {
        let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(
            try Digest(of: message).hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(arguments: [1, 3, 63, 64, 65, 1000])
    func piecesOfAnySizeGiveTheSameDigest(size: Int) throws {
        let message = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var stream = try DigestStream()
        for start in stride(from: 0, to: message.count, by: size) {
            try stream.update(Array(message[start..<min(start + size, message.count)]))
        }
        #expect(try stream.finish() == Digest(of: message))
    }

    @Test func memoryAndArraysMixInOneStream() throws {
        var stream = try DigestStream()
        try stream.update([])
        try stream.update(UnsafeRawBufferPointer(start: nil, count: 0))
        try stream.update(Array("a".utf8))
        try Array("bc".utf8).withUnsafeBytes { try stream.update($0) }
        #expect(try stream.finish() == Digest(of: Array("abc".utf8)))
    }

    @Test func hexIsReadBackInEitherCase() throws {
        let digest = try Digest(of: Array("abc".utf8))
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(hex: digest.hex.uppercased()) == digest)
        #expect("\(digest)" == digest.hex)
        #expect(digest.bytes.count == Digest.byteCount)
    }

    @Test(arguments: ["", "ba78", String(repeating: "g", count: 64), String(repeating: "0", count: 65), "é"])
    func hexThatIsNoDigestIsRefused(text: String) {
        #expect(Digest(hex: text) == nil)
    }

    @Test func errorsSpeak() {
        #expect("\(DigestError.outOfMemory)" == "libcrypto had no memory for a SHA-256 digest")
        #expect("\(DigestError.failed(code: 0))".hasPrefix("libcrypto could not finish a SHA-256 digest: error:"))
        #expect("\(DigestError.unavailable(code: 0))".hasPrefix("the installed libcrypto offers no SHA-256: error:"))
    }
}
