internal import Scenarios

/// What one lever, several, or none at all change in a company.
struct LeverChange: Sendable {
    /// Catalog id of the one control that it sets: stories that do not ask for it are as they were. Nil: look at the graph.
    var control: String? = nil
    /// Why it can also make things worse; nil where it cannot, and for several.
    var twoWay: String? = nil
    var apply: @Sendable (inout Organization) -> Void

    /// The company as it is.
    static let none = LeverChange { _ in }
}
