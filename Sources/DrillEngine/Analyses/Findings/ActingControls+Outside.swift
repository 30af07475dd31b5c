internal import Scenarios

extension ActingControls {
    /// Whether the step is no adversary's try at the company: a wait or an event without technique or action, what somebody
    /// unknown does with what is already out, or preparation for which ATT&CK names at best `M1056`, "Pre-compromise":
    /// behaviour outside the reach of what an enterprise can defend.
    func isOutside(_ step: Step) -> Bool {
        if let id = step.technique {
            guard let technique = techniques[id], !technique.tactics.isEmpty else { return false }
            return technique.tactics.allSatisfy(Self.preparation.contains)
                && technique.mitigations.allSatisfy { $0 == Self.preCompromise }
        }
        guard let action = step.action else { return true }
        return action == "unknown" || action.hasPrefix("unknown.")
    }

    private static let preparation: Set = ["reconnaissance", "resource-development"]
    private static let preCompromise = "M1056"
}
