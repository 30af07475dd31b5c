internal import DrillResults
internal import Scenarios

/// One of a company's levers: what is told of it, what it takes, and what it changes.
struct CompanyLever: Sendable {
    var lever: Lever
    /// Nil where the company does not say.
    var cost: UpgradeCost? = nil
    /// Takes the control away in the lever's scope; nil where there is none today, and for the response.
    var remove: (@Sendable (inout Organization) -> Void)? = nil
    var apply: @Sendable (inout Organization) -> Void

    var id: LeverID { lever.id }

    /// The lever alone.
    var change: StoryChange {
        StoryChange(name: .init(levers: [id]), control: lever.control, twoWay: lever.twoWay, apply: apply)
    }

    /// The company without the control in the lever's scope; as it is where there is no such control.
    var removal: StoryChange {
        StoryChange(name: .init(removed: id.subject), control: lever.control, apply: remove ?? { _ in })
    }
}

extension [CompanyLever] {
    /// All as one, in their order: a set is one changed graph, never a sum of singles.
    var together: StoryChange {
        if count == 1 { return self[0].change }
        return StoryChange(name: .init(levers: map(\.id))) { organization in
            for lever in self { lever.apply(&organization) }
        }
    }
}
