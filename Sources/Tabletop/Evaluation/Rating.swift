/// How something was performed, in HSEEP's four words. No percentage scale: M still means that it was achieved.
public enum Rating: String, Codable, Sendable, CaseIterable {
    case performed = "P"
    case someChallenges = "S"
    case majorChallenges = "M"
    case unable = "U"

    /// What kind of absence "not evaluated" is.
    public static let notEvaluated = "not evaluated"

    /// HSEEP's name.
    public var name: String {
        switch self {
        case .performed: "Performed without Challenges"
        case .someChallenges: "Performed with Some Challenges"
        case .majorChallenges: "Performed with Major Challenges"
        case .unable: "Unable to be Performed"
        }
    }

    /// HSEEP's definition; docs/papers.md says how far its wording could be checked.
    public var definition: String {
        let achieved =
            "The targets and critical tasks associated with the capability were completed in a manner that achieved the "
            + "objective(s) and did not negatively impact the performance of other activities. Performance of this "
            + "activity did not contribute to additional health and/or safety risks for the public or for emergency "
            + "workers, and it was conducted in accordance with applicable plans, policies, procedures, regulations, and "
            + "laws."
        return switch self {
        case .performed: achieved
        case .someChallenges:
            achieved + " However, opportunities to enhance effectiveness and/or efficiency were identified."
        case .majorChallenges:
            "The targets and critical tasks associated with the capability were completed in a manner that achieved the "
                + "objective(s); however, the completion negatively impacted the performance of other activities, "
                + "contributed to additional health and/or safety risks for the public or for emergency workers, and/or "
                + "was not conducted in accordance with applicable plans, policies, procedures, regulations, and laws."
        case .unable:
            "The targets and critical tasks associated with the capability were not performed in a manner that achieved "
                + "the objective(s)."
        }
    }

    /// Worst last.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
