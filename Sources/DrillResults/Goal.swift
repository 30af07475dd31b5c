/// The rule by which one objective of several is spoken of: of the most severe ones the one reached most often, of equals
/// the earlier.
///
/// Whatever is said of a story as a whole (the worst outcome, what a lever gains, when it is too late) is said of its goal.
package enum Goal {
    /// The goal among candidates; nil where there are none.
    ///
    /// - Parameters:
    ///   - candidates: Objectives that can be reached, in the scenario's order.
    ///   - severity: Nil where nobody has said: less than minor.
    ///   - reached: How often, as a count or a share; in the same unit for all.
    package static func among<Candidates: Sequence, Amount: Comparable>(
        _ candidates: Candidates, severity: (Candidates.Element) -> ObjectiveInfo.Severity?,
        reached: (Candidates.Element) -> Amount
    ) -> Candidates.Element? {
        var best: (candidate: Candidates.Element, gravity: Int, amount: Amount)?
        for candidate in candidates {
            let (gravity, amount) = (severity(candidate)?.gravity ?? 0, reached(candidate))
            if let best, (gravity, amount) <= (best.gravity, best.amount) { continue }
            best = (candidate, gravity, amount)
        }
        return best?.candidate
    }
}

extension ObjectiveInfo {
    /// How grave it is when an objective is reached; critical is the greatest.
    public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
        case critical, major, minor

        /// 1 for minor to 3 for critical.
        fileprivate var gravity: Int {
            switch self {
            case .critical: 3
            case .major: 2
            case .minor: 1
            }
        }

        public static func < (one: Self, other: Self) -> Bool { one.gravity < other.gravity }
    }
}

extension ScenarioInfo {
    /// Of the objective with this id; nil where the scenario has none.
    func severity(of objective: String) -> ObjectiveInfo.Severity? {
        objectives.first { $0.id == objective }?.severity
    }
}
