internal import Scenarios

/// What a pass over the trials is to find out about each company in each story: who reads its trials, and what becomes of
/// what was counted.
package protocol StoryReading: Sendable {
    /// Reads one company's trials in one story.
    associatedtype Reader: StoryReader
    /// What is kept when a company's trials in one story are done; its graph is let go.
    associatedtype Story: Sendable

    /// Nil where nothing is to be counted.
    ///
    /// - Parameter story: Of a participant.
    func reader(of story: CompanyStory) -> Reader?

    /// What is kept of a company in a story.
    ///
    /// - Parameter tally: nil where there was no reader.
    func story(_ story: CompanyStory, _ tally: Reader.Tally?) -> Story
}
