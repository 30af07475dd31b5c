import DrillKernel
import KernelSamples
import Testing

/// Integer accumulators: quantiles within their stated error, merging exact in any order, huge values.
@Suite struct TallyTests {
    @Test(arguments: [0, 4, 7, 12, 16])
    func quantilesAreOffByAtMostABucket(precision: Int) {
        var random = SplitMix(seed: UInt64(precision) + 1)
        var tally = Tally(precision: precision)
        var values: [Double] = []
        for _ in 0..<5000 {
            // From 2^−12 to 2^40, all octaves alike.
            let value = Double(exp2(random.float() * 51.9 - 11.95))
            values.append(value)
            tally.add(value)
        }
        values.sort()
        for place in 1...99 {
            let p = Double(place) / 100
            let exact = values[Int((p * 5000).rounded(.up)) - 1]
            let found = tally.quantile(p, of: 5000) ?? -1
            #expect(abs(found - exact) <= exact / Double(1 << precision), "p = \(p)")
        }
    }

    @Test func aNeverIsCountedNotDropped() {
        var tally = Tally()
        for value in [1.0, 2, 3, 4] { tally.add(value) }
        // Four of ten trials: the median is "never", and so is all above 0.4.
        #expect(tally.quantile(0.5, of: 10) == nil)
        #expect(tally.quantile(0.41, of: 10) == nil)
        #expect(tally.quantile(0.4, of: 10) == 4)
        #expect(tally.quantile(0, of: 10) == 1)
        #expect(Tally().quantile(0, of: 10) == nil)
        #expect(Tally().mean == nil && MeanTally().mean == nil)
    }

    @Test func exactZerosStayZero() {
        var tally = Tally()
        for value in [0.0, 0, 0, 0, 0, 0, 1e-5, 5, 5, 5] { tally.add(value) }
        #expect(tally.quantile(0.6, of: 10) == 0)
        #expect(tally.quantile(0.7, of: 10).map { $0 > 0 && $0 < 0.001 } == true)
        #expect(tally.quantile(1, of: 10) == 5)
    }

    @Test func equalValuesGiveExactQuantiles() {
        var tally = Tally()
        for _ in 0..<1000 { tally.add(337.3) }
        for p in [0.0, 0.05, 0.5, 0.95, 1] { #expect(tally.quantile(p, of: 1000) == 337.3) }
        let zeros = {
            var tally = Tally()
            for _ in 0..<10 { tally.add(0) }
            return tally
        }()
        #expect(zeros.quantile(0.9, of: 10) == 0 && zeros.positive == 0 && zeros.count == 10 && zeros.mean == 0)
    }

    @Test func mergingIsExactInAnyOrder() {
        var random = SplitMix(seed: 9)
        var parts: [Tally] = []
        var means: [MeanTally] = []
        var whole = Tally()
        var wholeMean = MeanTally()
        for part in 0..<20 {
            var tally = Tally()
            var mean = MeanTally()
            // Parts of different size, range and order; one empty.
            for _ in 0..<part * 10 {
                let value = Float(exp2(random.float() * Float(part) - 5))
                tally.add(Double(value))
                whole.add(Double(value))
                mean.add(value)
                wholeMean.add(value)
            }
            parts.append(tally)
            means.append(mean)
        }
        for _ in 0..<20 {
            var merged = Tally()
            for part in random.shuffled(parts) { merged.merge(part) }
            #expect(merged.count == whole.count && merged.positive == whole.positive)
            #expect(merged.mean == whole.mean && merged.total == whole.total)
            for p in [0, 0.01, 0.1, 0.5, 0.9, 0.99, 1] {
                #expect(merged.quantile(p, of: whole.count) == whole.quantile(p, of: whole.count))
            }
            var mergedMean = MeanTally()
            for mean in random.shuffled(means) { mergedMean.merge(mean) }
            #expect(mergedMean == wholeMean)
        }
        #expect(abs((whole.mean ?? 0) - (wholeMean.mean ?? 1)) < 1e-9)
    }

    @Test func hugeValuesDoNotOverflow() {
        var tally = Tally()
        var mean = MeanTally()
        for value in [0, Float(0x1p-20), 1, 0x1p39, 0x1p41, 1e30, .greatestFiniteMagnitude] {
            tally.add(Double(value))
            mean.add(value)
        }
        // Beyond 2^40 the sum takes 2^40.
        let expected = (1 + 0x1p39 + 3 * 0x1p40) / 7
        #expect(abs((tally.mean ?? 0) - expected) <= expected * 1e-12)
        #expect(mean.mean == tally.mean)
        #expect(tally.quantile(1, of: 7) ?? 0 >= 0x1p40)
        #expect((1...1.01).contains(tally.quantile(3.0 / 7, of: 7) ?? 0))
        #expect(tally.count == 7 && tally.positive == 6)
    }

    @Test("a batch's lanes add up as one value after the other does, halves of a unit and the far future included")
    func lanesAddUpLikeValues() {
        var random = SplitMix(seed: 21)
        for round in 0..<2000 {
            var values: [Float] = []
            for _ in 0..<32 {
                let value: Float =
                    switch random.int(0...9) {
                    case 0: .infinity
                    case 1: 0
                    case 2: Float(2 * random.int(0...100_000) + 1) / 131_072
                    case 3: Float(random.int(0...2_097_151))
                    case 4: Float(0.5).nextDown / 65_536
                    case 5 where round % 10 == 0: Float(exp2(random.float() * 40 + 20))
                    default: Float(exp2(random.float() * 40 - 20))
                    }
                values.append(value)
            }
            let counted = round % 3 == 0 ? UInt32.max : UInt32(truncatingIfNeeded: random.int(0...Int(UInt32.max)))
            func vector<Vector: SIMD>(_ first: Int, _ value: (Int) -> Vector.Scalar) -> Vector where Vector: SIMD {
                var vector = Vector()
                for lane in 0..<8 { vector[lane] = value(lane * 4 + first) }
                return vector
            }
            func times(_ first: Int) -> Times { vector(first) { values[$0] } }
            func mask(_ first: Int) -> Mask {
                let bits: SIMD8<Int32> = vector(first) { counted & (1 << UInt32($0)) != 0 ? -1 : 0 }
                return bits .!= 0
            }
            var lanes = MeanTally()
            lanes.add(Quad(times(0), times(1), times(2), times(3)), where: Quad(mask(0), mask(1), mask(2), mask(3)))
            var each = MeanTally()
            for (trial, value) in values.enumerated() where counted & (1 << UInt32(trial)) != 0 && value < .infinity {
                each.add(value)
            }
            #expect(lanes == each)
        }
    }

    @Test func sumsStayExactOverManyValues() {
        var tally = MeanTally()
        // 3.000015… = 196 609 / 65 536 is no sum of few Float32 roundings, but exact in fixed point.
        for _ in 0..<1_000_000 { tally.add(196_609.0 / 65_536) }
        #expect(tally.mean == 196_609.0 / 65_536)
    }
}

/// 2^x through its integer part; exactness does not matter, only that values spread over octaves.
private func exp2(_ x: Float) -> Float {
    let whole = x.rounded(.down)
    return Float(sign: .plus, exponent: Int(whole), significand: 1 + (x - whole))
}
