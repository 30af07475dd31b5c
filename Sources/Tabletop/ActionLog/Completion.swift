extension ActionLog.Completion {
    /// As diagnostics say it.
    var words: String {
        switch self {
        case .done: "done"
        case .partly: "partly done"
        case .postponed: "put off"
        case .skipped: "skipped"
        case .notDone: "not done"
        }
    }

    /// Why a rating cannot stand beside it, and what to write; nil where it can.
    func contradiction(to rating: Rating) -> (meaning: String, fix: String)? {
        switch (self, rating) {
        case (.done, .unable):
            (
                "U means that it could not be done",
                "write M if it was done with major challenges, or \"no\" in the column \"done\""
            )
        case (.partly, .performed):
            ("P means without challenges", "write S, M or U, or \"yes\" in the column \"done\"")
        case (.skipped, _):
            ("what was left out is not evaluated", "leave the rating blank, or say in \"done\" how far it was done")
        case (.notDone, .performed), (.notDone, .someChallenges), (.notDone, .majorChallenges),
            (.postponed, .performed), (.postponed, .someChallenges), (.postponed, .majorChallenges):
            ("\(rating.rawValue) means that it was done", "write U, or \"yes\" in the column \"done\"")
        case (.done, _), (.partly, _), (.notDone, .unable), (.postponed, .unable): nil
        }
    }
}

extension ActionLog.Subject {
    /// Whether it is an expected action.
    var isAction: Bool {
        if case .action = self { true } else { false }
    }
}
