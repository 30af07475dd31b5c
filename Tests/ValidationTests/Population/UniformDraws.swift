/// Uniform numbers by name: the same population on every machine, and a new question moves no other answer.
///
/// FNV-1a over the name, then the finalizer of SplitMix64 to spread the bits.
struct UniformDraws {
    /// Number of the organization.
    var organization: Int

    /// In 0..<1, for one question about the organization.
    func uniform(_ question: String) -> Double {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "reference population/\(organization)/\(question)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((hash ^ (hash >> 31)) >> 11) * 0x1p-53
    }

    /// Whether something holds that holds for a share of all.
    func happens(_ question: String, _ share: Double) -> Bool { uniform(question) < share }

    /// Between two bounds.
    func between(_ low: Double, _ high: Double, _ question: String) -> Double {
        low + (high - low) * uniform(question)
    }
}
