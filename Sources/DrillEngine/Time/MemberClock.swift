internal import DrillResults
internal import Scenarios

/// What a company's clocks show while a story goes on.
struct MemberClock: Sendable {
    /// Of its zone.
    let offsets: ZoneOffsets
    /// Zero hour in minutes from 1970-01-01 00:00 UTC; nil: in no particular year.
    let zero: Int?
    /// Days off, from 1970-01-01.
    let holidays: Set<Int>
    /// The hour of the week (0 = Monday 00:00) at zero hour, 0 ≤ phase < 168; where zero hour is drawn, that of its earliest.
    let phase: Float
    /// Whether zero hour is any hour of the week, drawn for each trial.
    let isDrawn: Bool

    /// In no particular year.
    init(offsets: ZoneOffsets, zero: Int?, phase: Float, isDrawn: Bool) {
        (self.offsets, self.zero, self.phase, self.isDrawn) = (offsets, zero, phase, isDrawn)
        holidays = []
    }

    /// By date.
    init(offsets: ZoneOffsets, zero: Int, holidays: Set<Int>) {
        (self.offsets, self.zero, self.holidays, isDrawn) = (offsets, zero, holidays, false)
        phase = Self.hourOfWeek(at: zero + offsets.offset(at: zero))
    }

    /// The hour of the week that clocks show, given what they show in minutes from 1970.
    static func hourOfWeek(at local: Int) -> Float {
        // 1970-01-05 was a Monday.
        let minutes = ((local - 4 * 1440) % 10_080 + 10_080) % 10_080
        return Float(minutes) / 60
    }

    /// What clocks show some hours after zero hour, in whole minutes, rounded down.
    ///
    /// - Parameter phase: the hour of the week at zero hour in this trial; unused where there is a date.
    func shown(after hours: Double, phase: Float) -> LocalTime {
        if let zero {
            let moment = zero + Int((hours * 60).rounded(.down))
            let local = LocalMoment(minutes: moment + offsets.offset(at: moment))
            return LocalTime(date: CalendarDay.text(local.day), weekday: local.day, clock: local.clock)
        }
        let minutes = Int(((hours + Double(phase)) * 60).rounded(.down))
        // Days count from a Monday.
        return LocalTime(date: nil, weekday: minutes / 1440 + 4, clock: LocalMoment(minutes: minutes).clock)
    }
}

extension LocalTime {
    /// - Parameter day: days from 1970-01-01, or from any other Thursday.
    fileprivate init(date: String?, weekday day: Int, clock: String) {
        let word = CalendarDay.weekday(day).rawValue
        self.init(date: date, weekday: word.prefix(1).uppercased() + word.dropFirst(), clock: clock)
    }
}
