import DrillKernel
import Testing

/// Every scale of u that a word can give: both tails, finer and finer, and the middle.
private let tailWords: [UInt32] =
    probeWords.prefix(160) + (0..<23).flatMap { [UInt32(768) << $0, ~(UInt32(768) << $0)] }

@Suite("Distributions from natural parameters")
struct DistributionTests {
    @Test("gamma tables keep their stated error at every u", arguments: [0.01, 0.1, 0.3, 1, 2.5, 17, 400, 2e4])
    func gamma(shape: Double) {
        let function = QuantileFunction.makeGamma(shape: shape, scale: 3)
        var worst = 0.0
        for word in tailWords {
            let u = Double(LaneMath.uniform(word))
            let truth = 3 * DeterministicMath.inverseRegularizedGamma(shape: shape, lower: u, upper: 1 - u)
            worst = max(worst, abs(Double(function.sample(word: word)) - truth) / (3 * shape + truth))
        }
        #expect(worst < (shape < 0.1 ? 1e-3 : 1e-4))
    }

    @Test(
        "triangular and PERT tables keep their stated error at every u",
        arguments: [(0.0, 0.0, 1.0), (0, 1, 1), (2, 3, 10), (2, 9.9, 10), (1, 5, 9), (1000, 1001, 1003)])
    func bounded(low: Double, likely: Double, high: Double) {
        let triangular = QuantileFunction.makeTriangular(low: low, likely: likely, high: high)
        let pert = QuantileFunction.makePert(low: low, likely: likely, high: high)
        var worst = (0.0, 0.0)
        for word in tailWords {
            let u = Double(LaneMath.uniform(word))
            let width = high - low
            let left = (likely - low) / width
            let exact =
                u < left
                ? low + (u * width * (likely - low)).squareRoot()
                : high - ((1 - u) * width * (high - likely)).squareRoot()
            worst.0 = max(worst.0, abs(Double(triangular.sample(word: word)) - exact) / width)
            let beta = DeterministicMath.inverseRegularizedBeta(u, a: 1 + 4 * left, b: 1 + 4 * (1 - left))
            worst.1 = max(worst.1, abs(Double(pert.sample(word: word)) - (low + width * beta)) / width)
        }
        #expect(worst.0 < 1e-4)
        #expect(worst.1 < 1e-4)
    }

    @Test("lognormal from median and p90 meets both")
    func lognormal() {
        let function = QuantileFunction.makeLognormal(median: 24, p90: 200)
        #expect(abs(function.sample(word: 0x8000_0000) - 24) < 1e-3)
        #expect(abs(function.sample(word: 0xE666_6666) - 200) < 1e-2)
        #expect(QuantileFunction.makeLognormal(median: 7, p90: 7) == .constant(7))
        #expect(QuantileFunction.makeLognormal(mu: 0, sigma: 0) == .constant(1))
        guard case .lognormal(let mu, let sigma) = function else {
            Issue.record("not a lognormal")
            return
        }
        #expect(mu == Float(3.178_053_830_347_946) && abs(sigma - 1.654_450_7) < 1e-6)
    }

    @Test("what has no width is constant, what is too large is capped")
    func degenerate() {
        #expect(QuantileFunction.makeExponential(mean: 0) == .constant(0))
        #expect(QuantileFunction.makeExponential(mean: 1e300) == .exponential(mean: 3e38))
        #expect(QuantileFunction.makeUniform(low: 4, high: 4) == .constant(4))
        #expect(QuantileFunction.makeUniform(low: 4, high: 6) == .uniform(low: 4, width: 2))
        #expect(QuantileFunction.makePert(low: 2, likely: 2, high: 2) == .constant(2))
        #expect(QuantileFunction.makeTriangular(low: 2, likely: 2, high: 2) == .constant(2))
    }

    @Test("given points are met exactly")
    func points() {
        let function = QuantileFunction.makeQuantiles([(0, 0), (0.5, 10), (0.75, 10), (1, 90)])
        #expect(abs(function.sample(word: 0x4000_0000) - 5) < 1e-4)
        #expect(function.sample(word: 0x9000_0000) == 10)
        #expect(abs(function.sample(word: 0xE000_0000) - 50) < 1e-3)
        #expect(function.sample(word: .max) <= 90)
    }

    @Test(
        "PERT quantiles are right, never fall in u, and keep their bounds",
        arguments: [(0.0, 0.0, 1.0), (0, 1, 1), (0.02, 0.1, 0.3), (-4, 2, 3), (1, 1e9, 2e9)])
    func pert(low: Double, likely: Double, high: Double) {
        func quantile(_ u: Double) -> Double {
            DeterministicMath.pertQuantile(u, low: low, likely: likely, high: high)
        }
        #expect(quantile(0) == low && quantile(1) == high)
        var previous = low
        var sum = 0.0
        let count = 400
        for i in 0..<count {
            let value = quantile((Double(i) + 0.5) / Double(count))
            #expect(value >= previous && value <= high)
            previous = value
            sum += value
        }
        // Mean of a PERT: (low + 4 likely + high) / 6.
        #expect(abs(sum / Double(count) - (low + 4 * likely + high) / 6) < 1e-4 * (high - low))
        for centre in [1e-9, 0.01, 0.5, 0.77] {
            var u = centre
            for _ in 0..<20 {
                #expect(quantile(u) <= quantile(u.nextUp), "at \(u)")
                u = u.nextUp
            }
        }
        #expect(DeterministicMath.pertQuantile(0.3, low: 5, likely: 5, high: 5) == 5)
    }
}
