internal import DrillResults

/// Steps that nothing prevents, over several stories.
enum NoticeOnlyList {
    /// By title and technique, the first of equals.
    static func distinct(in findings: [StoryFindings]) -> [NoticeOnlyStep] {
        var seen: Set<String> = []
        return findings.flatMap(\.noticeOnly).filter { seen.insert("\($0.title)\u{0}\($0.technique ?? "")").inserted }
    }

    static func inShort(_ step: NoticeOnlyStep) -> String {
        step.noticed.map { $0 > 0 ? "noticed in \(Wording.share($0))" : "never noticed" } ?? "did not come about"
    }

    static func noticed(_ step: NoticeOnlyStep) -> String {
        guard let share = step.noticed else { return "never came about in this run" }
        return share > 0 ? "noticed in \(Wording.share(share)) of the trials with it" : "noticed in none of the trials"
    }
}
