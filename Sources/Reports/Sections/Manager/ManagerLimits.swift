internal import DrillResults

/// Popular fixes that would change nothing here.
struct ManagerUseless {
    let company: CompanyReport

    private static let most = 6

    var markup: Markup {
        guard let report = company.analysis?.weaknesses else { return .empty }
        let idle = report.idleControls
        return """
            <section id="useless" aria-labelledby="useless-title">
            <h2 id="useless-title">Would not help here</h2>
            \(idle.isEmpty ? none : list(idle))</section>

            """
    }

    private var none: Markup {
        "<p class=\"absent\">Every control that could be raised changes something.</p>\n"
    }

    private func list(_ idle: [String]) -> Markup {
        let more = idle.count - Self.most
        let names = idle.prefix(Self.most).map { name -> Markup in "<li>\(name.shortened(to: 34))</li>" }
        return """
            <ul class="plain run">\(names)\(more > 0 ? "<li>and \(more) more</li>" : .empty)</ul>
            <p class="hint">Raising any of these changes no trial of these attacks; against others it may.</p>

            """
    }
}

/// What nothing prevents: noticing is all that is left.
struct ManagerNotice {
    let company: CompanyReport

    private static let most = 3

    var markup: Markup {
        guard let findings = company.analysis?.findings, !findings.isEmpty else { return .empty }
        let steps = NoticeOnlyList.distinct(in: findings)
        let more = steps.count - Self.most
        return """
            <section id="notice" aria-labelledby="notice-title">
            <h2 id="notice-title">Cannot be prevented, only noticed</h2>
            \(steps.isEmpty ? none : "<ul class=\"plain\">\(steps.prefix(Self.most).map(item))\(rest(more))</ul>\n\(Self.hint)")\
            </section>

            """
    }

    private static let hint: Markup = """
        <p class="hint">Of the trials in which it happens, the share with an alert of it.</p>

        """

    private var none: Markup {
        "<p class=\"absent\">No step of these attacks: against each some control helps.</p>\n"
    }

    private func rest(_ more: Int) -> Markup {
        more > 0 ? "<li>and \(more) more</li>" : .empty
    }

    private func item(_ step: NoticeOnlyStep) -> Markup {
        "<li>\(step.title.shortened(to: 46)): \(NoticeOnlyList.inShort(step))</li>"
    }
}

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
