internal import DrillResults

/// What was tested, what was not, and what nobody told.
struct SecurityScope {
    let company: CompanyReport

    var section: PageSection {
        PageSection("scope", title: "Scope, and what is assumed about you", content: content)
    }

    private var content: Markup {
        let frame = company.frame
        let tested = company.result.stories.map { story -> Markup in
            let info = frame.scenario(story.scenario)
            return """
                <li><a href="#\(RunFrame.anchor(story: story.scenario))">\(.name(frame.scenarioTitle(story.scenario)))</a>\
                \(info.map { ". \($0.summary)" } ?? .empty)</li>

                """
        }
        return """
            <h3>Tested</h3>
            \(tested.isEmpty ? nothing : "<ul class=\"loose\">\n\(tested)</ul>\n")\
            \(outside)<h3 id="confirm">Assumed about you: confirm these</h3>
            \(confirm)<p class="note">\(Wording.basis(frame.run.basis)) What the attacks \
            above do not try was not tested.</p>

            """
    }

    private var nothing: Markup {
        "<p>No attack of this exercise applies to this company.</p>\n"
    }

    private var outside: Markup {
        guard !company.result.notApplicable.isEmpty else { return .empty }
        let entries = company.result.notApplicable.map { entry -> Markup in
            "<li><strong>\(.name(company.frame.scenarioTitle(entry.scenario)))</strong>: \(entry.reason)</li>\n"
        }
        return "<h3>Not tested, because it does not apply</h3>\n<ul class=\"loose\">\n\(entries)</ul>\n"
    }

    private var confirm: Markup {
        guard !company.result.toConfirm.isEmpty else {
            return "<p>Nothing: every answer that these attacks ask for was given.</p>\n"
        }
        return """
            <p>Answers that nobody gave. An unknown one widens the ranges; an assumed one may be wrong without widening \
            anything.</p>
            <ul class="checklist">\(company.result.toConfirm.map { "<li>\($0)</li>\n" })</ul>

            """
    }
}
