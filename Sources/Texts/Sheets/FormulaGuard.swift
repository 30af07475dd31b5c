/// The apostrophe in front of a cell that a spreadsheet program would take for a formula (OWASP, CSV injection).
///
/// The writer puts it there, the reader takes it off, and nobody else knows of it. A text that begins with apostrophes
/// and then such a character gets one more, so that what was written is read.
enum FormulaGuard {
    /// The full-width forms are signs of formulas too, in programs with East Asian settings.
    private static let signs = Set("=+-@\t\r＝＋－＠".unicodeScalars)

    static func guarded(_ text: String) -> String {
        isGuarded(text[...]) && !isNegativeNumber(text) ? "'" + text : text
    }

    static func unguarded(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let rest = String(text.unicodeScalars.dropFirst())
        return isGuarded(rest[...]) ? rest : text
    }

    /// Whether a sign stands first, or first behind apostrophes.
    private static func isGuarded(_ text: Substring) -> Bool {
        text.unicodeScalars.first { $0 != "'" }.map(signs.contains) ?? false
    }

    /// "-12", "-0.031", "-1.5e-05", and nothing else.
    private static func isNegativeNumber(_ text: String) -> Bool {
        text.wholeMatch(of: /-[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?/) != nil
    }
}
