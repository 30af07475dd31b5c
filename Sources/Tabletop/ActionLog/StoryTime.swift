internal import Scenarios

/// A length of time in the story as people type it: `6 h`, `2 days`, `90 min`, `PT6H`.
enum StoryTime {
    /// In hours; nil for anything else.
    static func hours(_ text: String) -> Double? {
        if let hours = try? ISO8601Duration.hours(text.uppercased()) { return hours }
        let compact = text.lowercased().filter { !$0.isWhitespace }.replacing(",", with: ".")
        let number = compact.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let value = Double(number), value >= 0, value < 1e6 else { return nil }
        switch compact.dropFirst(number.count) {
        case "min", "mins", "minute", "minutes", "m": return value / 60
        case "h", "hr", "hrs", "hour", "hours", "std": return value
        case "d", "day", "days": return value * 24
        case "w", "week", "weeks": return value * 168
        default: return value == 0 && number == compact[...] ? 0 : nil
        }
    }
}
