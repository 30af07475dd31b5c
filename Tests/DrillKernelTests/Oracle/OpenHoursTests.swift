import DrillKernel
import KernelSamples
import Testing

/// Working hours by date: one lane and eight against the oracle's, and against the week's rhythm where nothing is off.
@Suite struct OpenHoursTests {
    static let business = Calendar(days: 5, opens: 9, closes: 17)

    /// The stretches of business days from Monday 00:00, without some days; clocks are put forward by `shift` hours from a
    /// day on, so that the sun's hours come earlier.
    private static func business(
        days: Int, without off: Set<Int> = [], shift: Float = 0, from change: Int = .max
    ) -> Calendar {
        var calendar = business
        let stretches = (0..<days).filter { $0 % 7 < 5 && !off.contains($0) }.map { day -> ClosedRange<Float> in
            let midnight = Float(day) * 24 - (day >= change ? shift : 0)
            return midnight + 9...midnight + 17
        }
        calendar.dated = OpenHours(stretches, phase: change < days ? shift : 0)
        return calendar
    }

    @Test func aHolidayIsSkipped() {
        // Friday of the first week is off.
        let calendar = Self.business(days: 28, without: [4])
        #expect(calendar.after(0, 1, phase: 0) == 10)
        #expect(calendar.after(72 + 16, 2, phase: 0) == 168 + 10)
        // 24 hours from Tuesday morning: Tuesday, Wednesday, Thursday.
        #expect(calendar.after(24 + 9, 24, phase: 0) == 72 + 17)
        #expect(calendar.after(24 + 10, 24, phase: 0) == 168 + 10)
        #expect(calendar.after(96, 0, phase: 0) == 96)
        #expect(calendar.after(never, 1, phase: 0) == never)
        #expect(calendar.after(1, never, phase: 0) == never)
    }

    @Test func clocksThatArePutForwardOpenAnHourEarlier() {
        let calendar = Self.business(days: 28, shift: 1, from: 7)
        #expect(calendar.after(96 + 16, 2, phase: 0) == 168 + 9)
        // After the last stretch the week goes on by the new clocks.
        #expect(calendar.after(28 * 24, 1, phase: 0) == 28 * 24 + 9)
        // However short the wait.
        #expect(calendar.after(28 * 24 + 8, 1e-7, phase: 0) == 28 * 24 + 8)
    }

    @Test func withNothingOffItIsTheWeek() {
        var random = SplitMix(seed: 31)
        let calendar = Self.business(days: 70)
        for _ in 0..<20_000 {
            // Quarters of an hour: exact either way.
            let time = Float(random.int(0...8000)) / 4
            let span = Float(random.int(0...2000)) / 4
            let expected = Self.business.after(time, span, phase: 0)
            if calendar.after(time, span, phase: 0) != expected { Issue.record("\(time) + \(span): \(expected)") }
        }
    }

    @Test func kernelLanesAndOracleAgree() {
        var random = SplitMix(seed: 32)
        for round in 0..<10_000 {
            let off = Set((0..<random.int(0...6)).map { _ in random.int(0...20) })
            var calendar = Self.business(
                days: random.int(7...28), without: off.subtracting([0]), shift: random.pick([1, -1, 0.5]),
                from: random.int(0...40))
            calendar.opens = random.pick([9, 8.1])
            var times = Times.never
            var spans = Times.never
            for lane in 0..<8 {
                times[lane] = random.float() * random.pick([50, 400, 1000])
                spans[lane] = random.pick([0, 8, 40, random.float() * 200, .infinity])
            }
            let lanes = calendar.after(times, spans, phase: Times(repeating: 0))
            for lane in 0..<8 {
                let expected = OracleWorkingHours.after(times[lane], spans[lane], calendar: calendar, phase: 0)
                if lanes[lane] != expected || expected < times[lane] {
                    Issue.record("round \(round): \(times[lane]) + \(spans[lane]): \(expected), \(lanes[lane])")
                }
            }
        }
    }
}
