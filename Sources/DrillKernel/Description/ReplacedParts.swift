/// Which parts of a description stand in the place of others, index by index.
///
/// Everything else is as it was: the same nodes with as many notices, clocks, groups, repairs. Slots of worlds, presences
/// and calendars may have been added at the end. A node may have other parents as long as they come before it in every
/// order of evaluation: none of them needs the node.
package struct ReplacedParts: Sendable {
    /// Nodes with chance, pace, notices or parents of their own.
    package var nodes: Set<Int> = []
    /// Clocks with another offset, other alternatives or another span where none holds.
    package var clocks: Set<Int> = []
    /// Organizations whose hand-offs are others; as many as before.
    package var organizations: Set<Int> = []
    /// Containment groups that take another time.
    package var groups: Set<Int> = []
    /// Repairs that take another time.
    package var repairs: Set<Int> = []

    package init() {}
}
