/// The pages' style sheets, from their parts. Rules for paper come last where they take back others.
enum Styles {
    /// What every page has.
    static let shared = Markup(trusted: colours + base + frame + tables + charts)

    static let manager = Markup(trusted: print + sheet)
    static let security = Markup(trusted: sections + weaknesses + print)
    static let index = Markup(trusted: sections + print + grids)
    static let appendix = Markup(trusted: sections + print)
}
