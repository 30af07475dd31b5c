/// How figures are said, on pages and in the terminal alike: two digits, units in the text, never more certainty than
/// the trials give.
public enum Wording {
    /// First line of everything a run prints or writes.
    public static let exercise = "EXERCISE - modelled attacks; nothing is contacted or executed"

    /// What no reader may take the figures for.
    public static let disclaimer =
        "Model output for an exercise: no audit, no certificate, no forecast. Every share answers \"if this attack is "
        + "tried\"; none says how likely it is that somebody tries."

    /// "Keep until 2027-03-31, then delete."
    public static func retention(_ date: String) -> String { "Keep until \(date), then delete." }

    /// Owed wherever technique ids or names of ATT&CK appear (attack.mitre.org, terms of use).
    public static let attackNotice =
        "Technique ids are those of MITRE ATT&CK®. © 2025 The MITRE Corporation. This work is reproduced and distributed "
        + "with the permission of The MITRE Corporation. Not endorsed by MITRE."

    /// "Rests on 61 figures, 23 of them judgement; 4 answers unknown, 12 assumed."
    public static func basis(_ basis: Basis) -> String {
        "Rests on \(count(basis.figures, "figure")), \(count(basis.judgement)) of them judgement; "
            + "\(count(basis.unknownAnswers, "answer")) unknown, "
            + "\(count(basis.assumedAnswers)) assumed."
    }
}

// MARK: Shares

extension Wording {
    /// "71 %"; "below 0.03 %" where no trial showed it and "above 99.97 %" where all did (rule of three: 3 / trials).
    public static func probability(_ probability: Probability) -> String {
        switch probability.count {
        case ...0: bound(trials: probability.trials).map { "below \($0.below) %" } ?? "none"
        case probability.trials...: bound(trials: probability.trials).map { "above \($0.above) %" } ?? "all"
        default: share(probability.value)
        }
    }

    /// A share of so many trials whose count is not at hand, such as ``TimeSummary/probability``.
    public static func probability(_ value: Double, trials: Int) -> String {
        switch value {
        case ...0: bound(trials: trials).map { "below \($0.below) %" } ?? "none"
        case 1...: bound(trials: trials).map { "above \($0.above) %" } ?? "all"
        default: share(value)
        }
    }

    /// The long form: "7,100 of 10,000 trials: 71 %", "none of 10,000 trials: below 0.03 %".
    public static func counted(_ probability: Probability) -> String {
        let trials = count(probability.trials, "trial")
        let short = self.probability(probability)
        switch probability.count {
        case ...0: return short == "none" ? "none of \(trials)" : "none of \(trials): \(short)"
        case probability.trials...: return short == "all" ? "all of \(trials)" : "all of \(trials): \(short)"
        default: return "\(count(probability.count)) of \(trials): \(short)"
        }
    }

    /// "71 %", "7.1 %", "99.6 %": a share among a number of cases that is not known here. "none" and "all" at the ends,
    /// because a sample proves neither 0 % nor 100 %.
    public static func share(_ value: Double) -> String {
        if value.isNaN { return "unknown" }
        guard value > 0 else { return "none" }
        guard value < 1 else { return "all" }
        if value < 0.000_01 { return "below 0.001 %" }
        if value > 0.999_99 { return "above 99.999 %" }
        return "\(percentDigits(value)) %"
    }

    /// "8 %", "150 %": a factor on something, in percent; "none" for 0.
    public static func percent(_ factor: Double) -> String {
        guard factor.isFinite else { return "unknown" }
        return factor > 0 ? "\(twoDigits(factor * 100)) %" : "none"
    }

    /// "48–86 %". An end beyond what so many trials can show is left open: "up to 30 %", "48 % or more", "not known".
    public static func range(_ interval: Interval, trials: Int) -> String {
        let resolution = trials > 3 ? 3 / Double(trials) : 0
        let openBelow = interval.low <= 0 || interval.low < resolution
        let openAbove = interval.high >= 1 || interval.high > 1 - resolution
        if openBelow, interval.high <= resolution {
            return bound(trials: trials).map { "below \($0.below) %" } ?? "none"
        }
        if openAbove, interval.low >= 1 - resolution {
            return bound(trials: trials).map { "above \($0.above) %" } ?? "all"
        }
        switch (openBelow, openAbove) {
        case (true, true): return "not known"
        case (true, false): return "up to \(share(interval.high))"
        case (false, true): return "\(share(interval.low)) or more"
        case (false, false):
            let (low, high) = (percentDigits(interval.low), percentDigits(interval.high))
            return low == high ? "\(low) %" : "\(low)–\(high) %"
        }
    }
}

// MARK: Times

extension Wording {
    /// "45 min", "6 h", "19 d": minutes below an hour, hours below two days, days from there on.
    public static func hours(_ hours: Double) -> String {
        guard hours.isFinite else { return "never" }
        if hours <= 0 { return "0 h" }
        let minutes = hours * 60
        if minutes < 1 { return "under 1 min" }
        if minutes.rounded() < 60 { return "\(Int(minutes.rounded())) min" }
        if hours < 47.5 { return "\(twoDigits(hours)) h" }
        return "\(twoDigits(hours / 24)) d"
    }

    /// A quantile of ``TimeSummary``: "never" where it is nil.
    public static func hours(_ hours: Double?) -> String {
        hours.map { self.hours($0) } ?? "never"
    }

    /// A given span in full, not rounded to two digits: "365 d", "36 h", "10 min". For horizons, not for results.
    public static func span(hours: Double) -> String {
        if hours >= 24, hours.truncatingRemainder(dividingBy: 24) == 0, hours < 1e9 {
            return "\(count(Int(hours / 24))) d"
        }
        if hours >= 1, hours.rounded() == hours, hours < 1e9 { return "\(count(Int(hours))) h" }
        return self.hours(hours)
    }

    /// Time passed since zero hour, whole minutes, rounded down, the two largest units: "+45 min", "+5 h 20 min",
    /// "+3 d 4 h".
    public static func elapsed(hours: Double) -> String {
        guard hours.isFinite, hours >= 0, hours < 1e9 else { return "never" }
        let minutes = Int(hours * 60)
        let parts: [(Int, String)] =
            minutes < 1440
            ? [(minutes / 60, "h"), (minutes % 60, "min")] : [(minutes / 1440, "d"), (minutes % 1440 / 60, "h")]
        let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "+" + (shown.isEmpty ? "0 min" : shown.joined(separator: " "))
    }

    /// What clocks show: "Tue 14:20", "Tue 2026-12-29 14:20".
    public static func local(_ time: LocalTime) -> String {
        ([String(time.weekday.prefix(3))] + [time.date].compactMap(\.self) + [time.clock]).joined(separator: " ")
    }

    /// The median for a table: "19 d", "mostly never" where it happens in less than half of the trials, "never" where
    /// no trial showed it.
    public static func median(_ time: TimeSummary) -> String {
        if let median = time.p50 { return hours(median) }
        return time.probability > 0 ? "mostly never" : "never"
    }
}

// MARK: The race

extension Wording {
    /// Which comes first by their medians, the loss or somebody noticing: "lost 13 d before it is noticed". Fits behind
    /// "by the medians it is".
    public static func race(lost: TimeSummary, noticed: TimeSummary) -> String {
        guard let lostAt = lost.p50 else {
            let lostWord = lost.probability > 0 ? "mostly not lost" : "not lost"
            return noticed.probability > 0 ? lostWord : "\(lostWord), never noticed"
        }
        guard let noticedAt = noticed.p50 else {
            return noticed.probability > 0 ? "lost, mostly unnoticed" : "lost, never noticed"
        }
        if lostAt == noticedAt { return "noticed as it is lost" }
        return lostAt < noticedAt
            ? "lost \(hours(noticedAt - lostAt)) before it is noticed"
            : "noticed \(hours(lostAt - noticedAt)) before, but lost all the same"
    }
}

// MARK: Counts

extension Wording {
    /// A quantity from the model, in two digits: "960", "12,000", "1.4 million", "none".
    public static func count(_ quantity: Double) -> String {
        guard quantity.isFinite else { return "unknown" }
        guard quantity > 0 else { return "none" }
        if quantity < 0.001 { return "under 0.001" }
        if quantity < 0.995 { return twoDigits(quantity) }
        if quantity < 99.5 { return "\(Int(quantity.rounded()))" }
        let scales = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")]
        for (scale, word) in scales where quantity >= scale * 0.995 {
            return "\(twoDigits(quantity / scale)) \(word)"
        }
        return twoDigits(quantity)
    }

    /// An exact number with its thousands set apart: "10,000".
    public static func count(_ number: Int) -> String {
        let sign = number < 0 ? "-" : ""
        return sign + grouped(String(number.magnitude))
    }

    /// With its noun: "1 action", "12 actions", "1 other story", "3 other stories".
    ///
    /// - Parameter plural: where it is not the singular with an s.
    public static func count(_ number: Int, _ singular: String, plural: String? = nil) -> String {
        "\(count(number)) \(number == 1 ? singular : plural ?? "\(singular)s")"
    }
}
