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

    /// Reads `10:40`, `10.40`, `10h40`, `2026-11-24T10:40`, `24.11.2026 10:40`, `+1:20`, `+80 min`, `07:29 PM`; nil for
    /// anything else.
    init?(_ text: String) {
        var rest = text.lowercased().filter { !$0.isWhitespace || $0 == " " }
        if rest.hasPrefix("t+") { rest.removeFirst() }
        if rest.hasPrefix("+") {
            guard let minutes = Self.offset(String(rest.dropFirst())) else { return nil }
            (base, self.minutes) = (.start, minutes)
            return
        }
        base = .clock
        if let (day, time) = Self.date(rest) {
            base = .date(day)
            rest = time
        }
        guard let (minutes, isCertain) = Self.clock(rest) else { return nil }
        self.minutes = minutes
        self.isCertain = isCertain || base != .clock
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
        // A zone stands for the place of the meeting; it changes nothing.
        if rest.hasSuffix("z") { rest.removeLast() }
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

    /// `2026-11-24T…`, `2026-11-24 …`, `24.11.2026 …`.
    private static func date(_ text: String) -> (Int, String)? {
        guard let cut = text.firstIndex(where: { $0 == "t" || $0 == " " }) else { return nil }
        let (day, time) = (text[..<cut], String(text[text.index(after: cut)...]))
        let separator: Character = day.contains("-") ? "-" : "."
        var numbers = day.split(separator: separator, omittingEmptySubsequences: false).compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if separator == "." { numbers.reverse() }
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
