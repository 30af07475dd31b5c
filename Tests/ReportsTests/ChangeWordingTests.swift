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
