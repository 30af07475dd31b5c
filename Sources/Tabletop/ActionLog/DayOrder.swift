/// Whether a column writes the day or the month first, as in `24/11/2026` and `11/24/2026`.
enum DayOrder: Sendable, Equatable {
    case dayFirst, monthFirst

    /// What the dates of a column say together: one number above 12 decides; nil where none is or they disagree.
    static func decided(by texts: [String]) -> DayOrder? {
        let orders = Set(texts.compactMap { pair(in: $0).flatMap { certain($0) } })
        return orders.count == 1 ? orders.first : nil
    }

    /// What a date says by itself; nil where both are possible.
    static func certain(_ pair: (Int, Int)) -> DayOrder? {
        if pair.0 > 12 { return .dayFirst }
        // The same day either way.
        return pair.1 > 12 || pair.0 == pair.1 ? .monthFirst : nil
    }

    /// Whether the text holds a date that can be two days.
    static func isUndecided(_ text: String) -> Bool { pair(in: text).map { certain($0) == nil } ?? false }

    /// The first two numbers of a date with slashes; nil where the year stands first or there is none.
    private static func pair(in text: String) -> (Int, Int)? {
        guard let match = text.firstMatch(of: /^\s*([0-9]{1,2})\/([0-9]{1,2})\/[0-9]{2,4}/),
            let first = Int(match.1), let second = Int(match.2)
        else { return nil }
        return (first, second)
    }
}
