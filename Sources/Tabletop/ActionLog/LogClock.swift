internal import Scenarios

/// Brings the times of a log onto one line, and notices when they run backwards.
struct LogClock {
    private static let day = 1440
    /// The first time that was read from a clock, in minutes from 1970-01-01 or from midnight.
    private var start: Int?
    private var last: (minutes: Int, text: String)?

    /// Minutes after the first time of the log, and what is strange about it. Times with a zone go by Greenwich.
    mutating func place(_ time: MeetingTime, text: String) -> (Int, (message: String, fix: String)?) {
        let minutes: Int
        switch time.base {
        case .start: minutes = time.minutes
        case .date(let day): minutes = since(day * Self.day + time.minutes - (time.zone ?? 0))
        case .clock:
            var value = time.minutes - (time.zone ?? 0)
            // At Greenwich it may be the day before or after.
            if time.zone != nil { value = (value % Self.day + Self.day) % Self.day }
            if let start {
                // The day of the meeting, and the next one after midnight.
                value += start / Self.day * Self.day
                if value < start - Self.day / 2 { value += Self.day }
            }
            minutes = since(value)
        }
        defer { last = (minutes, text) }
        guard let last, minutes < last.minutes else { return (minutes, nil) }
        var fix = "if the rows are in no order, leave it; otherwise correct the time"
        if !time.isCertain, minutes + Self.day / 2 >= last.minutes, minutes + Self.day / 2 < last.minutes + 240 {
            let later = time.minutes + Self.day / 2
            fix = "did you mean \(later / 60):\(later % 60 < 10 ? "0" : "")\(later % 60)?"
        }
        return (minutes, ("the time runs backwards: \(text.quoted) after \(last.text.quoted)", fix))
    }

    private mutating func since(_ value: Int) -> Int {
        let start = self.start ?? value
        self.start = start
        return value - start
    }
}
