internal import Scenarios

/// Whether a column writes the day or the month first, as in `24/11/2026` and `11/24/2026`.
enum DayOrder: Sendable, Equatable, CaseIterable {
    case dayFirst, monthFirst

    /// What the dates of a column say together; nil where nothing decides, or they disagree.
    ///
    /// One number above 12 decides for all; else the order by which all of them are days of the meeting.
    ///
    /// - Parameter days: on which the meeting can have been, in days from 1970-01-01.
    static func decided(by texts: [String], meeting days: ClosedRange<Int>?) -> DayOrder? {
        let dates = texts.compactMap(SlashedDate.init)
        let certain = Set(dates.compactMap(\.order))
        guard certain.isEmpty, let days, !dates.isEmpty else { return certain.count == 1 ? certain.first : nil }
        let fitting = allCases.filter { order in
            dates.allSatisfy { $0.day(order).map(days.contains) ?? false }
        }
        return fitting.count == 1 ? fitting[0] : nil
    }
}

/// A date with slashes and the year at its end.
struct SlashedDate {
    private let first: Int
    private let second: Int
    private let year: Int

    /// The date at the beginning of a text; nil where the year stands first or there is none.
    init?(_ text: String) {
        guard let match = text.firstMatch(of: /^\s*([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4}|[0-9]{2})(?![0-9])/),
            let first = Int(match.1), let second = Int(match.2), let year = Int(match.3)
        else { return nil }
        self.first = first
        self.second = second
        self.year = year < 100 ? year + 2000 : year
    }

    /// What the date says by itself; nil where both are possible.
    var order: DayOrder? {
        if first > 12 { return .dayFirst }
        // The same day either way.
        return second > 12 || first == second ? .monthFirst : nil
    }

    /// Days from 1970-01-01; nil where there is no such day.
    func day(_ order: DayOrder) -> Int? {
        order == .dayFirst
            ? CalendarDay.number(year: year, month: second, day: first)
            : CalendarDay.number(year: year, month: first, day: second)
    }
}
