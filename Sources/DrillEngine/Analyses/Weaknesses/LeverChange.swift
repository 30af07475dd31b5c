internal import DrillResults
internal import Scenarios

/// A lever and what it changes in its organization.
struct LeverChange: Sendable {
    var lever: Lever
    /// Nil where the company does not say.
    var cost: UpgradeCost? = nil
    /// Takes the control away in the lever's scope; nil where there is none today, and for the response.
    var remove: (@Sendable (inout Organization) -> Void)? = nil
    var apply: @Sendable (inout Organization) -> Void
}

extension LeverChange {
    /// The control with the path of its scope: what stands before the target in the lever's id.
    var place: Substring { lever.id.prefix(upTo: lever.id.lastIndex(of: "/") ?? lever.id.endIndex) }

    /// Whether doing both makes no sense: levels of one control in one scope, or a hand-off and all hand-offs.
    func excludes(_ other: LeverChange) -> Bool {
        guard lever.kind == other.lever.kind else { return false }
        return switch lever.kind {
        case .control: place == other.place
        case .handOff, .containment: isForAll || other.isForAll
        }
    }

    private var isForAll: Bool { lever.id.split(separator: "/").dropFirst().first == "all" }
}

extension [LeverChange] {
    /// All as one, in their order: a set is one changed graph, never a sum of singles.
    var together: LeverChange {
        if count == 1 { return self[0] }
        // No control: a set is left out for what its graph is, not for what it is called.
        let lever = Lever(
            id: map(\.lever.id).joined(separator: " + "), kind: .control, control: nil, family: "", title: "",
            scope: "", department: nil, now: "", target: "", action: "", effort: nil, mitigations: [], nist: [],
            twoWay: nil)
        return LeverChange(lever: lever) { organization in
            for change in self { change.apply(&organization) }
        }
    }
}
