/// Why encryption does not keep an asset's data unreadable, or that nobody knows. `Wording` says it in sentences.
public enum EncryptionRemark: Codable, Sendable, Equatable {
    /// Nobody knows how the data is encrypted.
    case unknownLevel(asset: String)
    /// Nobody knows what share of the data is encrypted.
    case unknownShare(asset: String)
    /// It is not encrypted at all.
    case notEncrypted(asset: String)
    /// All of it is encrypted, at one level, in vain.
    case useless(asset: String, EncryptionFlaw)
    /// It is encrypted in shares, the nearest scope's first; flaws of those that are encrypted in vain, in their order.
    case shares(asset: String, [EncryptedShare], flaws: [EncryptionFlaw])
    /// It stood in the way; its key fell as well.
    case keyFell(asset: String)
}

/// The share of an asset's data for which one level of encryption holds.
public struct EncryptedShare: Codable, Sendable, Equatable {
    /// Id of the control's level.
    public var level: String
    /// What the level does, in the catalog's words: "Volumes encrypted".
    public var title: String
    /// Above 0, to 1; nil: unknown.
    public var share: Double?
    /// Whether the level encrypts anything.
    public var isEncrypted: Bool

    public init(level: String, title: String, share: Double?, isEncrypted: Bool) {
        self.level = level
        self.title = title
        self.share = share
        self.isEncrypted = isEncrypted
    }
}

/// Why a level of encryption that is there keeps nothing unreadable.
public enum EncryptionFlaw: Codable, Sendable, Equatable {
    /// The level, by its id, does not stand in the way that was taken.
    case beside(level: String, Way)
    /// At the level, by its id, the key lies where the data is.
    case keyOnHost(level: String)

    /// How the data was come at.
    public enum Way: String, Codable, Sendable, CaseIterable {
        case application, storage, media, network, identity
    }
}
