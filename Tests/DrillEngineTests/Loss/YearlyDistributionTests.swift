import DrillEngine
import DrillKernel
import Testing

/// A year's loss against closed forms; the lattice moves a loss by at most 1/64.
@Suite struct YearlyDistributionTests {
    private func tally(_ losses: [Double]) -> LossTally { losses.reduce(into: LossTally()) { $0.add($1) } }

    /// Chance of at most `count` events at a rate.
    private func poisson(_ count: Int, rate: Double) -> Double {
        var term = DeterministicMath.exp(-rate)
        var sum = term
        for event in stride(from: 1, through: count, by: 1) {
            term *= rate / Double(event)
            sum += term
        }
        return sum
    }

    @Test("attacks that all lose the same count as a Poisson variable", arguments: [0.05, 0.7, 2, 12])
    func constant(rate: Double) {
        let year = YearlyDistribution([.init(rate: rate, losses: tally([100, 100, 100]))])
        #expect(abs(year.expected - 100 * rate) < 1e-9)
        #expect(abs(year.anyLoss - (1 - poisson(0, rate: rate))) < 1e-12)
        for count in 1...8 {
            let share = year.share(atLeast: 100 * Double(count) - 50)
            #expect(abs(share - (1 - poisson(count - 1, rate: rate))) < 1e-9)
        }
        let most = (0...100).first { poisson($0, rate: rate) >= 0.95 } ?? 0
        #expect(abs(year.quantile(0.95) - 100 * Double(most)) <= 100 * Double(most) / 64)
    }

    @Test("attacks without a loss are no loss events")
    func thinning() {
        let year = YearlyDistribution([.init(rate: 4, losses: tally([0, 0, 0, 7]))])
        let thinned = YearlyDistribution([.init(rate: 1, losses: tally([7]))])
        #expect(year.lossEvents == 1 && thinned.lossEvents == 1)
        #expect(abs(year.anyLoss - thinned.anyLoss) < 1e-12)
        #expect(abs(year.share(atLeast: 10) - thinned.share(atLeast: 10)) < 1e-9)
    }

    /// Sums of n exponential losses are gamma distributed.
    @Test("exponential losses", arguments: [0.2, 1.5, 6])
    func exponential(rate: Double) {
        let count = 20_000
        let losses = (0..<count).map { -1000 * DeterministicMath.log(1 - (Double($0) + 0.5) / Double(count)) }
        let year = YearlyDistribution([.init(rate: rate, losses: tally(losses))])
        for amount in [50.0, 400, 1000, 3000, 9000] {
            var weight = DeterministicMath.exp(-rate)
            var share = 0.0
            for events in 1...60 {
                weight *= rate / Double(events)
                share += weight * DeterministicMath.regularizedGamma(shape: Double(events), amount / 1000).upper
            }
            #expect(abs(year.share(atLeast: amount) - share) < 0.01, "\(amount)")
        }
    }

    /// Small losses beside great ones: each amount is read on a lattice of its own size.
    @Test("losses of very different sizes")
    func wide() {
        let year = YearlyDistribution([.init(rate: 0.5, losses: tally([3, 3, 3, 40_000_000]))])
        // Any number of small ones, no great one.
        #expect(abs(year.share(atLeast: 1_000_000) - (1 - poisson(0, rate: 0.125))) < 1e-9)
        #expect(abs(year.share(atLeast: 4.5) - (1 - poisson(0, rate: 0.125) * poisson(1, rate: 0.375))) < 1e-9)
    }

    @Test("many attacks a year come near a normal distribution")
    func many() {
        let year = YearlyDistribution([.init(rate: 900, losses: tally([1]))])
        #expect(abs(year.quantile(0.95) - (900 + 1.645 * 30)) < 900 / 64)
        #expect(abs(year.share(atLeast: 800) - 1) < 0.002)
    }

    @Test("worlds count alike")
    func worlds() {
        let year = YearlyDistribution([
            .init(rate: 0, losses: tally([50])), .init(rate: 2, losses: tally([50])),
        ])
        #expect(abs(year.expected - 50) < 1e-9)
        #expect(abs(year.share(atLeast: 75) - (1 - poisson(1, rate: 2)) / 2) < 1e-9)
    }

    @Test func nothingToLose() {
        let year = YearlyDistribution([.init(rate: 3, losses: tally([0, 0]))])
        #expect(year.expected == 0 && year.anyLoss == 0 && year.quantile(0.95) == 0)
        #expect(year.share(atLeast: 1) == 0)
    }

    /// Netflix-Skunkworks/riskquant, tests/test_simpleloss.py: lognormal losses, 90 % of them between 1 and 10.
    @Test("riskquant's annualized loss", arguments: [(0.1, 0.404_001_282_694_571_8), (3, 12.120_038_480_837_177)])
    func riskquant(rate: Double, published: Double) {
        let middle = DeterministicMath.log(10) / 2
        let sigma = middle / 1.644_853_626_951_472_2
        let count = 50_000
        let losses = (0..<count).map {
            1_000_000
                * DeterministicMath.exp(
                    middle + sigma * DeterministicMath.normalQuantile((Double($0) + 0.5) / Double(count)))
        }
        let year = YearlyDistribution([.init(rate: rate, losses: tally(losses))])
        #expect(abs(year.expected / 1_000_000 - published) < published * 1e-3)
    }

    @Test("tallies merge exactly, whatever the order")
    func merging() {
        let losses = (0..<500).map { Double(($0 * 7919) % 1013) * 1.37 }
        let whole = tally(losses)
        var parts = LossTally()
        for part in [losses[300...], losses[..<100], losses[100..<300]] { parts.merge(tally(Array(part))) }
        #expect(parts == whole)
        let sorted = losses.sorted()
        for p in [0.1, 0.5, 0.9, 0.95] {
            let exact = sorted[Int((p * 500).rounded(.up)) - 1]
            #expect(abs(whole.quantile(p) - exact) <= exact / 64)
        }
        #expect(abs(whole.mean - losses.reduce(0, +) / 500) < 0.01)
    }
}
