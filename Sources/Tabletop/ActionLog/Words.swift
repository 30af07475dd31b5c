/// Words of the columns `done` and `rating`.
enum TypedWords {
    private static let yes: Set<String> = [
        "yes", "y", "x", "ja", "j", "oui", "o", "si", "sí", "true", "1", "done", "ok", "✓", "✔", "☑",
    ]
    private static let no: Set<String> = ["no", "n", "nein", "non", "false", "0", "not done", "never", "✗", "✘"]
    private static let open: Set<String> = [
        "", "-", "–", "?", "n/a", "na", "n.a.", "n/e", "ne", "not evaluated", "not observed", "none", "open", "☐",
    ]

    /// Nil for a word that is neither; `.some(nil)` for what says that it was not evaluated.
    static func done(_ text: String) -> Bool?? {
        let word = text.lowercased()
        if open.contains(word) { return .some(nil) }
        if yes.contains(word) { return .some(true) }
        return no.contains(word) ? .some(false) : nil
    }

    /// As above.
    static func rating(_ text: String) -> Rating?? {
        let word = text.lowercased()
        if open.contains(word) { return .some(nil) }
        if let rating = Rating(rawValue: word.uppercased()) { return .some(rating) }
        let plain = word.replacing("(", with: "").replacing(")", with: "")
        for rating in Rating.allCases {
            let name = rating.name.lowercased()
            let short = name.replacing("performed ", with: "")
            if plain == name || plain == short || plain == "\(name) \(rating.rawValue.lowercased())" {
                return .some(rating)
            }
        }
        switch word {
        case "performed": return .some(.performed)
        case "some": return .some(.someChallenges)
        case "major": return .some(.majorChallenges)
        case "unable": return .some(.unable)
        default: return nil
        }
    }
}
