internal import DrillResults

/// Pairs of levers that do more together than both alone: on parallel routes each alone may gain nothing.
struct PairSearch {
    let changes: [LeverChange]
    let results: CompanyLevers
    /// With all trials.
    let stories: LeverStories
    let scenarios: [ScenarioInfo]

    /// Levers of which all pairs are tried.
    private static let mostLevers = 8
    /// Pairs that are reported.
    private static let mostPairs = 3

    /// Best first. Candidates are found on few trials and judged on all.
    func pairs() async throws -> [LeverPair] {
        let chosen = candidates
        let pairs = chosen.indices.flatMap { first in
            chosen[(first + 1)...].filter { !changes[$0].excludes(changes[chosen[first]]) }.map { (chosen[first], $0) }
        }
        guard !pairs.isEmpty else { return [] }
        let found = try await stories.few.run(
            chosen.map { changes[$0] } + pairs.map { [changes[$0.0], changes[$0.1]].together })
        let singles = Dictionary(uniqueKeysWithValues: zip(chosen, found.map(gain)))
        let ranked = zip(pairs, found.dropFirst(chosen.count).map(gain)).filter { pair, gain in
            guard let first = singles[pair.0], let second = singles[pair.1] else { return false }
            return gain.value - first.value - second.value > gain.halfWidth
        }.sorted { ($1.1.value, $0.0.0, $0.0.1) < ($0.1.value, $1.0.0, $1.0.1) }.prefix(Self.mostPairs)
        let judged = try await stories.run(ranked.map { [changes[$0.0.0], changes[$0.0.1]].together })
        return zip(ranked, judged).compactMap { candidate, stories in
            let (first, second) = candidate.0
            let both = gain(stories)
            let pair = LeverPair(
                first: changes[first].lever, second: changes[second].lever, gain: both.value,
                firstGain: gain(results.levers[first].stories).value,
                secondGain: gain(results.levers[second].stories).value)
            return pair.surplus > both.halfWidth ? pair : nil
        }.sorted { ($1.gain, $0.first.id) < ($0.gain, $1.first.id) }
    }

    /// The levers on which a story depends that move most trials, one of each place: its strongest. One that moves none
    /// alone may still be half of a pair.
    private var candidates: [Int] {
        var best: [Substring: (lever: Int, moved: Int)] = [:]
        for (index, result) in results.levers.enumerated() {
            let moved = result.stories.reduce(0) { $0 + $1.comparison.trials - $1.comparison.unchangedTrials }
            guard result.stories.contains(where: { !$0.cannotMatter }) else { continue }
            if moved >= best[changes[index].place]?.moved ?? 0 { best[changes[index].place] = (index, moved) }
        }
        return best.values.sorted { ($1.moved, $0.lever) < ($0.moved, $1.lever) }.prefix(Self.mostLevers).map(\.lever)
            .sorted()
    }

    /// By how much the goals' probabilities fall in sum, and 1.645 standard errors of it.
    private func gain(_ stories: [LeverStory?]) -> (value: Double, halfWidth: Double) {
        var value = 0.0
        var squares = 0.0
        for case let story? in stories {
            let info = scenarios.first { $0.id == story.comparison.scenario }
            guard let difference = story.comparison.goal(in: info)?.difference else { continue }
            value -= difference.value
            let half = (difference.chance.high - difference.chance.low) / 2
            squares += half * half
        }
        return (value, squares.squareRoot())
    }
}
