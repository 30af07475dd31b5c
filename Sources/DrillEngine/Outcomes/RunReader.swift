internal import DrillKernel
internal import Scenarios

/// All that a run's own pass reads of one company in one story: outcomes, and, where more is told than they, what the
/// findings and the losses are made of.
struct RunReader: StoryReader {
    let outcomes: OutcomeReader
    var findings: FindingsReader?
    /// Nil where the company's document carries no money, too.
    var losses: LossReader?

    struct Tally: MergeableTally {
        var outcomes: StoryTally
        var findings: FindingsTally?
        var losses: StoryLossTally?

        mutating func merge(_ other: Tally) {
            outcomes.merge(other.outcomes)
            if let own = other.findings { findings?.merge(own) }
            if let own = other.losses { losses?.merge(own) }
        }
    }

    var empty: Tally { Tally(outcomes: outcomes.empty, findings: findings?.empty, losses: losses?.empty) }

    func read(_ batch: Batch, world: Int, into tally: inout Tally) {
        outcomes.read(batch, world: world, into: &tally.outcomes)
        if let findings, var own = tally.findings.take() {
            findings.read(batch, world: world, into: &own)
            tally.findings = own
        }
        if let losses, var own = tally.losses.take() {
            losses.read(batch, world: world, into: &own)
            tally.losses = own
        }
    }
}
