internal import DrillResults
internal import Scenarios

/// What one company's outcome hangs on that nobody knows: both ends of each unknown on few trials; on the rest of them
/// those that may be among the ten that move it most.
struct OutcomeDrivers: CompanyQuestion {
    /// An objective of a story, by position.
    struct Outcome: Sendable, Equatable {
        var scenario: Int
        var objective: Int
    }

    let outcome: Outcome
    /// In the order of the documents: answers, figures of the catalog, figures of the scenario.
    let unknowns: [Unknown]

    /// Nil where the outcome cannot come about.
    ///
    /// - Throws: `CompileError`.
    init?(_ outcome: Outcome, of trials: CompanyTrials) throws {
        let (drill, member) = try trials.compiling(outcome.scenario) { (try $0.today(), $0.member) }
        let story = CompanyStory(drill, member: member)
        guard story.applies, story.objective(outcome.objective) != nil else { return nil }
        self.outcome = outcome
        unknowns =
            UnknownAnswers(
                organization: trials.company, catalog: trials.loaded.catalog, asked: drill.controlsAsked
            ).all
            + UnknownFigures(drill: drill, organization: trials.company, catalog: trials.loaded.catalog).all
    }

    func next(_ trials: CompanyTrials) -> Asked? {
        let few = asked(unknowns, of: trials, upTo: .few, share: 0.3)
        if trials.lacks(few) { return few }
        let all = asked(kept(trials).map { unknowns[$0] }, of: trials, upTo: .rest, share: 1)
        return trials.lacks(all) ? all : nil
    }

    /// Those that move the outcome, in the order of the documents.
    func answer(_ trials: CompanyTrials) -> [Driver] {
        kept(trials).compactMap { place in
            counts(unknowns[place], trials, upTo: .rest).shares.flatMap(unknowns[place].driver)
        }
    }

    private func asked(
        _ unknowns: [Unknown], of trials: CompanyTrials, upTo stretch: Stretch, share: Double
    ) -> Asked {
        var asked = Asked([], of: trials, upTo: stretch, share: share)
        asked.changes[outcome.scenario] = [.none] + unknowns.flatMap { unknown in [0, 1].map { unknown.held(at: $0) } }
        asked.tellsOutcomes = false
        return asked
    }

    /// Unknowns that move the outcome, by position: those that on few trials may be among the ten that move it most.
    private func kept(_ trials: CompanyTrials) -> [Int] {
        let counts = unknowns.map { self.counts($0, trials, upTo: .few) }
        let widths = counts.map(\.width)
        let tenth = Screening.tenth(widths.map(\.low))
        let kept = counts.indices.filter { counts[$0].shares != nil && widths[$0].high >= tenth }
        return kept.sorted { (widths[$1].value, $0) < (widths[$0].value, $1) }.prefix(NotKnowingAnalysis.limit).sorted()
    }

    private func counts(_ unknown: Unknown, _ trials: CompanyTrials, upTo stretch: Stretch) -> EndCounts {
        let story = trials[outcome.scenario]
        let today = story.reached(outcome.objective, upTo: stretch) ?? ReachedTrials()
        let ends = [0, 1].map {
            story.reached(outcome.objective, with: unknown.held(at: $0).name, upTo: stretch) ?? today
        }
        return EndCounts(
            trials: today.trials, base: today.count, gained: ends.map { $0.less(today) },
            lost: ends.map { today.less($0) })
    }
}

extension Unknown {
    /// The company as it is, with the unknown held at an end, on top of a change.
    func held(at end: Int, with change: StoryChange = .none) -> StoryChange {
        change.holding(StoryChange.End(driver: id, number: end), ends[end].held)
    }
}

/// Trials that reach an outcome as things stand, and how they differ at both ends of an unknown.
private struct EndCounts {
    let trials: Int
    let base: Int
    /// By end: trials that reach it only there, and only as things stand.
    let gained: [Int]
    let lost: [Int]

    /// The share of trials that reach it, by end; nil where neither end makes a difference.
    var shares: [Double]? {
        let counts = zip(gained, lost).map { base + $0 - $1 }
        return counts.allSatisfy { $0 == base } ? nil : counts.map { Double($0) / Double(trials) }
    }

    /// How far the ends lie apart, with one-sided bounds of 99.9 %.
    var width: (value: Double, low: Double, high: Double) {
        let value = Double(abs((gained[0] - lost[0]) - (gained[1] - lost[1]))) / Double(trials)
        // Of a count of paired changes; the square keeps a bound above none where none was seen.
        let z = Screening.z
        let changes = Double(gained.reduce(0, +) + lost.reduce(0, +))
        let half = (z * changes.squareRoot() + z * z) / Double(trials)
        return (value, value - half, value + half)
    }
}
