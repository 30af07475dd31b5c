/// A day, and perhaps the time of day, on the clocks of some zone: `2026-12-24`, `2026-12-24T18:00`.
package struct LocalMoment: Sendable, Equatable {
    /// Days from 1970-01-01.
    package var day: Int
    /// Minutes after midnight, below 1440; nil where only the day is stated.
    package var minute: Int?

    /// At which hour something begins of which only the day is known.
    package static let usualMinute = 9 * 60

    /// What clocks show, in minutes from 1970-01-01 00:00 on the same clocks; a day alone begins at nine.
    package var minutes: Int { day * 1440 + (minute ?? Self.usualMinute) }

    /// Of what clocks show, as ``minutes`` counts it; at least 0.
    package init(minutes: Int) {
        day = minutes / 1440
        minute = minutes % 1440
    }

    /// Of an ISO date, or of an ISO date and time without a zone; seconds may stand there and must be 0. nil for anything
    /// else, days that do not exist included.
    package init?(_ text: String) {
        guard
            let match = text.wholeMatch(
                of: /([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::00)?)?/),
            let year = Int(match.1), let month = Int(match.2), let date = Int(match.3),
            let day = CalendarDay.number(year: year, month: month, day: date)
        else { return nil }
        self.day = day
        guard let hours = match.4.flatMap({ Int($0) }), let rest = match.5.flatMap({ Int($0) }) else { return }
        guard hours < 24, rest < 60 else { return nil }
        minute = hours * 60 + rest
    }

    /// "18:00".
    package var clock: String {
        let minute = minute ?? Self.usualMinute
        return "\(CalendarDay.twoDigits(minute / 60)):\(CalendarDay.twoDigits(minute % 60))"
    }

    /// As it is written in documents.
    package var text: String { CalendarDay.text(day) + (minute == nil ? "" : "T\(clock)") }
}
