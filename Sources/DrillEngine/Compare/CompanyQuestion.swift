internal import DrillResults
internal import Scenarios

/// A question that a company's trials answer: it says what it must know, until it knows enough, and reads its answer off.
///
/// Nobody runs trials of its own: what several questions ask for is found out in one pass (`CompanyTrials.settle`).
protocol CompanyQuestion {
    associatedtype Answer

    /// What must be known next, beside what is known; nil: nothing.
    func next(_ trials: CompanyTrials) -> Asked?

    /// What is made of it, once nothing is missing.
    func answer(_ trials: CompanyTrials) -> Answer
}

/// Changes of a company's stories of which something must be known.
struct Asked: Sendable {
    /// By scenario in the exercise's order.
    var changes: [[StoryChange]]
    /// The trials on which: those up to a stretch.
    var trials: Stretch
    /// Whether what is lost is asked for as well, or only what is reached.
    var tellsOutcomes: Bool
    /// How much of the question's work is done then; judged.
    var share = 1.0
}

extension Asked {
    /// The same changes of all stories, with all that they change.
    init(_ changes: [StoryChange], of trials: CompanyTrials, upTo stretch: Stretch, share: Double = 1) {
        self.init(
            changes: trials.loaded.scenarios.map { _ in changes }, trials: stretch, tellsOutcomes: true, share: share)
    }
}
