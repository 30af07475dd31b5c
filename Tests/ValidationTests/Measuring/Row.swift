import Scenarios

/// A target beside what the reference population gives.
struct Row {
    var target: Target
    /// nil without a case.
    var value: Double?
    /// 5 % and 95 % over the worlds: chance and what is not known, the population held fixed.
    var interval: ClosedRange<Double>
    /// From least to most over other mixes of stories; nil where one story alone takes part.
    var mixes: ClosedRange<Double>?
    var cases: Int
    var verdict: Verdict

    enum Verdict: String {
        case inside, outside
        case dependent = "not independent"
        case tooFew = "too few cases"
    }

    /// Below this many cases a row says nothing.
    static let enough = 200

    init(_ target: Target, _ study: Study) {
        self.target = target
        let weigher = CaseWeigher(study: study, target: target)
        let cases = weigher.cases
        self.cases = cases.count
        let all = weigher.weighted(cases, target.mix)
        value = target.statistic.value(all)
        var dealt = Array(repeating: [WeightedCase](), count: Study.worlds)
        for item in all { dealt[item.outcome.world].append(item) }
        let byWorld = dealt.compactMap { target.statistic.value($0) }.sorted()
        interval = byWorld.isEmpty ? 0...0 : Self.quantile(byWorld, 0.05)...Self.quantile(byWorld, 0.95)
        mixes = Self.range(weigher, cases, value)
        verdict =
            cases.count < Self.enough
            ? .tooFew
            : !target.isIndependent ? .dependent : value.map(target.band.contains) == true ? .inside : .outside
    }

    /// Each story an equal share of the cases, and each story left out in turn.
    private static func range(_ weigher: CaseWeigher, _ cases: [Outcome], _ value: Double?) -> ClosedRange<Double>? {
        let stories = Set(cases.map(\.story))
        guard let value, stories.count > 1 else { return nil }
        var values = [value]
        if let equal = weigher.target.statistic.value(weigher.storiesEqual(cases)) { values.append(equal) }
        for story in stories {
            let rest = cases.filter { $0.story != story }
            if let without = weigher.target.statistic.value(weigher.weighted(rest, weigher.target.mix)) {
                values.append(without)
            }
        }
        return (values.min() ?? value)...(values.max() ?? value)
    }

    /// Linear between order statistics.
    private static func quantile(_ sorted: [Double], _ p: Double) -> Double {
        let place = p * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(low + 1, sorted.count - 1)
        guard sorted[high] < .infinity else { return place == Double(low) ? sorted[low] : sorted[high] }
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }
}

/// A case and how much it counts.
struct WeightedCase {
    var outcome: Outcome
    var weight: Double
}

/// Picks a target's cases and weighs them.
struct CaseWeigher {
    let study: Study
    let target: Target

    var cases: [Outcome] {
        let takesPart = study.stories.map(target.story)
        return study.outcomes.filter {
            takesPart[$0.story] && !(target.withoutSmall && study.population[$0.organization].size == .small)
                && target.isCase($0)
        }
    }

    func weighted(_ cases: [Outcome], _ mix: Target.Mix) -> [WeightedCase] {
        guard mix == .vcdb else { return cases.map { WeightedCase(outcome: $0, weight: 1) } }
        let sectors = cases.map { VCDBWeights.sectors[study.population[$0.organization].sector]?.count ?? 0 }
        var total: [StoryTraits.Family: Double] = [:]
        for (outcome, weight) in zip(cases, sectors) {
            total[study.stories[outcome.story].family, default: 0] += weight
        }
        return zip(cases, sectors).map { outcome, weight in
            let family = study.stories[outcome.story].family
            let scale = (VCDBWeights.families[family] ?? 0) / (total[family] ?? 1)
            return WeightedCase(outcome: outcome, weight: weight * scale)
        }
    }

    /// Each story has the same share of the cases.
    func storiesEqual(_ cases: [Outcome]) -> [WeightedCase] {
        var counts: [Int: Double] = [:]
        for outcome in cases { counts[outcome.story, default: 0] += 1 }
        return cases.map { WeightedCase(outcome: $0, weight: 1 / (counts[$0.story] ?? 1)) }
    }
}

extension Target.Statistic {
    /// Of weighted cases; nil without any.
    func value(_ cases: [WeightedCase]) -> Double? {
        let total = cases.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        switch self {
        case .share(let holds): return cases.reduce(0) { $0 + (holds($1.outcome) ? $1.weight : 0) } / total
        case .mean(let quantity): return Self.mean(cases, quantity)
        case .median(let quantity):
            let sorted = cases.map { (quantity($0.outcome), $0.weight) }.sorted { $0.0 < $1.0 }
            var below = 0.0
            for (value, weight) in sorted {
                below += weight
                if below >= total / 2 { return value }
            }
            return sorted.last?.0
        case .difference(let quantity, let isFirst):
            guard let first = Self.mean(cases.filter { isFirst($0.outcome) }, quantity),
                let rest = Self.mean(cases.filter { !isFirst($0.outcome) }, quantity)
            else { return nil }
            return first - rest
        }
    }

    private static func mean(_ cases: [WeightedCase], _ quantity: (Outcome) -> Double) -> Double? {
        let total = cases.reduce(0) { $0 + $1.weight }
        return total > 0 ? cases.reduce(0) { $0 + $1.weight * quantity($1.outcome) } / total : nil
    }
}
