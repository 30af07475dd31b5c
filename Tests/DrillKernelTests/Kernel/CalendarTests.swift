import DrillKernel
import KernelSamples
import Testing

/// Working hours: lanes equal single values, waits never go backwards, known dates.
@Suite struct CalendarTests {
    static let business = Calendar(days: 5, opens: 9, closes: 17)
    static let extended = Calendar(days: 7, opens: 7, closes: 23)

    @Test func knownWaits() {
        // Hour 0 is Monday 00:00.
        #expect(Self.business.after(0, 0, phase: 0) == 0)
        #expect(Self.business.after(0, 1, phase: 0) == 10)
        #expect(Self.business.after(10, 0, phase: 0) == 10)
        #expect(Self.business.after(10, 6.5, phase: 0) == 16.5)
        // A whole day or week ends when it closes, not when the next one opens.
        #expect(Self.business.after(10, 7, phase: 0) == 17)
        #expect(Self.business.after(9, 40, phase: 0) == 113)
        #expect(Self.business.after(120, 8, phase: 0) == 185)
        #expect(Self.business.after(16, 2, phase: 0) == 34)
        // Friday 16:00 plus two working hours is Monday 10:00.
        #expect(Self.business.after(112, 2, phase: 0) == 178)
        // Saturday noon: nobody works before Monday.
        #expect(Self.business.after(132, 1, phase: 0) == 178)
        // Zero hour on Saturday 00:00.
        #expect(Self.business.after(0, 1, phase: 120) == 58)
        // 40 working hours are a week.
        #expect(Self.business.after(10, 40, phase: 0) == 178)
        #expect(Self.extended.after(22, 2, phase: 0) == 32)
        #expect(Self.extended.after(never, 1, phase: 0) == never)
        #expect(Self.extended.after(1, never, phase: 0) == never)
    }

    @Test func lanesEqualSingleValues() {
        var random = SplitMix(seed: 12)
        for _ in 0..<20_000 {
            let calendar = random.pick([Self.business, Self.extended, Calendar(days: 3, opens: 8.5, closes: 9.25)])
            let times = Times((0..<8).map { _ in random.anyTime() })
            let spans = Times((0..<8).map { _ in random.anyTime() })
            let phases = Times((0..<8).map { _ in random.float() * 168 })
            let lanes = calendar.after(times, spans, phase: phases)
            for lane in 0..<8 {
                let single = calendar.after(times[lane], spans[lane], phase: phases[lane])
                if lanes[lane] != single {
                    Issue.record("\(calendar) \(times[lane]) \(spans[lane]) \(phases[lane])")
                }
            }
        }
    }

    /// What "earlier alerts never make things worse" rests on. From one week to the next, the same hours are added up from
    /// another Monday, so rounding may differ by a few units in the last place, seconds at most.
    @Test func waitsAreMonotoneButForRounding() {
        var random = SplitMix(seed: 13)
        for _ in 0..<200_000 {
            let calendar = random.pick([Self.business, Self.extended, Calendar(days: 3, opens: 8.5, closes: 9.25)])
            let phase = random.float() * 168
            let time = random.anyTime()
            let span = random.anyTime()
            let later = random.pick([time.nextUp, time + 0.001, time + random.anyTime()])
            let longer = random.pick([span.nextUp, span + 0.001, span + random.anyTime()])
            let result = calendar.after(time, span, phase: phase)
            let bound = result < .infinity ? result - 4 * (result + 168).ulp : .infinity
            if result < time || calendar.after(later, span, phase: phase) < bound
                || calendar.after(time, longer, phase: phase) < bound
            {
                Issue.record("\(calendar) \(time) \(later) \(span) \(longer) \(phase)")
            }
        }
    }
}

extension SplitMix {
    fileprivate mutating func anyTime() -> Float {
        let scale = pick([Float(1), 10, 200, 10_000])
        switch int(0...20) {
        case 0: return .infinity
        case 1...8: return (float() * scale).rounded()
        default: return float() * scale
        }
    }
}
