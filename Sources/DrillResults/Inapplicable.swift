/// Why a story cannot happen to a company. `Wording` says it in a sentence.
public enum Inapplicable: Codable, Sendable, Equatable {
    /// No asset of the company is what a step happens on: the step's title, and all that it asks for.
    case noAsset(step: String, wanted: [AssetCondition])
    /// The company has no supplier link of the kind over which a step is come to: the kind's id, the step's title.
    case noLink(kind: String, step: String)
    /// Nothing that could happen before leads to a step: its title.
    case noWay(step: String)
    /// All steps could happen, and no asset is what the story is after: the objectives' titles.
    case noGoal(objectives: [String])
}

/// What an asset has to be for a step to happen on it; where there are several words, one of them. Words are those of the
/// documents.
public enum AssetCondition: Codable, Sendable, Equatable {
    case kind([String])
    /// From where it can be reached.
    case exposure([String])
    case software([String])
    /// What else than data lies there.
    case holding([String])
    case data([String])
    /// Who runs it: `own` or `cloud`.
    case hosting([String])
    /// Copies of it leave the house on tapes or disks.
    case copiesTravel
    /// Who owns it.
    case owner([String])
    /// The insider has rights on it.
    case entitled
    /// A supplier link of this kind ends there.
    case link(String)
}
