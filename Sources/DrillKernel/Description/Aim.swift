/// At how many of some things the attacker aims in a trial; nodes of the others are not tried.
///
/// Only things of which a node could be reached are chosen among, given all choices made before: those with the least
/// keys −ln(u) / weight; equal ones in their order.
package struct Aim: Sendable {
    /// Something that can be aimed at.
    package struct Candidate: Sendable {
        /// Presence index of the word u.
        package var key: Int32
        /// Above 0; how likely it is chosen, as against the others.
        package var weight: Float
        /// What is tried if it is chosen.
        package var nodes: [Int32]

        package init(key: Int32, weight: Float, nodes: [Int32]) {
            self.key = key
            self.weight = weight
            self.nodes = nodes
        }
    }

    /// In the order that decides between equal keys.
    package var candidates: [Candidate]
    /// How many are chosen, if there are so many; at least 1.
    package var count: Int

    package init(candidates: [Candidate], count: Int) {
        self.candidates = candidates
        self.count = count
    }
}
