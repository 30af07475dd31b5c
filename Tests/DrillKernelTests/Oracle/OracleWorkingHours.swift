import DrillKernel

/// Working hours in Float32. The order of the operations is part of the definition: the kernel does the same ones.
enum OracleWorkingHours {
    /// `time` plus `hours` of the calendar's working hours; never before `time`.
    ///
    /// Whole working days end at the closing, not at the next opening. Zero hours take no time, closed or not.
    static func after(_ time: Float, _ hours: Float, calendar: Calendar, phase: Float) -> Float {
        if time == .infinity || hours == .infinity { return .infinity }
        if hours == 0 { return time }
        if let dated = calendar.dated { return after(time, hours, dated: dated, calendar: calendar) }
        let opens = calendar.opens
        let length = calendar.closes - opens
        let days = Float(calendar.days)
        let perWeek = days * length

        // Where in which week `time` lies.
        let local = time + phase
        var week = (local * Float(1.0 / 168.0)).rounded(.down)
        var inWeek = local - week * 168
        if inWeek < 0 {
            week -= 1
            inWeek += 168
        }
        if inWeek >= 168 {
            week += 1
            inWeek -= 168
        }
        let day = min(max((inWeek * Float(1.0 / 24.0)).rounded(.down), 0), 6)
        let clock = inWeek - day * 24

        // Hours worked from Monday 00:00 to `time`, and to the end.
        var worked = min(day, days) * length
        worked += day < days ? min(max(clock - opens, 0), length) : 0
        let target = worked + hours

        // Back from worked hours to a time.
        let weeksMore = max((target / perWeek).rounded(.up) - 1, 0)
        let rest = max(target - weeksMore * perWeek, 0)
        let dayIn = min(max((rest / length).rounded(.up) - 1, 0), days - 1)
        let inDay = rest - dayIn * length
        let end = (week + weeksMore) * 168 + dayIn * 24 + opens + inDay
        return max(time, end - phase)
    }

    /// By date: stretch by stretch, each worked until it closes. Hours of work are counted from hour 0, as the kernel does.
    private static func after(_ time: Float, _ hours: Float, dated: OpenHours, calendar: Calendar) -> Float {
        var gone: Float = 0
        var target = Float.infinity
        for stretch in dated.stretches {
            let length = stretch.upperBound - stretch.lowerBound
            if target == .infinity, stretch.upperBound > time {
                target = gone + max(time - stretch.lowerBound, 0) + hours
            }
            if gone + length >= target { return max(time, stretch.lowerBound + (target - gone)) }
            gone += length
        }
        var weekly = calendar
        weekly.dated = nil
        let end = dated.stretches[dated.stretches.count - 1].upperBound
        return target == .infinity
            ? after(time, hours, calendar: weekly, phase: dated.phase)
            : after(max(time, end), target - gone, calendar: weekly, phase: dated.phase)
    }
}
