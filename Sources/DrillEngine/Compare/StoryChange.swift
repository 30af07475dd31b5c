internal import DrillResults
internal import Scenarios

/// What is another in a company's stories: some of its answers, something unknown that is held, both, or nothing.
struct StoryChange: Sendable {
    /// What a change is called: those of one name are the same, and none is simulated twice.
    struct Name: Hashable, Sendable {
        /// What is raised, in this order.
        var levers: [LeverID] = []
        /// What is taken away.
        var removed: LeverSubject?
        /// What is held.
        var end: End?
    }

    /// Something unknown, and at which of its ends it is held: 0 or 1.
    struct End: Hashable, Sendable {
        var driver: String
        var number: Int
    }

    var name = Name()
    /// Catalog id of the one control that it sets: stories that do not ask for it are as they were. Nil: look at the graph.
    var control: String?
    /// Why it can also make things worse; nil where it cannot, and for several.
    var twoWay: String?
    /// Numbers that are held instead of drawn.
    var held: HeldUniforms?
    var apply: @Sendable (inout Organization) -> Void = { _ in }

    /// The company as it is.
    static let none = StoryChange()
}

extension StoryChange {
    /// The same with something unknown held at an end.
    func holding(_ end: End, _ held: HeldUniforms) -> StoryChange {
        var change = self
        change.name.end = end
        change.held = held
        // Figures move whatever is set.
        change.control = nil
        return change
    }
}
