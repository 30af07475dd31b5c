internal import DrillResults
internal import Scenarios
internal import Synchronization

/// What a run says of one company in one story.
struct RunStory: Sendable {
    /// Its outcomes; nil where the scenario says nothing about the company.
    var result: StoryResult?
    var notApplicable: NotApplicable?
    /// Answers that are assumed or unknown.
    var toConfirm: [OpenAnswer]
    /// What the company's own part of the graph rests on.
    var basis: BasisCount
    /// Nil where only outcomes were read.
    var findings: FindingsStory?
    /// Nil where the company's document carries no money, too.
    var loss: StoryLoss?
}

/// Reads what a run is to say.
final class RunReading: StoryReading {
    private let findings: FindingsReading?
    private let losses: LossReading?
    private let worlds: Int
    private let all = Mutex(BasisCount())

    /// - Parameter everything: Findings and losses as well.
    init(_ loaded: LoadedExercise, settings: RunSettings, everything: Bool) {
        worlds = settings.worlds
        findings = everything ? FindingsReading(loaded, worlds: settings.worlds) : nil
        losses = everything ? LossReading(settings: settings) : nil
    }

    /// What all that was read rests on, each figure and answer once.
    var basis: BasisCount { all.withLock { $0 } }

    func reader(of story: CompanyStory) -> RunReader? {
        guard story.applies else { return nil }
        return RunReader(
            outcomes: OutcomeReader(story, worlds: worlds), findings: findings?.reader(of: story),
            losses: losses?.reader(of: story))
    }

    func story(_ story: CompanyStory, _ tally: RunReader.Tally?) -> RunStory {
        all.withLock { $0.merge(story.drill.basis) }
        let who = story.who
        var told = RunStory(toConfirm: who.toConfirm, basis: story.drill.basis(of: story.member))
        told.notApplicable = who.notApplicable.map {
            NotApplicable(scenario: story.scenario.id, reason: Wording.reason($0))
        }
        guard let tally else { return told }
        told.result = StoryResultMaker(story: story, tally: tally.outcomes).result()
        told.findings = tally.findings.flatMap { findings?.story(story, $0) }
        told.loss = tally.losses.flatMap { losses?.story(story, $0) }
        return told
    }
}
