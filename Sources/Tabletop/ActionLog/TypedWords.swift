internal import Texts

/// Words of the columns `done` and `rating`.
enum TypedWords {
    private static let completions: [String: ActionLog.Completion] = words([
        .done: ["done", "fully", "ok", "okay", "completed", "complete", "erledigt", "fait", "hecho"],
        .partly: [
            "partially", "partly", "partial", "in part", "half", "partly done", "partially done", "partially completed",
            "teilweise", "zum teil", "partiellement", "en partie", "~",
        ],
        .postponed: [
            "later", "postponed", "deferred", "put off", "delayed", "pending", "not yet", "später", "verschoben",
            "noch nicht", "plus tard", "reporté",
        ],
        .skipped: ["skipped", "skip", "left out", "not played", "not reached", "ausgelassen", "übersprungen", "sauté"],
        .notDone: ["not done", "never", "not completed", "nicht erledigt", "pas fait"],
    ])

    private static func words(_ lists: [ActionLog.Completion: [String]]) -> [String: ActionLog.Completion] {
        Dictionary(lists.flatMap { meaning, words in words.map { ($0, meaning) } }) { first, _ in first }
    }

    private static let open: Set<String> = [
        "", "-", "–", "?", "n/a", "na", "n.a.", "n/e", "ne", "not evaluated", "not observed", "none", "open", "☐",
    ]

    /// Nil for a word that is neither; `.some(nil)` for what says that it was not evaluated.
    static func done(_ text: String) -> ActionLog.Completion?? {
        let word = YesNo.plain(text)
        if open.contains(word) { return .some(nil) }
        if let meaning = YesNo.read(word) { return meaning ? .done : .notDone }
        return completions[word].map(Optional.some)
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
