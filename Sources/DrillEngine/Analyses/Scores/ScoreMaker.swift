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
        func severity(_ stake: Stake) -> ObjectiveInfo.Severity { .init(stake.objective.severity) }
        let gravest = all.map(severity).max()
        let severe = all.filter { severity($0) == gravest }
        guard
            let worst = lowest(severe, { overall($0) }), let prevention = lowest(severe, { self.prevention($0) })
        else { return nil }
        return Scorecard(
            scenarios: stories.map(\.scenario.id), overall: worst.score, worst: worst.place.reference,
            prevention: prevention.score, response: response(severe), responseMissing: responseMissing(severe),
            families: families(severe),
            objectives: all.map { place in
                ObjectiveScore(
                    scenario: place.story.scenario.id, objective: place.objective.id,
                    prevention: self.prevention(place),
                    response: response([place]), overall: overall(place))
            })
    }

    private func families(_ severe: [Stake]) -> [FamilyScore] {
        ControlFamily.allCases.compactMap { family in
            let score =
                family == .monitoring
                ? monitoring(severe)
                : lowest(severe.filter { $0.story.preventing[$0.number].contains(family) }) { place in
                    place.story.families[family].map { unanswered($0[place.number], place, who: family.ownWords) }
                }?.score
            return score.map { FamilyScore(family: family.rawValue, score: $0) }
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

    // MARK: Response

    /// Losses of the reference company below which no response score is printed: of fewer, chance alone moves the score
    /// by more than eight points either way.
    static let leastLosses: UInt64 = 100

    private func response(_ places: [Stake]) -> Score? {
        answered(places, who: "this company's noticing and response") { $0.story.referenceAnswered }
    }

    private func monitoring(_ places: [Stake]) -> Score? {
        answered(places.filter { $0.story.monitoring != nil }, who: "this company's monitoring and response") {
            $0.story.monitoring ?? []
        }
    }

    /// Why there is no response score; nil where there is one.
    private func responseMissing(_ places: [Stake]) -> String? {
        let lost = losses(places)
        guard lost < Self.leastLosses else { return nil }
        let trials = places.reduce(0) { $0 + $1.story.trials.reduce(0, +) }
        let goals = places.count == 1 ? places[0].title : "one of the most severe objectives"
        let count = lost == 0 ? "none" : Wording.count(Int(lost))
        return "not measurable: prevention at the reference level already stops it. When nobody responds the reference "
            + "company loses \(goals) in \(count) of \(Wording.count(Int(trials))) trials; a score of what a response "
            + "saves takes \(Self.leastLosses)."
    }

    /// Losses of the reference company when nobody responds, over all these objectives.
    private func losses(_ places: [Stake]) -> UInt64 {
        places.reduce(0) { $0 + $1.story.referenceUnanswered[$1.number].reduce(0, +) }
    }

    /// 100 × (1 − what is lost with the response ÷ what is lost without), on the reference company, over all these
    /// objectives: each weighs as much as the reference company loses of it. Nil where that is next to nothing: there is
    /// nothing that a response could save.
    private func answered(_ places: [Stake], who: String, _ reached: (Stake) -> [[UInt64]]) -> Score? {
        let all = losses(places)
        guard all >= Self.leastLosses else { return nil }
        let trials = places.reduce(0) { $0 + $1.story.trials.reduce(0, +) }
        let kept = places.reduce(0) { $0 + reached($1)[$1.number].reduce(0, +) }
        // Objectives of a story fall together, and all stories share the worlds: the ends add up, as if all were wrong in
        // the same way.
        var (low, high) = (0.0, 0.0)
        for place in places {
            guard let lost = lostAgain(reached(place), place) else { continue }
            let weight = Double(lost.trials) / Double(all)
            low += weight * lost.range.low
            high += weight * lost.range.high
        }
        let (with, without) = (Double(kept) / Double(trials), Double(all) / Double(trials))
        let what =
            places.count == 1
            ? "share of trials in which the reference company loses \(places[0].title)"
            : "over the \(places.count) most severe objectives, share of trials in which the reference company loses them"
        return Score(
            value: 100 * (1 - Double(kept) / Double(all)),
            range: Interval(low: 100 * (1 - high), high: 100 * (1 - low)),
            formula: "100 × (1 − \(with.fourDigits) / \(without.fourDigits))",
            terms: [
                ScoreTerm(name: "\(what) with \(who)", value: with, count: Int(kept), trials: Int(trials)),
                ScoreTerm(name: "the same when nobody responds", value: without, count: Int(all), trials: Int(trials)),
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
