extension Exercise {
    /// What the clocks of the exercise's zone show when a story begins; nil where the exercise has no date.
    ///
    /// A story with a weekday and an hour of its own begins the first time that clocks show them, not before the date.
    package func opening(of scenario: Scenario) -> LocalMoment? {
        guard let date = date.flatMap(LocalMoment.init) else { return nil }
        return scenario.zeroHour.map { $0.first(from: date) } ?? LocalMoment(minutes: date.minutes)
    }
}

extension ZeroHour {
    /// Hours from Monday 00:00.
    package var hourOfWeek: Double { Double(Weekday.allCases.firstIndex(of: weekday) ?? 0) * 24 + hour }

    /// The first time that clocks show it, not before a date; of a day alone, from its midnight on.
    fileprivate func first(from date: LocalMoment) -> LocalMoment {
        let from = date.day * 1440 + (date.minute ?? 0)
        let inWeek = Int((hourOfWeek * 60).rounded())
        // 1970-01-05 was a Monday; weeks begin with one.
        let week = (from - 4 * 1440 + 10_080) / 10_080 - 1
        let here = 4 * 1440 + week * 10_080 + inWeek
        return LocalMoment(minutes: here < from ? here + 10_080 : here)
    }
}
