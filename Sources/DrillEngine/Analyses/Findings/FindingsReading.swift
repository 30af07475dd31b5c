internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// What one story shows of a company besides its objectives.
struct FindingsStory: Sendable {
    var findings: StoryFindings
    var speeds: [SpeedResult]
    /// Elapsed hours of each hand-off, over the noticed trials, and of all together.
    var handOffs: [Tally]
    var chain: Tally
}

/// Reads findings.
struct FindingsReading: StoryReading {
    private let loaded: LoadedExercise
    private let worlds: Int

    init(_ loaded: LoadedExercise, worlds: Int) {
        self.loaded = loaded
        self.worlds = worlds
    }

    func reader(of story: CompanyStory) -> FindingsReader? {
        story.applies ? FindingsReader(story, worlds: worlds) : nil
    }

    func story(_ story: CompanyStory, _ tally: FindingsTally?) -> FindingsStory? {
        guard let tally else { return nil }
        let maker = FindingsMaker(
            story: story,
            acting: ActingControls(scenario: story.scenario, catalog: loaded.catalog, techniques: loaded.techniques),
            tally: tally)
        return FindingsStory(
            findings: maker.findings(), speeds: maker.speeds(), handOffs: tally.handOffs, chain: tally.chain)
    }
}
