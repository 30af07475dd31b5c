package import DrillResults
package import Scenarios

/// What stands on every page of every paper.
package struct Frame: Sendable, Equatable {
    /// The exercise's title.
    package var exercise: String
    /// TLP 2.0.
    package var marking: String
    /// ISO 8601 calendar date; nil where none is stated.
    package var retainUntil: String?

    /// Of the exercise.
    package init(_ exercise: Exercise) {
        self.exercise = exercise.title
        marking = exercise.disclosure.marking.rawValue
        retainUntil = exercise.disclosure.retainUntil
    }

    /// Of a run's exercise.
    package init(_ exercise: ExerciseInfo) {
        self.exercise = exercise.title
        marking = exercise.marking
        retainUntil = exercise.retainUntil
    }

    /// The three words that radio and paper traffic of an exercise begins and ends with.
    package static let banner = "EXERCISE EXERCISE EXERCISE"
    /// What it is, in a line.
    package static let harmless = "Modelled; nothing is contacted or executed."

    /// Until when the paper is kept, in words; nil where no date is stated.
    package var retention: String? { retainUntil.map(Wording.retention) }
}
