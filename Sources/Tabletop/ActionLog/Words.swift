internal import Texts

/// Words of the columns `done` and `rating`.
enum TypedWords {
    private static let yes: Set<String> = ["done", "ok", "completed", "complete", "erledigt"]
    private static let no: Set<String> = ["not done", "never", "not completed"]
    /// Done, or not, and something more, which belongs in the note.
    private static let partly: Set<String> = ["partially", "partly", "partial", "teilweise", "in part"]
    private static let notYet: Set<String> = ["skipped", "later", "postponed", "deferred", "später"]
    private static let open: Set<String> = [
        "", "-", "–", "?", "n/a", "na", "n.a.", "n/e", "ne", "not evaluated", "not observed", "none", "open", "☐",
    ]

    /// Nil for a word that is neither; `.some(nil)` for what says that it was not evaluated.
    static func done(_ text: String) -> Bool?? {
        let word = YesNo.plain(text)
        if open.contains(word) { return .some(nil) }
        if let meaning = YesNo.read(word) { return meaning }
        if yes.contains(word) || partly.contains(word) { return .some(true) }
        return no.contains(word) || notYet.contains(word) ? .some(false) : nil
    }

    /// Whether the word says more than done or not done.
    static func saysMore(_ text: String) -> Bool {
        let word = YesNo.plain(text)
        return partly.contains(word) || notYet.contains(word)
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
