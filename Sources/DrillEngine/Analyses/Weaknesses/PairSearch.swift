internal import DrillResults

/// Pairs of levers that do more together than both alone: on parallel routes each alone may gain nothing.
///
/// Candidates are found on few trials and judged on all.
struct PairSearch {
    let levers: [CompanyLever]
    /// By lever, the stories on few trials.
    let sighted: [[LeverStory]]
    let scenarios: [ScenarioInfo]

    /// Levers of which all pairs are tried.
    private static let mostLevers = 8
    /// Pairs that are reported.
    private static let mostPairs = 3

    /// Two levers, by position.
    struct Couple: Equatable {
        var first: Int
        var second: Int
    }

    /// Pairs worth trying.
    var couples: [Couple] {
        let chosen = candidates
        return chosen.indices.flatMap { place in
            chosen[(place + 1)...].filter { !levers[$0].id.excludes(levers[chosen[place]].id) }.map {
                Couple(first: chosen[place], second: $0)
            }
        }
    }

    /// Both as one.
    func change(_ couple: Couple) -> StoryChange { [levers[couple.first], levers[couple.second]].together }

    /// The couples that gain more than both alone on few trials, best first.
    ///
    /// - Parameter found: By couple, its stories on few trials.
    func hopeful(_ found: [(couple: Couple, stories: [LeverStory])]) -> [Couple] {
        found.map { ($0.couple, gain($0.stories)) }.filter { couple, gain in
            gain.value - self.gain(sighted[couple.first]).value - self.gain(sighted[couple.second]).value
                > gain.halfWidth
        }.sorted {
            ($1.1.value, $0.0.first, $0.0.second) < ($0.1.value, $1.0.first, $1.0.second)
        }.prefix(Self.mostPairs).map(\.0)
    }

    /// The couples that keep their surplus on all trials, best first.
    ///
    /// - Parameters:
    ///   - found: By couple, its stories on all trials.
    ///   - results: Of all levers.
    func pairs(_ found: [(couple: Couple, stories: [LeverStory])], among results: [LeverResult]) -> [LeverPair] {
        found.compactMap { couple, stories in
            let both = gain(stories)
            let (first, second) = (results[couple.first], results[couple.second])
            let pair = LeverPair(
                first: first.lever, second: second.lever, gain: both.value, firstGain: gain(first.stories).value,
                secondGain: gain(second.stories).value)
            return pair.surplus > both.halfWidth ? pair : nil
        }.sorted { ($1.gain, $0.first.id.text) < ($0.gain, $1.first.id.text) }
    }

    /// The levers on which a story depends that move most trials, one of each subject: its strongest. One that moves none
    /// alone may still be half of a pair.
    private var candidates: [Int] {
        var best: [LeverSubject: (lever: Int, moved: Int)] = [:]
        for (index, stories) in sighted.enumerated() {
            let moved = stories.reduce(0) { $0 + $1.comparison.trials - $1.comparison.unchangedTrials }
            guard stories.contains(where: { !$0.cannotMatter }) else { continue }
            let subject = levers[index].id.subject
            if moved >= best[subject]?.moved ?? 0 { best[subject] = (index, moved) }
        }
        return best.values.sorted { ($1.moved, $0.lever) < ($0.moved, $1.lever) }.prefix(Self.mostLevers).map(\.lever)
            .sorted()
    }

    /// By how much the goals' probabilities fall in sum, and 1.645 standard errors of it.
    private func gain(_ stories: [LeverStory]) -> (value: Double, halfWidth: Double) {
        var value = 0.0
        var squares = 0.0
        for story in stories {
            let info = scenarios.first { $0.id == story.comparison.scenario }
            guard let difference = story.comparison.goal(in: info)?.difference else { continue }
            value -= difference.value
            let half = (difference.chance.high - difference.chance.low) / 2
            squares += half * half
        }
        return (value, squares.squareRoot())
    }
}
