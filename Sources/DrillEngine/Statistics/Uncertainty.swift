package import DrillResults

/// Chance and not knowing, apart and together.
package enum Uncertainty {
    /// A probability from counts by world.
    ///
    /// The spread between worlds holds chance too, as each world has few trials: the variance that chance explains
    /// within worlds is taken off, and the worlds' shares are drawn towards the mean accordingly. The headline range
    /// adds the two distances from the estimate in quadrature.
    package static func probability(reached: [UInt64], trials: [UInt64]) -> Probability {
        let count = reached.reduce(0, +)
        let total = trials.reduce(0, +)
        let chance = Wilson.interval(count: count, trials: total)
        let value = total == 0 ? 0 : Double(count) / Double(total)
        let notKnowing = between(reached: reached, trials: trials, mean: value)
        func both(_ a: Double, _ b: Double) -> Double {
            let (first, second) = (value - a, value - b)
            return (first * first + second * second).squareRoot()
        }
        let range = Interval(
            low: max(0, value - both(chance.low, notKnowing.low)),
            high: min(1, value + both(chance.high, notKnowing.high)))
        return Probability(
            count: Int(count), trials: Int(total), value: value, chance: chance, notKnowing: notKnowing, range: range)
    }

    /// 5 % and 95 % of the worlds' shares, less what chance explains.
    private static func between(reached: [UInt64], trials: [UInt64], mean: Double) -> Interval {
        let worlds = zip(reached, trials).filter { $0.1 > 1 }.map { (Double($0.0) / Double($0.1), Double($0.1)) }
        guard worlds.count > 1 else { return Interval(low: mean, high: mean) }
        let count = Double(worlds.count)
        let middle = worlds.reduce(0) { $0 + $1.0 } / count
        let spread = worlds.reduce(0) { $0 + ($1.0 - middle) * ($1.0 - middle) } / (count - 1)
        let within = worlds.reduce(0) { $0 + $1.0 * (1 - $1.0) / ($1.1 - 1) } / count
        guard spread > within else { return Interval(low: mean, high: mean) }
        let shrink = ((spread - within) / spread).squareRoot()
        let shares = worlds.map { min(max(mean + ($0.0 - middle) * shrink, 0), 1) }.sorted()
        return Interval(low: min(quantile(shares, 0.05), mean), high: max(quantile(shares, 0.95), mean))
    }

    /// Linear between order statistics.
    static func quantile(_ sorted: [Double], _ p: Double) -> Double {
        let place = p * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(low + 1, sorted.count - 1)
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }
}
