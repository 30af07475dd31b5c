internal import COpenSSL

/// A SHA-256 that is fed piece by piece, for inputs that are not held in memory at once.
public struct DigestStream: ~Copyable {
    /// Owned: made in `init`, freed in `deinit`, never handed out.
    private let context: OpaquePointer

    /// - Throws: ``DigestError/unavailable(code:)`` where the installed libcrypto offers no SHA-256.
    public init() throws(DigestError) {
        guard let context = EVP_MD_CTX_new() else { throw .outOfMemory }
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw .unavailable(code: ERR_peek_last_error())
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds bytes; how an input is cut into pieces does not change its digest.
    public mutating func update(_ bytes: [UInt8]) throws(DigestError) {
        let status = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        try Self.check(status)
    }

    /// Adds memory without copying it; it is read before the call returns and not kept.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) throws(DigestError) {
        try Self.check(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
    }

    /// The digest of everything added; the stream is used up.
    public consuming func finish() throws(DigestError) -> Digest {
        var bytes = [UInt8](repeating: 0, count: Digest.byteCount)
        var written: UInt32 = 0
        try Self.check(EVP_DigestFinal_ex(context, &bytes, &written))
        precondition(Int(written) == Digest.byteCount, "libcrypto wrote \(written) bytes for a SHA-256")
        return Digest(exactly: bytes)
    }

    private static func check(_ status: Int32) throws(DigestError) {
        guard status == 1 else { throw .failed(code: ERR_peek_last_error()) }
    }
}
