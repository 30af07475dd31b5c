import Scenarios

/// VCDB's counts as weights: how often each kind of action and each line of business appears among its incidents. What
/// is used here is not compared with anything.
enum VCDBWeights {
    /// An incident with several actions counts with each of them.
    static let families: [StoryTraits.Family: Double] = [
        .intrusion: 2242 + 720 + 581, .misuse: 1719, .error: 2469, .physical: 1594,
    ]

    /// VCDB's names for our templates' lines of business.
    static let sectors: [Sector: (name: String, count: Double)] = [
        .health: ("Healthcare", 2320), .public: ("Public", 2217), .finance: ("Finance", 757),
        .technology: ("Information", 671), .education: ("Education", 460), .retail: ("Retail", 428),
        .manufacturing: ("Manufacturing", 188), .logistics: ("Transportation", 90),
    ]
}
