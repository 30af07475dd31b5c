/// How people name a stored run.
enum RunReference: Equatable, Sendable {
    case last
    /// The run's number, as listed.
    case sequence(Int64)
    /// The first hexadecimal digits of its id, in lower case.
    case prefix(String)
    /// Digits only, and enough of them: a number first, otherwise the beginning of an id.
    case sequenceOrPrefix(Int64, String)

    /// Shorter beginnings of an id fit too many runs.
    static let shortestPrefix = 4

    /// Nil for what can name no run.
    init?(_ text: String) {
        if text == "last" {
            self = .last
            return
        }
        let prefix = text.lowercased()
        let isPrefix =
            (Self.shortestPrefix...64).contains(prefix.utf8.count)
            && prefix.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
        let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        switch (isNumber ? Int64(text) : nil, isPrefix) {
        case (let number?, true): self = .sequenceOrPrefix(number, prefix)
        case (let number?, false): self = .sequence(number)
        case (nil, true): self = .prefix(prefix)
        case (nil, false): return nil
        }
    }
}
