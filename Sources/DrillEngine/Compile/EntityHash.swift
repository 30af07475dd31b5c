internal import DrillKernel

/// What of an entity is drawn. Raw values are part of the model: changing one moves numbers.
enum Purpose: UInt32 {
    case success = 0
    case pace = 1
    case presence = 2
    case closing = 3
    case handOff = 4
    case containment = 5
    case repair = 6
    case decision = 7
    case zeroHour = 8
    /// A scenario's or the catalog's figure, drawn once per world.
    case figure = 9
    /// An unknown answer, drawn once per world.
    case unknown = 10
    case route = 11
    /// Whether a secondary loss comes.
    case loss = 12
    /// Notice k of a node takes 64 + 2k for the alert and 65 + 2k for its delay.
    case notice = 64
}

/// 64-bit names of the things that random numbers belong to.
///
/// FNV-1a over the parts, each closed by a zero byte, then the finalizer of SplitMix64 to spread the bits.
enum EntityHash {
    static func of(_ parts: String...) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash = (hash ^ 0) &* 0x0000_0100_0000_01B3
        }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}

extension Address {
    init(_ entity: UInt64, _ purpose: Purpose, offset: UInt32 = 0) {
        self.init(entity: entity, purpose: purpose.rawValue + offset)
    }
}
