import DrillEngine
import DrillResults
import Testing

/// The headline range on made-up counts by world: chance and not knowing, apart and together.
@Suite struct UncertaintyTests {
    private func counts(_ shares: [Double], trials: UInt64) -> [UInt64] {
        shares.map { UInt64(($0 * Double(trials)).rounded()) }
    }

    @Test func oneWorldKnowsNothingOfNotKnowing() {
        let found = Uncertainty.probability(reached: [300], trials: [1000])
        #expect(found.value == 0.3 && found.count == 300 && found.trials == 1000)
        #expect(found.notKnowing == Interval(low: 0.3, high: 0.3))
        #expect(abs(found.range.low - found.chance.low) < 1e-12 && abs(found.range.high - found.chance.high) < 1e-12)
    }

    @Test func worldsThatAgreeShowNoSpread() {
        let found = Uncertainty.probability(
            reached: Array(repeating: 75, count: 40), trials: Array(repeating: 250, count: 40))
        #expect(found.notKnowing == Interval(low: 0.3, high: 0.3))
        #expect(abs(found.range.high - found.chance.high) < 1e-12)
    }

    /// Worlds that differ by chance alone show next to no spread, though their shares lie far apart.
    @Test func chanceIsTakenOff() {
        var random = Counter(state: 5)
        var raw = 0.0
        var width = 0.0
        for _ in 0..<200 {
            let reached = (0..<40).map { _ in UInt64((0..<25).count { _ in random.uniform() < 0.3 }) }
            let found = Uncertainty.probability(reached: reached, trials: Array(repeating: 25, count: 40))
            width += found.notKnowing.high - found.notKnowing.low
            raw += Double(reached.sorted()[37] - reached.sorted()[2]) / 25
        }
        #expect(raw / 200 > 0.25)
        #expect(width < raw / 4, "\(width) of \(raw)")
    }

    /// Shares spread evenly from 0.2 to 0.8: 5 % and 95 % are 0.23 and 0.77, few trials a world or many.
    @Test(arguments: [25, 250, 10_000])
    func trueSpreadStays(trials: Int) {
        var random = Counter(state: 6)
        var low = 0.0
        var high = 0.0
        for _ in 0..<100 {
            let reached = (0..<40).map { _ in
                let share = 0.2 + 0.6 * random.uniform()
                if trials > 1000 { return UInt64(share * Double(trials)) }
                return UInt64((0..<trials).count { _ in random.uniform() < share })
            }
            let found = Uncertainty.probability(reached: reached, trials: Array(repeating: UInt64(trials), count: 40))
            low += found.notKnowing.low
            high += found.notKnowing.high
            #expect(found.range.low <= min(found.chance.low, found.notKnowing.low))
            #expect(found.range.high >= max(found.chance.high, found.notKnowing.high))
        }
        #expect(abs(low / 100 - 0.23) < 0.05 && abs(high / 100 - 0.77) < 0.05, "\(low / 100) \(high / 100)")
    }

    @Test func worldsThatContradictGiveTheWholeRange() {
        let found = Uncertainty.probability(
            reached: counts(Array(repeating: 0, count: 20) + Array(repeating: 1, count: 20), trials: 250),
            trials: Array(repeating: 250, count: 40))
        #expect(found.value == 0.5)
        #expect(found.notKnowing == Interval(low: 0, high: 1))
        #expect(found.range == Interval(low: 0, high: 1))
    }

    @Test func rangesStayWithinZeroAndOne() {
        for reached in [[0, 0, 0, 1], [100, 100, 100, 99], [0, 0, 0, 0], [100, 100, 100, 100]] as [[UInt64]] {
            let found = Uncertainty.probability(reached: reached, trials: [100, 100, 100, 100])
            for interval in [found.chance, found.notKnowing, found.range] {
                #expect(interval.low >= 0 && interval.high <= 1 && interval.low <= interval.high)
                #expect(interval.low <= found.value && found.value <= interval.high)
            }
            // Sampling proves neither 0 nor 1.
            #expect(found.range.high > 0 && found.range.low < 1)
        }
    }

    /// Wilson's interval at 90 %: none of n gives 0 to z²/(n + z²).
    @Test(arguments: [10, 1000, 10_000])
    func noneOfMany(trials: Int) {
        let square = 1.6448536269514722 * 1.6448536269514722
        let none = Wilson.interval(count: 0, trials: UInt64(trials))
        #expect(none.low == 0 && abs(none.high - square / (Double(trials) + square)) < 1e-12)
        let all = Wilson.interval(count: UInt64(trials), trials: UInt64(trials))
        #expect(abs(all.low - (1 - none.high)) < 1e-12 && all.high == 1)
    }

    /// The interval covers the truth in about 90 of 100 cases.
    @Test func chanceCovers() {
        var random = Counter(state: 9)
        var covered = 0
        for _ in 0..<1000 {
            let count = (0..<200).count { _ in random.uniform() < 0.17 }
            let found = Wilson.interval(count: UInt64(count), trials: 200)
            if found.low <= 0.17 && 0.17 <= found.high { covered += 1 }
        }
        #expect((860...940).contains(covered), "\(covered)")
    }

    @Test func noTrialsSayNothing() {
        #expect(Wilson.interval(count: 0, trials: 0) == Interval(low: 0, high: 1))
        let found = Uncertainty.probability(reached: [0, 3], trials: [0, 10])
        #expect(found.value == 0.3 && found.notKnowing == Interval(low: 0.3, high: 0.3))
    }
}

/// SplitMix64: the same numbers everywhere.
private struct Counter {
    var state: UInt64

    mutating func uniform() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }
}
