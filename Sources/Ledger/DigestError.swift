internal import COpenSSL

/// Why no digest could be made. With a sound libcrypto none of these happens.
public enum DigestError: Error, Sendable, Equatable {
    /// The library had no memory for its state.
    case outOfMemory
    /// The library offers no SHA-256, as under a policy or provider that withholds it. `code` is libcrypto's own.
    case unavailable(code: UInt)
    /// The library gave up half-way. `code` is libcrypto's own.
    case failed(code: UInt)
}

extension DigestError: CustomStringConvertible {
    /// One sentence for people, with libcrypto's own words.
    public var description: String {
        switch self {
        case .outOfMemory: "libcrypto had no memory for a SHA-256 digest"
        case .unavailable(let code): "the installed libcrypto offers no SHA-256: \(Self.reason(of: code))"
        case .failed(let code): "libcrypto could not finish a SHA-256 digest: \(Self.reason(of: code))"
        }
    }

    private static func reason(of code: UInt) -> String {
        var text = [CChar](repeating: 0, count: 256)
        ERR_error_string_n(code, &text, text.count)
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
