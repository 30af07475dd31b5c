internal import DrillKernel
internal import Scenarios

extension Calendar {
    /// What people's hours are on their own clocks: business hours are Monday to Friday from 9 to 17, extended hours every
    /// day from 7 to 23; holidays are off. Round the clock is no calendar.
    ///
    /// - Parameters:
    ///   - clock: With a date, days off count, and clocks that are put forward or back.
    ///   - horizon: Hours. A year beyond it is known day by day; then the week's rhythm goes on.
    init(_ hours: Hours, by clock: MemberClock, until horizon: Double) {
        let week =
            hours == .business ? Calendar(days: 5, opens: 9, closes: 17) : Calendar(days: 7, opens: 7, closes: 23)
        self = week
        guard let zero = clock.zero else { return }
        let offsets = clock.offsets
        let first = (zero + offsets.offset(at: zero)) / 1440
        let last = first + Int(horizon / 24) + 366
        func hour(_ clock: Float, of day: Int) -> Float {
            Float(offsets.moment(of: day * 1440 + Int(clock) * 60) - zero) / 60
        }
        let stretches = (first...last).compactMap { day -> ClosedRange<Float>? in
            let weekday = (day + 3) % 7
            guard weekday < week.days, !clock.holidays.contains(day) else { return nil }
            let (from, to) = (hour(week.opens, of: day), hour(week.closes, of: day))
            return from < to ? from...to : nil
        }
        // Whoever is never there keeps the week's rhythm: a calendar without a working day would stop the response for ever.
        guard !stretches.isEmpty else { return }
        let lastOffset = offsets.offset(at: zero + (last - first + 1) * 1440)
        dated = OpenHours(stretches, phase: MemberClock.hourOfWeek(at: zero + lastOffset))
    }
}
