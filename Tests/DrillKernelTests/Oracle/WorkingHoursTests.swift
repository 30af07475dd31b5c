import DrillKernel
import KernelSamples
import Testing

/// The kernel's working hours, one lane and eight, against the oracle's, where roundings bite.
@Suite struct WorkingHoursTests {
    @Test func kernelLanesAndOracleAgree() {
        var random = SplitMix(seed: 20)
        for round in 0..<40_000 {
            let opens = random.pick([Float(0), 0.1, 6, 8, 9.25])
            let calendar = Calendar(
                days: random.int(1...7), opens: opens, closes: opens + random.pick([0.1, 0.7, 7.6, 8, 24 - opens]))
            let phase = random.pick([Float(0), 0.1, 100.3, 167.99, Float(168).nextDown])
            var times = Times.never
            var spans = Times.never
            for lane in 0..<8 {
                times[lane] = awkward(&random, calendar)
                spans[lane] = awkward(&random, calendar)
            }
            let lanes = calendar.after(times, spans, phase: Times(repeating: phase))
            for lane in 0..<8 {
                let expected = OracleWorkingHours.after(times[lane], spans[lane], calendar: calendar, phase: phase)
                let scalar = calendar.after(times[lane], spans[lane], phase: phase)
                if lanes[lane] != expected || scalar != expected || expected < times[lane] {
                    Issue.record(
                        "round \(round): \(calendar), \(times[lane]) + \(spans[lane]), phase \(phase): \(expected), \(lanes[lane]), \(scalar)"
                    )
                }
            }
        }
    }

    /// Whole hours, days, weeks and working days, give or take the last bit; now and then zero, huge or never.
    private func awkward(_ random: inout SplitMix, _ calendar: Calendar) -> Float {
        let unit = random.pick([Float(1), 24, 168, calendar.closes - calendar.opens, 0.1])
        let value = unit * Float(random.int(0...random.pick([3, 100, 1 << 20])))
        switch random.int(0...9) {
        case 0: return value.nextUp
        case 1: return max(value.nextDown, 0)
        case 2: return value + calendar.opens
        case 3: return value * random.float()
        case 4: return random.pick([0, 1e7, 1e12, 3e38, .infinity])
        default: return value
        }
    }
}
