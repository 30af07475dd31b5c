/// Yes and no as people type them and spreadsheets save them.
package enum YesNo {
    private static let yes: Set<String> = [
        "yes", "y", "x", "ja", "j", "oui", "o", "si", "sí", "true", "wahr", "vrai", "1", "✓", "✔", "☑", "✅",
    ]
    private static let no: Set<String> = [
        "no", "n", "nein", "non", "false", "falsch", "faux", "0", "✗", "✘", "✖", "❌",
    ]

    /// What the word means, in any case; nil for any other word.
    package static func read(_ text: String) -> Bool? {
        let word = plain(text)
        return yes.contains(word) ? true : no.contains(word) ? false : nil
    }

    /// In lower case, without the mark that keyboards put behind a symbol to say that it is a picture.
    package static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars where scalar != "\u{FE0F}" && scalar != "\u{FE0E}" {
            plain.append(scalar)
        }
        return String(plain)
    }
}
