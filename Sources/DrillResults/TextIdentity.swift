/// An identity that is a type in code and a text wherever people and files meet it: JSON, tables, what is typed.
///
/// Code tells identities apart by their parts; nobody composes the text elsewhere or takes it apart again.
public protocol TextIdentity: Hashable, Sendable, Codable {
    /// As it stands in results.
    var text: String { get }

    /// What a text stands for; nil: nothing.
    init?(_ text: String)
}

extension TextIdentity {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// - Throws: `DecodingError` where the text stands for nothing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let identity = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is no \(Self.self)")
        }
        self = identity
    }
}
