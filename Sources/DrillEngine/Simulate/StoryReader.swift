package import DrillKernel

/// Reads finished batches of one company in one story into a tally of its own.
///
/// A pass over the trials has as many readers as there are questions; none of them starts a second one.
package protocol StoryReader: Sendable {
    /// What is counted.
    associatedtype Tally: MergeableTally

    /// Before the first trial.
    var empty: Tally { get }

    /// Counts a batch's active trials.
    func read(_ batch: Batch, world: Int, into tally: inout Tally)
}

/// What is counted on some trials; tallies of different trials add up, in any order to the same.
package protocol MergeableTally: Sendable {
    /// Adds what was counted on other trials.
    mutating func merge(_ other: Self)
}
