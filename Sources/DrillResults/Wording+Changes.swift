// How differences, scores, efforts and money are said.

extension Wording {
    /// A difference of shares in percentage points with its sign: "−22", "+0.4", "0".
    public static func points(_ difference: Double) -> String {
        guard difference.isFinite else { return "unknown" }
        let points = abs(difference) * 100
        if points == 0 { return "0" }
        let sign = difference < 0 ? "−" : "+"
        return points < 0.01 ? "\(sign)under 0.01" : sign + twoDigits(points)
    }

    /// The paired change with its range: "−22 points (−35 to −8)"; "unchanged" where no trial differs.
    public static func points(_ difference: Difference) -> String {
        if difference.isNone { return unchanged }
        return
            "\(points(difference.value)) points (\(points(difference.range.low)) to \(points(difference.range.high)))"
    }

    /// A score from 0 to 100 in whole points; "below 1" and "above 99" at the ends, because a sample proves neither.
    public static func score(_ value: Double) -> String {
        guard value.isFinite else { return "unknown" }
        if value < 1 { return "below 1" }
        return value > 99 ? "above 99" : "\(Int(value.rounded()))"
    }

    /// "25–41".
    public static func scores(_ range: Interval) -> String {
        let (low, high) = (score(range.low), score(range.high))
        if low == high { return low }
        return range.low < 1 || range.high > 99 ? "\(low) to \(high)" : "\(low)–\(high)"
    }

    /// "120 person-days (40–390)".
    public static func effort(_ effort: Effort) -> String {
        let likely = count(effort.likely)
        let unit = likely == "1" ? "person-day" : "person-days"
        let (low, high) = (count(effort.low), count(effort.high))
        return low == high ? "\(likely) \(unit)" : "\(likely) \(unit) (\(low)–\(high))"
    }

    /// "EUR 1.4 million"; "none" where nothing is lost.
    public static func money(_ amount: Double, currency: String) -> String {
        amount > 0 ? "\(currency) \(count(amount))" : "none"
    }

    /// No trial went differently: "±0" would say more than so many trials show.
    public static let unchanged = "unchanged"

    /// A ratio such as a risk reduction worth: "1.5 ×"; "none" for 0.
    public static func ratio(_ ratio: Double) -> String {
        guard ratio.isFinite else { return "unknown" }
        return ratio > 0 ? "\(twoDigits(ratio)) ×" : "none"
    }

    /// "1.2 to 1.9", "1.2 or more"; nil where it is as narrow as two digits are.
    public static func ratios(_ range: RatioRange) -> String? {
        let low = figure(range.low)
        guard let high = range.high.map(figure) else { return "\(low) or more" }
        return low == high ? nil : "\(low) to \(high)"
    }

    /// A plain figure in two digits: "0.35", "−0.02", "0".
    public static func figure(_ value: Double) -> String {
        guard value.isFinite else { return "unknown" }
        if value == 0 { return "0" }
        return (value < 0 ? "−" : "") + twoDigits(abs(value))
    }
}
