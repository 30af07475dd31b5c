/// How days, moments, zones and countries are written.
enum DateShapes {
    /// A day of the calendar.
    static let day = Shape<String>.pattern(
        "calendar date", "^\(dayPattern)$", rule: .pattern, isMatch: isDate,
        fix: { _ in #"write a day of the calendar like "2026-11-23""# })

    /// A day, perhaps with the time of day, on the clocks of a zone that stands elsewhere.
    static let moment = Shape<String>.pattern(
        "date", "^\(dayPattern)(T([01][0-9]|2[0-3]):[0-5][0-9](:00)?)?$", rule: .pattern,
        isMatch: { LocalMoment($0) != nil },
        fix: { text in
            text.hasSuffix("Z") || text.dropFirst(10).contains("+")
                ? #"write the time as clocks show it, without an offset, and the zone under "zone""#
                : #"write a day and, if it is known, the time of day, like "2026-11-23T18:00""#
        })

    /// An IANA time zone.
    static let zone = Shape<String>.pattern(
        "time zone", "^[A-Za-z][A-Za-z0-9_+/-]*$", rule: .pattern, isMatch: TimeZoneNames.contains,
        fix: { name in
            Suggestion.question(name, among: TimeZoneNames.all) ?? #"write it like "Europe/Berlin""#
        })

    /// A country.
    static let country = Shape<String>.pattern(
        "country", "^[A-Z]{2}$", rule: .pattern, isMatch: CountryCodes.contains,
        fix: { CountryCodes.proposal(for: $0) ?? #"write two capital letters like "DE""# })

    private static let dayPattern = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

    @Sendable private static func isDate(_ text: String) -> Bool {
        text.utf8.count == 10 && LocalMoment(text) != nil
    }
}
