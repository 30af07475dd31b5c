/// The zone behind a time of day: `Z`, `UTC`, `CET`, `+01:00`, `-0500`.
enum ClockZone {
    /// Minutes east of Greenwich. Letters that mean one zone only; summer time has letters of its own.
    private static let letters: [String: Int] = [
        "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
        "eet": 120, "eest": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
        "pst": -480, "pdt": -420,
    ]

    /// Takes the zone off the end of a time, in lower case and without blanks; nil where none is named.
    static func removed(from time: inout String) -> Int? {
        // "UTC+1" is an offset with words in front.
        if let match = time.firstMatch(of: /(?:utc|gmt)?([-+−])([0-9]{1,2}):?([0-9]{2})?$/),
            match.range.lowerBound > time.startIndex, let hours = Int(match.2), hours <= 14
        {
            let minutes = hours * 60 + (match.3.flatMap { Int($0) } ?? 0)
            let isEast = match.1 == "+"
            time.removeSubrange(match.range)
            return isEast ? minutes : -minutes
        }
        let word = String(time.reversed().prefix { $0.isLetter }.reversed())
        guard let minutes = letters[word] else { return nil }
        time.removeLast(word.count)
        return minutes
    }
}
