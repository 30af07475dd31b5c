import DrillResults
import Testing

/// How differences, scores, efforts and money are said.
@Suite struct ChangeWordingTests {
    @Test(arguments: [
        (-0.22, "−22"), (0.004, "+0.4"), (0, "0"), (-0.000_01, "−under 0.01"), (-1, "−100"), (.nan, "unknown"),
    ])
    func points(value: Double, text: String) {
        #expect(Wording.points(value) == text)
    }

    @Test func pairedChange() {
        let range = Interval(low: -0.35, high: -0.08)
        let change = Difference(before: 0.69, after: 0.47, value: -0.22, chance: range, notKnowing: range, range: range)
        #expect(Wording.points(change) == "−22 points (−35 to −8)")
    }

    @Test("where no trial differs there is no spread: nothing reads 0 ± 0")
    func nothingChanged() {
        let none = Interval(low: 0, high: 0)
        let change = Difference(before: 0, after: 0, value: 0, chance: none, notKnowing: none, range: none)
        #expect(change.isNone && change.reduction == nil && change.achievement == nil)
        #expect(Wording.points(change) == "unchanged")
    }

    @Test("a ratio that rests on a handful of trials has a wide range, or an open one; nothing of nothing is none")
    func ratioRanges() {
        func change(_ before: Double, _ after: Double, _ low: Double, _ high: Double) -> Difference {
            let range = Interval(low: low, high: high)
            return Difference(
                before: before, after: after, value: after - before, chance: range, notKnowing: range, range: range)
        }
        #expect(change(0.6, 0.3, -0.4, -0.2).reduction == RatioRange(low: 0.6 / (0.6 - 0.2), high: 0.6 / (0.6 - 0.4)))
        #expect(change(0.25, 0.125, -0.25, -0.0625).reduction == RatioRange(low: 0.25 / 0.1875, high: nil))
        #expect(change(0.25, 0, -0.3, -0.2).reduction == nil, "none left is no ratio")
        #expect(change(0, 0.25, 0.2, 0.3).achievement == nil)
        #expect(change(0.25, 0.5, -0.5, 0.75).achievement == RatioRange(low: 0, high: 4))
        #expect(Wording.ratios(RatioRange(low: 1.3333, high: nil)) == "1.3 or more")
        #expect(Wording.ratios(RatioRange(low: 0, high: 4)) == "0 to 4")
        #expect(Wording.ratios(RatioRange(low: 1.501, high: 1.502)) == nil)
    }

    @Test(arguments: [
        (0, "below 1"), (0.9, "below 1"), (32.4, "32"), (99, "99"), (99.5, "above 99"), (100, "above 99"),
    ])
    func scores(value: Double, text: String) {
        #expect(Wording.score(value) == text)
    }

    @Test func scoreRanges() {
        #expect(Wording.scores(Interval(low: 23.2, high: 40)) == "23–40")
        #expect(Wording.scores(Interval(low: 0, high: 40)) == "below 1 to 40")
        #expect(Wording.scores(Interval(low: 32.1, high: 32.2)) == "32")
    }

    @Test func efforts() {
        #expect(Wording.effort(Effort(low: 40, likely: 120, high: 390)) == "120 person-days (40–390)")
        #expect(Wording.effort(Effort(low: 1, likely: 1, high: 1)) == "1 person-day")
    }

    @Test func moneyAndRatios() {
        #expect(Wording.money(1_400_000, currency: "EUR") == "EUR 1.4 million")
        #expect(Wording.money(0, currency: "EUR") == "none")
        #expect(Wording.ratio(1.5) == "1.5 ×")
        #expect(Wording.figure(-0.02) == "−0.02")
    }
}
