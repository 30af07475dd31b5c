internal import Scenarios

/// A time as people type it after a meeting.
struct MeetingTime: Sendable, Equatable {
    enum Base: Sendable, Equatable {
        /// Minutes since midnight.
        case clock
        /// Minutes since midnight of the day with that number (from 1970-01-01).
        case date(Int)
        /// Minutes since the start of the meeting.
        case start
    }

    var base: Base
    var minutes: Int
    /// "AM" or "PM" was said, or the hour leaves no doubt.
    var isCertain = true
    /// Minutes east of Greenwich; nil where no zone was named, which is the clock in the room.
    var zone: Int?

    /// Reads `10:40`, `10.40`, `10h40`, `2026-11-24T10:40`, `24.11.2026 10:40`, `+1:20`, `+80 min`, `07:29 PM`, and what
    /// spreadsheets, forms and exports make of them: `0930`, `0935 hrs`, `11/24/2026 9:40:05 AM`, fractions of a second,
    /// offsets and zones, `H+1`, `10.4` for 10.40, `0.604` of a day; nil for anything else.
    ///
    /// - Parameter column: what the other times of the column say, where this one alone does not tell.
    init?(_ text: String, in column: TimeColumn = TimeColumn()) {
        var rest = text.lowercased().filter { !$0.isWhitespace || $0 == " " }
        if let cell = Self.cellValue(rest, column) {
            (base, minutes) = cell
            return
        }
        if rest.hasPrefix("t+") { rest.removeFirst() }
        // Hours after zero hour, as the services write it.
        if let match = rest.wholeMatch(of: /h ?(\+[0-9]{1,3})(:[0-5][0-9])?/) {
            rest = "\(match.1)\(match.2 ?? ":00")"
        }
        if rest.hasPrefix("+") {
            guard let minutes = Self.offset(String(rest.dropFirst())) else { return nil }
            (base, self.minutes) = (.start, minutes)
            return
        }
        base = .clock
        if let (day, time) = Self.date(rest, column.order) {
            base = .date(day)
            rest = time
        }
        rest = rest.replacing(" ", with: "").replacing(".m.", with: "m")
        if base == .clock, let start = Self.startOfSpan(rest, column) { rest = start }
        zone = ClockZone.removed(from: &rest)
        guard let (minutes, isCertain) = Self.clock(rest, column) else { return nil }
        self.minutes = minutes
        self.isCertain = isCertain || base != .clock
    }

    /// A time as the number that a cell holds: a fraction of a day, or days since 1899-12-30.
    private static func cellValue(_ text: String, _ column: TimeColumn) -> (Base, Int)? {
        let plain = text.replacing(",", with: ".")
        let isLong = plain.wholeMatch(of: /(0|[0-9]{5})\.[0-9]{3,}/) != nil
        // No hour has 75 minutes.
        let isShort =
            plain.wholeMatch(of: /0\.[0-9]{1,2}/) != nil
            && (column.numbers == .days || plain.wholeMatch(of: /0\.[6-9][0-9]?/) != nil)
        guard isLong || isShort, let value = Double(plain) else { return nil }
        let day = Int(value)
        let minutes = min(1439, Int(((value - Double(day)) * 1440).rounded()))
        // 25,569 days lie between 1899-12-30 and 1970-01-01.
        return (day == 0 ? .clock : .date(day - 25_569), minutes)
    }

    /// "1:20", "1h20", "80", "80 min", "2 h".
    private static func offset(_ text: String) -> Int? {
        let text = text.replacing(" ", with: "")
        for (unit, factor) in [("min", 1), ("m", 1), ("hours", 60), ("h", 60)] where text.hasSuffix(unit) {
            guard let count = Int(text.dropLast(unit.count)), (0...100_000).contains(count) else { break }
            return count * factor
        }
        if let minutes = Int(text), (0...100_000).contains(minutes) { return minutes }
        guard let parts = parts(text), (2...3).contains(parts.count), parts[1] < 60, parts[0] < 2000 else { return nil }
        return parts[0] * 60 + parts[1]
    }

    /// "10:40" of "10:40-10:55": an hour behind a dash is an offset only where it is the earlier one.
    private static func startOfSpan(_ text: String, _ column: TimeColumn) -> String? {
        guard let match = text.wholeMatch(of: /(.+?)[-–—](.+)/), let start = clock(String(match.1), column),
            let end = clock(String(match.2), column), end.0 > start.0
        else { return nil }
        return String(match.1)
    }

    /// Minutes since midnight, and whether the half of the day is certain; without blanks and zone.
    private static func clock(_ text: String, _ column: TimeColumn) -> (Int, Bool)? {
        var rest = text
        var half: Int?
        if rest.hasSuffix("am") { half = 0 }
        if rest.hasSuffix("pm") { half = 12 }
        if half != nil { rest.removeLast(2) }
        for word in ["uhr", "hrs", "hr"] where rest.hasSuffix(word) { rest.removeLast(word.count) }
        if let fraction = rest.firstMatch(of: /:[0-9]{2}:[0-9]{2}([.,][0-9]+)$/) {
            rest.removeSubrange(fraction.1.startIndex..<rest.endIndex)
        }
        if rest.contains(":"), rest.hasSuffix("h") { rest.removeLast() }
        // "0930"; "10.4" and "10", where a spreadsheet has taken 10.40 and 10.00 for numbers.
        if half == nil, rest.wholeMatch(of: /[0-9]{3,4}h?/) != nil {
            if rest.hasSuffix("h") { rest.removeLast() }
            rest.insert(":", at: rest.index(rest.endIndex, offsetBy: -2))
        } else if rest.wholeMatch(of: /[0-9]{1,2}[.,][0-9]{1,2}/) != nil {
            // "0.5" may be noon in a time cell.
            guard column.numbers == .hours || half != nil || !(rest.hasPrefix("0.") || rest.hasPrefix("0,")) else {
                return nil
            }
            rest = rest.replacing(",", with: ".")
            if rest.dropLast().last == "." { rest += "0" }
        } else if column.numbers == .hours, half == nil, rest.wholeMatch(of: /[0-9]{1,2}/) != nil {
            rest += ".00"
        }
        guard let parts = parts(rest), (1...3).contains(parts.count), parts.count > 1 || half != nil,
            parts.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        var hour = parts[0]
        if let half {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + half
        }
        guard hour < 24 else { return nil }
        return (hour * 60 + (parts.count > 1 ? parts[1] : 0), half != nil || hour > 12 || hour == 0)
    }

    /// Numbers between `:`, `.` or `h`; at most two digits after the first.
    private static func parts(_ text: String) -> [Int]? {
        var pieces = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." || $0 == "h" }
        if pieces.count == 2, pieces[1].isEmpty, text.hasSuffix("h") { pieces[1] = "00" }
        var numbers: [Int] = []
        for (index, piece) in pieces.enumerated() {
            guard !piece.isEmpty, piece.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                index == 0 ? piece.count <= 4 : piece.count == 2, let number = Int(piece)
            else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    /// `2026-11-24T…`, `24.11.2026 …`, `24/11/2026 …`, `11/24/2026 …`, `2026/11/24 …`, `24 Nov 2026 …`, `Nov 24, 2026 …`.
    private static func date(_ text: String, _ order: DayOrder?) -> (Int, String)? {
        if let named = namedMonth(text) { return named }
        if let date = SlashedDate(text) {
            guard let order = date.order ?? order, let day = date.day(order),
                let cut = text.firstIndex(where: { $0 == "t" || $0 == " " })
            else { return nil }
            return (day, String(text[text.index(after: cut)...]))
        }
        guard let match = text.wholeMatch(of: /([0-9]{1,4})([-.\/])([0-9]{1,2})\2([0-9]{1,4}),?[t ](.+)/),
            var year = Int(match.1), let month = Int(match.3), var day = Int(match.4)
        else { return nil }
        if match.1.count < 4 {
            guard match.4.count == 4 || match.4.count == 2 else { return nil }
            (year, day) = (match.4.count == 2 ? day + 2000 : day, year)
        }
        return CalendarDay.number(year: year, month: month, day: day).map { ($0, String(match.5)) }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let germanMonths = ["mär": 3, "mai": 5, "okt": 10, "dez": 12]

    private static func namedMonth(_ text: String) -> (Int, String)? {
        let found: (month: Substring, day: Substring, year: Substring, rest: Substring)
        if let match = text.wholeMatch(of: /([0-9]{1,2})[-. ]+(\p{L}{3,9})[-., ]+([0-9]{4})[, ]+(.+)/) {
            found = (match.2, match.1, match.3, match.4)
        } else if let match = text.wholeMatch(of: /(\p{L}{3,9})\.? ([0-9]{1,2}),? ([0-9]{4})[, ]+(.+)/) {
            found = (match.1, match.2, match.3, match.4)
        } else {
            return nil
        }
        let name = String(found.month.prefix(3))
        guard let month = months.firstIndex(of: name).map({ $0 + 1 }) ?? germanMonths[name], let day = Int(found.day),
            let year = Int(found.year), let number = CalendarDay.number(year: year, month: month, day: day)
        else { return nil }
        return (number, String(found.rest))
    }
}
