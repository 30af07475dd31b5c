internal import DrillKernel

/// What a year loses where attacks come independently at a rate, each with a loss like those simulated: a compound
/// Poisson distribution in each world, averaged over the worlds.
///
/// Panjer's recursion (ASTIN Bulletin 12, 1981) on lattices of 1024 points: the coarsest spans all that a year can
/// lose, each finer one a sixteenth of it. A loss between two points is split over both so that its mean stays. The
/// recursion adds only positive terms and is exact at each point whatever lies beyond the lattice, so there is no
/// truncation and no cancellation; what is left is that losses are moved by at most one step, which is at most 1/64 of
/// the amount that is asked for.
package struct YearlyDistribution: Sendable {
    /// Attacks a year, and what each loses.
    package struct World: Sendable {
        /// Attacks a year.
        package var rate: Double
        /// What one attack costs.
        package var losses: LossTally

        package init(rate: Double, losses: LossTally) {
            self.rate = rate
            self.losses = losses
        }
    }

    private static let points = 1024
    private static let finer = 16.0
    private static let mostLattices = 7

    /// Share of years with any loss.
    package let anyLoss: Double
    /// Mean loss of a year: rate times mean loss of an attack (Wald), without any lattice.
    package let expected: Double
    /// Attacks with a loss a year.
    package let lossEvents: Double
    /// The least loss of one attack; 0 where there is none.
    package let least: Double
    /// Beyond it lies less than one year in ten thousand.
    package let greatest: Double
    /// From the finest to the coarsest: width of a step, and the chance of each multiple of it.
    private var lattices: [(step: Double, chances: [Double])] = []

    /// - Parameter worlds: At least one, all equally credible.
    package init(_ worlds: [World]) {
        let count = Double(worlds.count)
        func average(_ value: (World) -> Double) -> Double { worlds.reduce(0) { $0 + value($1) } / count }
        expected = average { $0.rate * $0.losses.mean }
        lossEvents = average { $0.rate * Self.lossShare($0) }
        anyLoss = average { -DeterministicMath.expm1(-$0.rate * Self.lossShare($0)) }
        let severities = worlds.map(\.losses.steps)
        least = severities.compactMap { $0.first?.loss }.min() ?? 0
        // Four standard deviations above the mean number of losses, each the greatest.
        greatest =
            zip(worlds, severities).map { world, steps in
                let events = world.rate * Self.lossShare(world)
                return (steps.last?.loss ?? 0) * (events + 4 * events.squareRoot() + 3).rounded(.up)
            }.max() ?? 0
        guard greatest > 0 else { return }
        var top = greatest
        while lattices.count < Self.mostLattices {
            let step = top / Double(Self.points - 1)
            var chances = [Double](repeating: 0, count: Self.points)
            for (world, severity) in zip(worlds, severities) {
                let year = Self.year(
                    rate: world.rate, share: Self.lossShare(world), Self.split(severity, step: step))
                for point in chances.indices { chances[point] += year[point] / count }
            }
            lattices.insert((step, chances), at: 0)
            if top <= least { break }
            top /= Self.finer
        }
    }

    /// Share of years that lose at least so much.
    package func share(atLeast loss: Double) -> Double {
        if loss <= 0 { return 1 }
        guard loss > least else { return anyLoss }
        let reach = Double(Self.points - 1)
        guard let lattice = lattices.first(where: { loss <= $0.step * reach }) else { return 0 }
        let below = lattice.chances.enumerated().reduce(0.0) {
            Double($1.offset) + 0.5 <= loss / lattice.step ? $0 + $1.element : $0
        }
        return min(max(1 - below, 0), anyLoss)
    }

    /// The amount below or at which a share `p` of the years lies.
    package func quantile(_ p: Double) -> Double {
        if p <= 1 - anyLoss { return 0 }
        for lattice in lattices {
            var below = 0.0
            for (point, chance) in lattice.chances.enumerated() {
                below += chance
                if below >= p { return max(Double(point) * lattice.step, least) }
            }
        }
        return greatest
    }

    private static func lossShare(_ world: World) -> Double {
        world.losses.trials == 0 ? 0 : Double(world.losses.lossCount) / Double(world.losses.trials)
    }

    /// Chances of an attack's loss at the lattice's points that have any, the rest at 0 or beyond it.
    private static func split(_ losses: [(loss: Double, share: Double)], step: Double) -> [(point: Int, chance: Double)]
    {
        var chances: [Int: Double] = [:]
        for (loss, share) in losses where loss / step < Double(points) {
            let low = Int(loss / step)
            let part = loss / step - Double(low)
            chances[low, default: 0] += share * (1 - part)
            if part > 0, low + 1 < points { chances[low + 1, default: 0] += share * part }
        }
        return chances.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Chances of a year's loss at the lattice's points.
    ///
    /// - Parameters:
    ///   - share: Of attacks with any loss, also beyond the lattice.
    ///   - losses: Chances of an attack's loss at the points; at 0 those of losses too small for the lattice.
    private static func year(
        rate: Double, share: Double, _ losses: [(point: Int, chance: Double)]
    ) -> [Double] {
        let tiny = losses.first { $0.point == 0 }?.chance ?? 0
        let moving = rate * max(share - tiny, 0)
        // Beyond that the chance of nothing would come near the least number there is.
        if moving > 500 {
            let half = year(rate: rate / 2, share: share, losses)
            return sum(half, half)
        }
        let positive = losses.filter { $0.point > 0 }
        var chances = [Double](repeating: 0, count: points)
        chances[0] = DeterministicMath.exp(-moving)
        for point in 1..<points {
            var sum = 0.0
            for loss in positive {
                if loss.point > point { break }
                sum += Double(loss.point) * loss.chance * chances[point - loss.point]
            }
            chances[point] = rate * sum / Double(point)
        }
        return chances
    }

    /// The distribution of the sum of two independent losses.
    private static func sum(_ one: [Double], _ other: [Double]) -> [Double] {
        var chances = [Double](repeating: 0, count: points)
        for (place, chance) in one.enumerated() where chance > 0 {
            for rest in 0..<(points - place) { chances[place + rest] += chance * other[rest] }
        }
        return chances
    }
}
