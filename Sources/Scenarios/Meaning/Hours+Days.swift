extension Hours {
    /// Hours of work in a day; nil: round the clock.
    package var perDay: Double? {
        switch self {
        case .business: 8
        case .extended: 16
        case .always: nil
        }
    }

    /// "in business hours".
    package var words: String {
        switch self {
        case .business: "in business hours"
        case .extended: "from 7 to 23 every day"
        case .always: "round the clock"
        }
    }

    /// How many days so many of these hours are: "three working days" for 24 business hours, "about one and a half working
    /// days", "two days of 16 hours"; nil below a day, and round the clock.
    ///
    /// - Parameter hours: hours of work; halves of days are told.
    package func days(of hours: Double) -> String? {
        guard let perDay, hours.isFinite, hours >= perDay * 0.995, hours < 1e6 else { return nil }
        let days = hours / perDay
        let halves = Int((days * 2).rounded())
        let about = abs(Double(halves) / 2 - days) < 0.01 ? "" : "about "
        let noun =
            self == .business
            ? (halves <= 2 ? "working day" : "working days") : (halves <= 2 ? "day of 16 hours" : "days of 16 hours")
        return about + Self.number(ofHalves: halves) + " " + noun
    }

    /// "three", "two and a half", "30", "12.5".
    private static func number(ofHalves halves: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        guard halves / 2 < words.count else { return "\(halves / 2)" + (halves % 2 == 0 ? "" : ".5") }
        return words[halves / 2] + (halves % 2 == 0 ? "" : " and a half")
    }
}
