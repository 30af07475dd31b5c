internal import DrillResults
internal import Scenarios

/// Turns counted trials into scores with their formulas; see docs/decisions/scores.md.
struct ScoreMaker {
    /// One for each scenario that applies, in the exercise's order; at least one.
    let stories: [StoryCounts]

    /// Nil where no story applies.
    func scorecard() -> Scorecard? {
        let all = stories.flatMap { story in
            story.scenario.objectives.indices.filter { story.applies[$0] }.map { Stake(story: story, number: $0) }
        }
        let gravest = all.map { $0.objective.severity.rank }.min()
        let severe = all.filter { $0.objective.severity.rank == gravest }
        guard
            let worst = lowest(severe, { overall($0) }), let prevention = lowest(severe, { self.prevention($0) })
        else { return nil }
        return Scorecard(
            scenarios: stories.map(\.scenario.id), overall: worst.score, worst: worst.place.reference,
            prevention: prevention.score, response: lowest(severe, { response($0) })?.score, families: families(severe),
            objectives: all.map { place in
                ObjectiveScore(
                    scenario: place.story.scenario.id, objective: place.objective.id,
                    prevention: self.prevention(place),
                    response: response(place), overall: overall(place))
            })
    }

    private func families(_ severe: [Stake]) -> [FamilyScore] {
        ControlFamily.allCases.compactMap { family in
            let found =
                family == .monitoring
                ? lowest(severe, monitoring)
                : lowest(severe.filter { $0.story.preventing[$0.number].contains(family) }) { place in
                    place.story.families[family].map { unanswered($0[place.number], place, who: family.ownWords) }
                }
            return found.map { FamilyScore(family: family.rawValue, score: $0.score) }
        }
    }

    // MARK: One objective

    private func prevention(_ place: Stake) -> Score { unanswered(place.story.own[place.number], place, who: "") }

    /// 100 × (1 − share of the trials that reach the objective when nobody responds).
    private func unanswered(_ reached: [UInt64], _ place: Stake, who: String) -> Score {
        let share = Uncertainty.probability(reached: reached, trials: place.story.trials)
        return Score(
            value: 100 * (1 - share.value),
            range: Interval(low: 100 * (1 - share.range.high), high: 100 * (1 - share.range.low)),
            formula: "100 × (1 − \(share.value.fourDigits))",
            terms: [term("share of trials that reach \(place.title) when nobody responds\(who)", share)])
    }

    private func response(_ place: Stake) -> Score? {
        answered(place.story.referenceAnswered, place, who: "this company's noticing and response")
    }

    private func monitoring(_ place: Stake) -> Score? {
        place.story.monitoring.flatMap { answered($0, place, who: "this company's monitoring and response") }
    }

    /// 100 × (1 − what is lost with the response ÷ what is lost without), on the reference company; nil where that loses
    /// nothing: there is nothing that a response could save.
    private func answered(_ reached: [[UInt64]], _ place: Stake, who: String) -> Score? {
        guard let lost = lostAgain(reached, place) else { return nil }
        let trials = place.story.trials
        let with = Uncertainty.probability(reached: reached[place.number], trials: trials)
        let without = Uncertainty.probability(
            reached: place.story.referenceUnanswered[place.number], trials: trials)
        return Score(
            value: 100 * (1 - lost.value),
            range: Interval(low: 100 * (1 - lost.range.high), high: 100 * (1 - lost.range.low)),
            formula: "100 × (1 − \(with.value.fourDigits) / \(without.value.fourDigits))",
            terms: [
                term("share of trials in which the reference company loses \(place.title) with \(who)", with),
                term("the same when nobody responds", without),
            ])
    }

    /// Of the reference company's trials that are lost when nobody responds, the share that is lost all the same.
    private func lostAgain(_ reached: [[UInt64]], _ place: Stake) -> Probability? {
        let without = place.story.referenceUnanswered[place.number]
        guard without.contains(where: { $0 > 0 }) else { return nil }
        return Uncertainty.probability(reached: reached[place.number], trials: without)
    }

    /// 100 × (1 − reached when nobody responds × lost all the same).
    private func overall(_ place: Stake) -> Score {
        let reached = Uncertainty.probability(reached: place.story.own[place.number], trials: place.story.trials)
        let first = term("share of trials that reach \(place.title) when nobody responds", reached)
        guard let lost = lostAgain(place.story.referenceAnswered, place) else {
            return Score(
                value: 100 * (1 - reached.value),
                range: Interval(low: 100 * (1 - reached.range.high), high: 100 * (1 - reached.range.low)),
                formula: "100 × (1 − \(reached.value.fourDigits))",
                terms: [first])
        }
        func half(_ reachedEnd: Double, _ lostEnd: Double) -> Double {
            let (a, b) = (lost.value * (reachedEnd - reached.value), reached.value * (lostEnd - lost.value))
            return (a * a + b * b).squareRoot()
        }
        let product = reached.value * lost.value
        return Score(
            value: 100 * (1 - product),
            range: Interval(
                low: 100 * max(0, 1 - product - half(reached.range.high, lost.range.high)),
                high: 100 * min(1, 1 - product + half(reached.range.low, lost.range.low))),
            formula: "100 × (1 − \(reached.value.fourDigits) × \(lost.value.fourDigits))",
            terms: [
                first,
                term("of what the reference company loses when nobody responds, the share lost all the same", lost),
            ])
    }

    private func term(_ name: String, _ share: Probability) -> ScoreTerm {
        ScoreTerm(name: name, value: share.value, count: share.count, trials: share.trials)
    }

    private func lowest(_ places: [Stake], _ score: (Stake) -> Score?) -> (place: Stake, score: Score)? {
        places.reduce(nil) { best, place in
            guard let next = score(place) else { return best }
            if let best, best.score.value <= next.value { return best }
            return (place, next)
        }
    }
}

/// An objective of a story, at stake.
private struct Stake {
    var story: StoryCounts
    var number: Int

    var objective: Objective { story.scenario.objectives[number] }
    var reference: ObjectiveReference { ObjectiveReference(scenario: story.scenario.id, objective: objective.id) }
    var title: String { "“\(objective.title)”" }
}

extension ControlFamily {
    /// Behind "when nobody responds".
    fileprivate var ownWords: String { ", with the family \(rawValue) as it is and all others at the reference level" }
}

extension Double {
    /// "0.0340": a share with four digits behind the point.
    fileprivate var fourDigits: String {
        let parts = Int((self * 10_000).rounded())
        let digits = String(parts % 10_000)
        return "\(parts / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)"
    }
}
