package import DrillResults

extension Uncertainty {
    /// The mean paired difference and its intervals, from sums by world.
    ///
    /// *Chance*: 1.645 standard errors of the paired differences within worlds. *Not knowing*: 5 % and 95 % points of
    /// the worlds' mean differences, after the variance that chance explains has been taken off. The range adds the two
    /// distances from the estimate in quadrature, on each side, as for probabilities.
    package static func difference(_ moments: [PairedMoments]) -> Difference {
        let worlds = moments.filter { $0.trials > 0 }
        let trials = worlds.reduce(0) { $0 + $1.trials }
        guard trials > 0 else { return .none }
        let before = worlds.reduce(0) { $0 + $1.before } / trials
        let after = worlds.reduce(0) { $0 + $1.after } / trials
        let value = after - before
        // Sum over worlds of the squared distances from the world's own mean.
        let within = worlds.reduce(0) { $0 + max($1.squaredDifferences - square($1.difference) * $1.trials, 0) }
        let degrees = max(trials - Double(worlds.count), 1)
        let half = Wilson.z * (within / degrees / trials).squareRoot()
        let chance = Interval(low: value - half, high: value + half)
        let notKnowing = between(worlds, mean: value)
        func both(_ a: Double, _ b: Double) -> Double { (square(value - a) + square(value - b)).squareRoot() }
        return Difference(
            before: before, after: after, value: value, chance: chance, notKnowing: notKnowing,
            range: Interval(
                low: value - both(chance.low, notKnowing.low), high: value + both(chance.high, notKnowing.high)))
    }

    private static func between(_ worlds: [PairedMoments], mean: Double) -> Interval {
        guard worlds.count > 1 else { return Interval(low: mean, high: mean) }
        let count = Double(worlds.count)
        let means = worlds.map(\.difference)
        let middle = means.reduce(0, +) / count
        let spread = means.reduce(0) { $0 + square($1 - middle) } / (count - 1)
        // The variance of a world's mean that its trials explain.
        let explained = worlds.reduce(0) {
            $0 + max($1.squaredDifferences / $1.trials - square($1.difference), 0) / max($1.trials - 1, 1)
        }
        let within = explained / count
        guard spread > within else { return Interval(low: mean, high: mean) }
        let shrink = ((spread - within) / spread).squareRoot()
        let shrunk = means.map { mean + ($0 - middle) * shrink }.sorted()
        return Interval(low: min(quantile(shrunk, 0.05), mean), high: max(quantile(shrunk, 0.95), mean))
    }

    private static func square(_ x: Double) -> Double { x * x }
}

extension PairedMoments {
    /// The world's mean difference.
    var difference: Double { (after - before) / trials }
}

extension Difference {
    /// Nothing was compared.
    static let none = Difference(
        before: 0, after: 0, value: 0, chance: Interval(low: 0, high: 0), notKnowing: Interval(low: 0, high: 0),
        range: Interval(low: 0, high: 0))
}
