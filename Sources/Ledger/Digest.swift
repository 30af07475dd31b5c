/// The SHA-256 (FIPS 180-4) of some bytes: how documents and runs are told apart.
public struct Digest: Sendable, Hashable {
    /// Number of bytes of every digest.
    public static let byteCount = 32

    /// Exactly ``byteCount`` bytes, most significant first.
    public let bytes: [UInt8]

    /// Hashes bytes that are in memory already.
    ///
    /// - Throws: ``DigestError`` where libcrypto refuses.
    public init(of bytes: [UInt8]) throws(DigestError) {
        var stream = try DigestStream()
        try stream.update(bytes)
        self = try stream.finish()
    }

    /// Hashes memory without copying it, such as a mapped file.
    ///
    /// - Throws: ``DigestError`` where libcrypto refuses.
    public init(of bytes: UnsafeRawBufferPointer) throws(DigestError) {
        var stream = try DigestStream()
        try stream.update(bytes)
        self = try stream.finish()
    }

    /// Reads what ``hex`` wrote; nil unless it is 64 hexadecimal digits, of either case.
    public init?(hex: String) {
        let digits = hex.utf8.map(Self.value(ofDigit:))
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    init(exactly bytes: [UInt8]) {
        precondition(bytes.count == Self.byteCount, "a SHA-256 digest has 32 bytes, not \(bytes.count)")
        self.bytes = bytes
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension Digest: CustomStringConvertible {
    /// The same as ``hex``.
    public var description: String { hex }
}
