import Foundation

/// Numbers as the page prints them: two digits, never 0 % or 100 % from sampling.
enum Figures {
    static func value(_ value: Double, _ unit: Unit) -> String {
        switch unit {
        case .share: share(value)
        case .days, .minutes: time(value)
        case .records: twoDigits(value)
        }
    }

    static func range(_ range: ClosedRange<Double>, _ unit: Unit) -> String {
        let (low, high) = (value(range.lowerBound, unit), value(range.upperBound, unit))
        if low == high { return low }
        // "12 d – 30 d" is shorter as "12–30 d".
        let (first, second) = (low.split(separator: " "), high.split(separator: " "))
        guard first.count == 2, second.count == 2, first[1] == second[1] else { return "\(low) – \(high)" }
        return "\(first[0])–\(high)"
    }

    /// A published number without its unit, as it was published.
    static func exact(_ value: Double, _ unit: Unit) -> String {
        guard unit == .share else { return grouped(Int(value.rounded())) }
        let per1000 = Int((value * 1000).rounded())
        return per1000 % 10 == 0 ? String(per1000 / 10) : "\(per1000 / 10).\(per1000 % 10)"
    }

    static func share(_ share: Double) -> String {
        if share < 0.005 { return "below 0.5 %" }
        if share > 0.995 { return "above 99 %" }
        return "\(String(format: share < 0.0995 ? "%.1f" : "%.0f", share * 100)) %"
    }

    /// Hours in the unit that fits.
    static func time(_ hours: Double) -> String {
        if hours == .infinity { return "never" }
        let sign = hours < 0 ? "−" : ""
        let size = abs(hours)
        if size < 2 { return "\(sign)\(twoDigits(size * 60)) min" }
        return size < 48 ? "\(sign)\(twoDigits(size)) h" : "\(sign)\(twoDigits(size / 24)) d"
    }

    static func twoDigits(_ value: Double) -> String {
        if value == 0 { return "0" }
        if value < 9.95 { return String(format: value < 0.995 ? "%.2f" : "%.1f", value) }
        var scale = 1.0
        while value / scale >= 99.5 { scale *= 10 }
        return grouped(Int((value / scale).rounded() * scale))
    }

    static func grouped(_ count: Int) -> String {
        let digits = String(count)
        return String(
            digits.enumerated().flatMap { place, digit in
                place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
            })
    }
}
