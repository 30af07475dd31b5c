import DrillKernel
import Foundation
import Testing

/// Relative difference; 0 where both are equal, infinities included.
private func deviation(_ value: Double, _ truth: Double) -> Double {
    value == truth ? 0 : abs(value - truth) / abs(truth)
}

/// Numbers spread over many orders of magnitude, the same at every run.
private let spread: [Double] = {
    var state: UInt64 = 7
    return (0..<4000).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) * 0x1p-53
    }
}()

@Suite("Float64 functions without libm")
struct DeterministicMathTests {
    @Test("log, log1p, exp, expm1 within their stated errors of the system's")
    func elementary() {
        var worst = [0.0, 0.0, 0.0, 0.0, 0.0]
        for u in spread {
            for x in [u, 1 + 0.01 * (u - 0.5), Foundation.exp(1400 * (u - 0.5))] {
                worst[0] = max(worst[0], deviation(DeterministicMath.log(x), Foundation.log(x)))
            }
            for x in [u - 0.5, 4 * u - 0.999, 1e-9 * (u - 0.5), 1e9 * u] {
                worst[1] = max(worst[1], deviation(DeterministicMath.log1p(x), Foundation.log1p(x)))
            }
            for x in [1400 * (u - 0.5), u - 0.5, 1e-9 * u] {
                worst[2] = max(worst[2], deviation(DeterministicMath.exp(x), Foundation.exp(x)))
                worst[3] = max(worst[3], deviation(DeterministicMath.expm1(x), Foundation.expm1(x)))
            }
            let y = 20 * (u - 0.3)
            worst[4] = max(
                worst[4],
                deviation(DeterministicMath.pow(u, y), Foundation.pow(u, y)) / (1 + abs(y * Foundation.log(u))))
        }
        // The reference itself is off by up to one unit in the last place.
        #expect(worst[0] < 4e-16)
        #expect(worst[1] < 6e-16)
        #expect(worst[2] < 4e-16)
        #expect(worst[3] < 1e-15)
        #expect(worst[4] < 4e-16)
    }

    @Test("elementary functions at the edges")
    func edges() {
        #expect(DeterministicMath.log(1) == 0)
        let least = Double.leastNonzeroMagnitude
        #expect(deviation(DeterministicMath.log(least), Foundation.log(least)) < 4e-16)
        #expect(DeterministicMath.exp(0) == 1)
        #expect(DeterministicMath.exp(-800) == 0 && DeterministicMath.exp(-.infinity) == 0)
        #expect(DeterministicMath.exp(800) == .infinity)
        #expect(DeterministicMath.pow(0, 0) == 1 && DeterministicMath.pow(0, 2) == 0)
        #expect(DeterministicMath.pow(0, -1) == .infinity && DeterministicMath.pow(1, 1e9) == 1)
    }

    @Test("ln Γ within its stated error, down to 1e-8 and up to 1e8")
    func logGamma() {
        var worst = 0.0
        for u in spread {
            for x in [4 * u + 1e-8, 200 * u + 0.5, Foundation.exp(37 * (u - 0.5))] {
                let truth: Double = Foundation.lgamma(x)
                worst = max(worst, abs(DeterministicMath.logGamma(x) - truth) / max(1, abs(truth)))
            }
        }
        #expect(worst < 2e-14)
    }

    // Arbitrary precision (mpmath, 40 digits).
    @Test(
        "incomplete gamma against known values",
        arguments: [
            (0.05, 1e-12, 0.258_025_210_609_360_55, 0.741_974_789_390_639_45),
            (0.05, 0.3, 0.954_381_121_874_345_76, 0.045_618_878_125_654_238),
            (0.5, 4, 0.995_322_265_018_952_73, 0.004_677_734_981_047_265_8),
            (2.5, 0.01, 2.987_601_531_906_593_7e-6, 0.999_997_012_398_468_09),
            (2.5, 9, 0.997_053_595_412_119_71, 0.002_946_404_587_880_290_4),
            (9.9, 25, 0.999_800_167_098_905_2, 0.000_199_832_901_094_801_16),
            (10, 9, 0.412_591_755_668_058_59, 0.587_408_244_331_941_41),
            (50, 20, 1.245_892_607_971_937_9e-8, 0.999_999_987_541_073_92),
            (50, 95, 0.999_999_851_353_363_09, 1.486_466_369_052_654_3e-7),
            (1000, 1000, 0.504_205_244_180_215_51, 0.495_794_755_819_784_49),
            (1000, 1200, 0.999_999_998_711_839_39, 1.288_160_608_628_143_3e-9),
            (20_000, 19_000, 3.236_874_643_618_590_2e-13, 0.999_999_999_999_676_31),
            (1_000_000, 1_001_000, 0.841_344_786_368_340_29, 0.158_655_213_631_659_71),
            (1_000_000, 995_000, 2.749_580_359_270_070_8e-7, 0.999_999_725_041_964_07),
        ])
    func incompleteGamma(shape: Double, x: Double, lower: Double, upper: Double) {
        let result = DeterministicMath.regularizedGamma(shape: shape, x)
        #expect(abs(result.lower - lower) < 1e-12 * max(lower, 1e-3))
        #expect(abs(result.upper - upper) < 1e-12 * max(upper, 1e-3))
        #expect(deviation(min(result.lower, result.upper), min(lower, upper)) < 1e-11)
        if min(lower, upper) > 1e-12 {
            let back = DeterministicMath.inverseRegularizedGamma(shape: shape, lower: lower, upper: upper)
            #expect(deviation(back, x) < 1e-10)
        }
    }

    @Test("the inverse incomplete gamma returns where it came from, for small and large shapes")
    func inverseGamma() {
        for shape in [0.001, 0.01, 0.1, 0.7, 1, 3, 42, 1e3, 1e5] {
            for u in spread.prefix(20) + [6e-8, 1e-15, 0.5] {
                for (lower, upper) in [(u, 1 - u), (1 - u, u)] {
                    let x = DeterministicMath.inverseRegularizedGamma(shape: shape, lower: lower, upper: upper)
                    guard x > 0 else {
                        #expect(shape < 0.1)
                        continue
                    }
                    let back = DeterministicMath.regularizedGamma(shape: shape, x)
                    let error = lower < upper ? deviation(back.lower, lower) : deviation(back.upper, upper)
                    #expect(error < 1e-9, "shape \(shape), lower \(lower)")
                }
            }
        }
    }

    // Arbitrary precision (mpmath, 40 digits).
    @Test(
        "incomplete beta against known values",
        arguments: [
            (0.001, 1, 5, 0.004_990_009_995_001),
            (0.2, 2.2, 3.8, 0.203_476_064_629_484_56),
            (0.7, 2.2, 3.8, 0.954_531_680_842_788_39),
            (0.999, 3, 3, 0.999_999_990_014_994),
            (0.5, 0.5, 0.5, 0.5),
            (1e-9, 0.5, 7, 9.273_749_799_309_573_8e-5),
            (0.3, 40, 80, 0.221_938_812_935_082_08),
            (0.97, 1000, 20, 0.016_039_570_900_909_837),
            (0.4, 700, 900, 0.001_163_434_262_864_674_7),
        ])
    func incompleteBeta(x: Double, a: Double, b: Double, chance: Double) {
        #expect(deviation(DeterministicMath.regularizedBeta(x, a: a, b: b), chance) < 1e-11)
        #expect(abs(DeterministicMath.inverseRegularizedBeta(chance, a: a, b: b) - x) < 2e-12)
    }

    @Test("normal quantile and its inverse")
    func normal() {
        // Arbitrary precision (mpmath, 40 digits).
        let known: [(Double, Double)] = [
            (1e-300, -37.047_096_299_361_199_2), (1e-20, -9.262_340_089_798_407_57),
            (0x1p-24, -5.294_704_084_854_598_06), (0.001, -3.090_232_306_167_813_54),
            (0.1, -1.281_551_565_544_600_47), (0.25, -0.674_489_750_196_081_743),
            (0.4999, -0.000_250_662_830_088_035_099), (0.5, 0), (0.9, 1.281_551_565_544_600_47),
            (0.975, 1.959_963_984_540_054_24), (0.999, 3.090_232_306_167_813_54),
        ]
        for (p, z) in known {
            #expect(abs(DeterministicMath.normalQuantile(p) - z) <= 2e-14 * max(1, abs(z)), "\(p)")
        }
        for u in spread.prefix(500) {
            let z = 16 * (u - 0.5)
            #expect(deviation(DeterministicMath.normalProbability(z), 0.5 * erfc(-z / 2.0.squareRoot())) < 1e-13)
        }
    }
}
