internal import DrillResults

/// One company: its stories, what does not apply and what it should confirm.
struct CompanySection {
    let report: Report
    let company: CompanyResult

    var markup: Markup {
        let anchor = Report.anchor(company: company.id)
        return """
            <section class="company" id="\(anchor)" aria-labelledby="\(anchor)-title">
            <h3 id="\(anchor)-title">\(.name(company.name))\(sector)</h3>
            \(confirm)\(company.stories.map { StorySection(report: report, company: company, story: $0).markup })\
            \(company.notApplicable.map(outside))</section>

            """
    }

    private var sector: Markup {
        company.sector.map { " <span class=\"sector\">\($0)</span>" } ?? .empty
    }

    private var confirm: Markup {
        guard !company.toConfirm.isEmpty else { return .empty }
        return """
            <div class="confirm"><h4>To confirm</h4>
            <p>Answers behind the figures below that nobody gave. An unknown one widens the ranges; an assumed one may be \
            wrong without widening anything.</p>
            <ul>\(company.toConfirm.map { "<li>\($0)</li>" })</ul></div>

            """
    }

    private func outside(_ entry: NotApplicable) -> Markup {
        """
        <div class="outside-story"><h4>\(.name(report.scenarioTitle(entry.scenario)))</h4>
        <p><strong>Does not apply.</strong> \(entry.reason)</p></div>

        """
    }
}
