/// The page's style sheet, from its parts.
enum Styles {
    static let sheet = Markup(trusted: colours + base + tables + charts + sections + print)
}
