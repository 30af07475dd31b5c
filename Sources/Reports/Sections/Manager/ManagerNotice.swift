internal import DrillResults

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
