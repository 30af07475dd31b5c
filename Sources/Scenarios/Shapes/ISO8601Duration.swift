/// Reads durations such as `P3D`, `PT6H`, `P1DT12H`, `PT0.5H` and `P2W`.
package enum ISO8601Duration {
    /// The schema's pattern; the decoder follows the same grammar by hand.
    static let pattern =
        #"^P(?=[0-9T])([0-9]+(\.[0-9]+)?Y)?([0-9]+(\.[0-9]+)?M)?([0-9]+(\.[0-9]+)?W)?([0-9]+(\.[0-9]+)?D)?(T(?=[0-9])([0-9]+(\.[0-9]+)?H)?([0-9]+(\.[0-9]+)?M)?([0-9]+(\.[0-9]+)?S)?)?$"#

    /// Why a text is no duration.
    package enum Problem: Error, Equatable {
        case malformed
        case negative
        /// Hours, more than a million.
        case tooLong(Double)
    }

    /// Hours; a month counts 30 days, a year 365, as the simulation knows no calendar.
    package static func hours(_ text: String) throws(Problem) -> Double {
        var rest = Substring(text)
        if rest.first == "-" || rest.contains("-") { throw .negative }
        guard rest.popFirst() == "P" else { throw .malformed }
        var hours = 0.0
        var isTime = false
        var units = dateUnits[...]
        var parts = 0
        while !rest.isEmpty {
            if rest.first == "T" {
                guard !isTime else { throw .malformed }
                rest.removeFirst()
                (isTime, units, parts) = (true, timeUnits[...], 0)
                continue
            }
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(number.count)
            guard isDecimal(number), let value = Double(number), let letter = rest.popFirst(),
                let unit = units.firstIndex(where: { $0.letter == letter })
            else { throw .malformed }
            hours += value * units[unit].hours
            units = units[(unit + 1)...]
            parts += 1
        }
        guard parts > 0 else { throw .malformed }
        guard hours.isFinite, hours <= Limits.hours else { throw .tooLong(hours) }
        return hours
    }

    private static let dateUnits: [(letter: Character, hours: Double)] = [
        ("Y", 8760), ("M", 720), ("W", 168), ("D", 24),
    ]
    private static let timeUnits: [(letter: Character, hours: Double)] = [("H", 1), ("M", 1.0 / 60), ("S", 1.0 / 3600)]

    private static func isDecimal(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty }
    }
}
