/// Days of the Gregorian calendar, counted from 1970-01-01.
package enum CalendarDay {
    /// Days from 1970-01-01; nil where there is no such day, or it lies before 1970.
    package static func number(year: Int, month: Int, day: Int) -> Int? {
        guard (1970...9999).contains(year), (1...12).contains(month), (1...length(of: month, in: year)).contains(day)
        else { return nil }
        let before = year - 1
        let leaps = before / 4 - before / 100 + before / 400
        return before * 365 + leaps + (1..<month).reduce(0) { $0 + length(of: $1, in: year) } + day - 1 - 719_162
    }

    /// Of an ISO date, `2026-11-24`.
    package static func number(_ iso: String) -> Int? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? number(year: parts[0], month: parts[1], day: parts[2]) : nil
    }

    /// The ISO date of a day, at least 0: `2026-11-24`.
    package static func text(_ number: Int) -> String {
        // Within two of the year by the mean length, which is looked for from below.
        var year = 1970 + number / 366
        while let next = self.number(year: year + 1, month: 1, day: 1), next <= number { year += 1 }
        var rest = number - (self.number(year: year, month: 1, day: 1) ?? 0)
        var month = 1
        while month < 12, rest >= length(of: month, in: year) {
            rest -= length(of: month, in: year)
            month += 1
        }
        return "\(year)-\(twoDigits(month))-\(twoDigits(rest + 1))"
    }

    /// The day of the week; any day, those before 1970 included.
    package static func weekday(_ number: Int) -> Weekday {
        // 1970-01-01 was a Thursday.
        Weekday.allCases[((number + 3) % 7 + 7) % 7]
    }

    private static func length(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// "07" for 7.
    package static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
