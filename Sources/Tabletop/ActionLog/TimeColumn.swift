internal import Scenarios

/// What the times of a column say together, where one alone does not tell.
struct TimeColumn: Sendable {
    /// What a number with a point means.
    enum Numbers: Sendable, Equatable {
        /// `10.4` is 10:40, from which a spreadsheet has taken the zero.
        case hours
        /// `0.5` is noon, the value of a time cell.
        case days
    }

    /// Why a time cannot be read, where it is one.
    enum Doubt: Sendable, Equatable {
        /// `03/04/2026`
        case day
        /// `0.5`
        case number
    }

    var order: DayOrder?
    var numbers: Numbers?
    /// The first time with a zone and the first without one, where the column has both.
    var mixedZones: (zoned: String, bare: String)?

    init() {}

    /// - Parameter schedule: when the exercise is played; decides what the column leaves open.
    init(_ texts: [String], schedule: Schedule?) {
        order = DayOrder.decided(by: texts, meeting: Self.days(texts) ?? schedule?.days)
        let plain = texts.map { $0.replacing(",", with: ".") }
        if plain.contains(where: { $0.wholeMatch(of: /[1-9][0-9]?\.[0-9]{1,2}/) != nil }) {
            numbers = .hours
        } else if plain.contains(where: { $0.wholeMatch(of: /(0|[0-9]{5})\.[0-9]{3,}/) != nil }) {
            numbers = .days
        }
        let times = texts.compactMap { text in MeetingTime(text, in: self).map { (text, $0) } }
            .filter { $0.1.base != .start }
        if let zoned = times.first(where: { $0.1.zone != nil }), let bare = times.first(where: { $0.1.zone == nil }) {
            mixedZones = (zoned.0, bare.0)
        }
    }

    /// What leaves a time open that two readings are possible of; nil where it is none at all.
    func doubt(_ text: String) -> Doubt? {
        if let date = SlashedDate(text), date.order == nil { return .day }
        return text.wholeMatch(of: /0?[0-9][.,][0-9]{1,2}|[0-9]{1,2}/) != nil ? .number : nil
    }

    /// The day before the first, to the day after the last of the dates that leave no doubt.
    private static func days(_ texts: [String]) -> ClosedRange<Int>? {
        let days = texts.filter { SlashedDate($0) == nil }.compactMap { text -> Int? in
            guard case .date(let day)? = MeetingTime(text, in: TimeColumn())?.base else { return nil }
            return day
        }
        guard let first = days.min(), let last = days.max() else { return nil }
        return first - 1...last + 1
    }
}

extension Schedule {
    /// On which a session can have been, days from 1970-01-01: one day longer than planned, since meetings are put off;
    /// a month where the schedule has no end.
    fileprivate var days: ClosedRange<Int>? {
        guard let first = from.flatMap(CalendarDay.number) else { return nil }
        let last = until.flatMap(CalendarDay.number) ?? first + 30
        return last >= first ? first...last + 1 : nil
    }
}
