import DrillKernel
import Testing

/// One function of every shape.
private let functions: [QuantileFunction] = [
    .constant(0), .constant(2.5),
    .exponential(mean: 0), .exponential(mean: 12), .exponential(mean: 3e38),
    .lognormal(mu: 3, sigma: 1.6), .lognormal(mu: 0, sigma: 1e-7), .lognormal(mu: 80, sigma: 40),
    .uniform(low: 1, width: 6), .uniform(low: 1e8, width: 1),
    .table(QuantileTable(coordinate: .uniform, values: [0, 5])),
    .table(QuantileTable(coordinate: .uniform, values: [0, 1, 1, 1.5, 7, 100, 100.1])),
    .table(QuantileTable(coordinate: .exponential, values: (0..<200).map { Float($0 * $0) })),
    .table(QuantileTable(coordinate: .normal, values: (0..<512).map { Float($0) * 0.1 })),
    .knots([QuantileKnot(p: 0, value: 1), QuantileKnot(p: 1, value: 2)]),
    .knots([
        QuantileKnot(p: 0, value: 0), QuantileKnot(p: 0.5, value: 0), QuantileKnot(p: 0.5, value: 3),
        QuantileKnot(p: 0.9, value: 4), QuantileKnot(p: 0.99, value: 1000), QuantileKnot(p: 1, value: 1000),
    ]),
]

@Suite("Sampling a quantile function from one word")
struct SamplerTests {
    /// All functions share one array, as in a compiled graph.
    private func compiled() -> (samplers: [Sampler], values: [Float]) {
        var values: [Float] = [-99]
        return (functions.map { Sampler($0, appendingTo: &values) }, values)
    }

    @Test("eight lanes, one lane and the description agree bit for bit")
    func twins() {
        let (samplers, values) = compiled()
        for (function, sampler) in zip(functions, samplers) {
            var different = 0
            for start in stride(from: 0, to: probeWords.count, by: 8) {
                var words = SIMD8<UInt32>()
                for lane in 0..<8 { words[lane] = probeWords[start + lane] }
                let eight = sampler.sample(words, values.span)
                for lane in 0..<8 {
                    let one = sampler.sample(words[lane], values.span)
                    if one.bitPattern != eight[lane].bitPattern { different += 1 }
                    if start < 512, function.sample(word: words[lane]) != one { different += 1 }
                }
            }
            #expect(different == 0, "\(function)")
        }
    }

    @Test("never falls in the word, stays within 0…3e38")
    func monotone() {
        let (samplers, values) = compiled()
        let sorted = probeWords.sorted()
        for (function, sampler) in zip(functions, samplers) {
            var previous: Float = 0
            var disorder = 0
            func look(_ word: UInt32) {
                let value = sampler.sample(word, values.span)
                if !(value >= previous && value <= 3e38) { disorder += 1 }
                previous = value
            }
            sorted.forEach(look)
            // Neighbours, where rounding would show.
            for centre in [UInt32(0), 0x4000_0000, 0x7FF0_0000, 0xE665_0000, 0xFFF0_0000] {
                previous = 0
                for cell in 0..<2048 as Range<UInt32> { look(centre &+ cell &* 512) }
            }
            #expect(disorder == 0, "\(function)")
        }
    }

    @Test("values at known words")
    func known() {
        let half: UInt32 = 0x8000_0000
        #expect(abs(QuantileFunction.exponential(mean: 10).sample(word: half) - 6.931_472) < 1e-5)
        #expect(abs(QuantileFunction.lognormal(mu: 1, sigma: 2).sample(word: half) - 2.718_282) < 1e-5)
        #expect(abs(QuantileFunction.uniform(low: 1, width: 6).sample(word: half) - 4) < 1e-5)
        #expect(QuantileFunction.constant(-1).sample(word: half) == 0)
        #expect(QuantileFunction.constant(.infinity).sample(word: half) == 3e38)
        let exponential = QuantileFunction.exponential(mean: 1)
        #expect(abs(exponential.sample(word: .max) - 16.635_532) < 1e-5)
        #expect(abs(exponential.sample(word: 0) / 0x1p-24 - 1) < 1e-6)
        let knots = functions[functions.count - 1]
        #expect(knots.sample(word: 0x7FFF_FFFF) == 0)
        #expect(abs(knots.sample(word: half) - 3) < 1e-5)
        #expect(knots.sample(word: .max) == 1000)
        #expect(QuantileFunction.table(QuantileTable(coordinate: .uniform, values: [0, 5])).sample(word: .max) < 5)
    }

    @Test("tables are linear in their own coordinate")
    func coordinates() {
        for word in probeWords {
            let u = LaneMath.uniform(word)
            let cells = 64
            let even = QuantileTable(coordinate: .uniform, values: (0...cells).map { Float($0) / Float(cells) })
            #expect(abs(QuantileFunction.table(even).sample(word: word) - u) < 1e-6)
            let tail = QuantileTable(
                coordinate: .exponential, values: (0...cells).map { Float($0) * 17 / Float(cells) })
            let minusLog = LaneMath.negativeLog(LaneMath.uniform(~word))
            #expect(abs(QuantileFunction.table(tail).sample(word: word) - minusLog) < 1e-5)
            let normal = QuantileTable(
                coordinate: .normal, values: (0...cells).map { Float($0) * 10.6 / Float(cells) })
            let z = LaneMath.normalQuantile(u)
            #expect(abs(QuantileFunction.table(normal).sample(word: word) - (z + 5.3)) < 1e-5)
        }
    }
}
