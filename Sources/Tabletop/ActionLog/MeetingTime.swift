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

    /// Reads `10:40`, `10.40`, `10h40`, `2026-11-24T10:40`, `24.11.2026 10:40`, `+1:20`, `+80 min`, `07:29 PM`, and what
    /// spreadsheets, forms and exports make of them: `0930`, `0935 hrs`, `11/24/2026 9:40:05 AM`, fractions of a second,
    /// offsets and zones, `H+1`, `10.4` for 10.40, `0.604` of a day; nil for anything else.
    ///
    /// - Parameter order: of day and month in the column, where one date alone does not tell.
    init?(_ text: String, order: DayOrder? = nil) {
        var rest = text.lowercased().filter { !$0.isWhitespace || $0 == " " }
        if let cell = Self.cellValue(rest) {
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
        if let (day, time) = Self.date(rest, order) {
            base = .date(day)
            rest = time
        }
        guard let (minutes, isCertain) = Self.clock(rest) else { return nil }
        self.minutes = minutes
        self.isCertain = isCertain || base != .clock
    }

    /// A time as the number that a cell holds: a fraction of a day, or days since 1899-12-30.
    private static func cellValue(_ text: String) -> (Base, Int)? {
        let plain = text.replacing(",", with: ".")
        guard plain.contains(/^(0|[0-9]{5})\.[0-9]{3,}$/), let value = Double(plain) else { return nil }
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

    private static func clock(_ text: String) -> (Int, Bool)? {
        var rest = text.replacing(" ", with: "").replacing(".m.", with: "m")
        var half: Int?
        if rest.hasSuffix("am") { half = 0 }
        if rest.hasSuffix("pm") { half = 12 }
        if half != nil { rest.removeLast(2) }
        if rest.hasSuffix("uhr") { rest.removeLast(3) }
        for word in ["hrs", "hr"] where rest.hasSuffix(word) { rest.removeLast(word.count) }
        // A zone stands for the place of the meeting; it changes nothing.
        if let zone = rest.firstMatch(of: /(?:z|utc|gmt|cet|cest|bst|wet|west|eet|eest|[ecmp][sd]t)$/) {
            rest.removeSubrange(zone.range)
        }
        if let offset = rest.firstMatch(of: /:[0-9]{2}(?:[.,][0-9]+)?([-+−][0-9]{2}:?(?:[0-9]{2})?)$/) {
            rest.removeSubrange(offset.1.startIndex..<rest.endIndex)
        }
        if let fraction = rest.firstMatch(of: /:[0-9]{2}:[0-9]{2}([.,][0-9]+)$/) {
            rest.removeSubrange(fraction.1.startIndex..<rest.endIndex)
        }
        if rest.contains(":"), rest.hasSuffix("h") { rest.removeLast() }
        // "0930"; "10.4", where a spreadsheet has taken 10.40 for a number.
        if half == nil, rest.wholeMatch(of: /[0-9]{3,4}h?/) != nil {
            if rest.hasSuffix("h") { rest.removeLast() }
            rest.insert(":", at: rest.index(rest.endIndex, offsetBy: -2))
        } else if rest.wholeMatch(of: /[0-9]{1,2}[.,][0-9]{1,2}/) != nil {
            rest = rest.replacing(",", with: ".")
            if rest.dropLast().last == "." { rest += "0" }
        }
        let parsed = parts(rest)
        guard let parts = parsed, (1...3).contains(parts.count), parts.count > 1 || half != nil,
            parts.count < 2 || parts[1] < 60, parts.count < 3 || parts[2] < 60
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

    /// `2026-11-24T…`, `24.11.2026 …`, `24/11/2026 …`, `11/24/2026 …`, `2026/11/24 …`.
    private static func date(_ text: String, _ order: DayOrder?) -> (Int, String)? {
        guard let cut = text.firstIndex(where: { $0 == "t" || $0 == " " }) else { return nil }
        let day = String(text[..<cut]).replacing(",", with: "")
        let time = String(text[text.index(after: cut)...])
        guard let separator = ["-", ".", "/"].first(where: day.contains) else { return nil }
        let pieces = day.split(separator: separator, omittingEmptySubsequences: false)
        var numbers = pieces.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if pieces[0].count < 4 {
            if separator == "/" {
                guard let order = DayOrder.certain((numbers[0], numbers[1])) ?? order else { return nil }
                if order == .monthFirst { numbers.swapAt(0, 1) }
            }
            numbers.reverse()
        }
        if pieces[2].count == 2, pieces[0].count < 4 { numbers[0] += 2000 }
        guard (1970...9999).contains(numbers[0]), let number = days(numbers[0], numbers[1], numbers[2]) else {
            return nil
        }
        return (number, time)
    }

    /// Days from 1970-01-01 of a day of the Gregorian calendar; nil where there is no such day.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        let lengths = [
            31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
        ]
        guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        let before = year - 1
        let leaps = before / 4 - before / 100 + before / 400
        return before * 365 + leaps + lengths[..<(month - 1)].reduce(0, +) + day - 1 - 719_162
    }
}
