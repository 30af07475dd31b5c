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
