import DrillResults

/// Scorecards as people read them in a terminal. At most 100 columns.
struct ScoreText {
    var scenarios: [ScenarioInfo]
    /// All families there are, in the order in which they are told.
    var families: [String]
    var marking: String
    var style: Style

    /// - Parameter companies: Names with their scorecards; nil where no scenario applies.
    func text(_ companies: [(name: String, card: Scorecard?)]) -> String {
        var page = TextPage(style)
        page.add(style(.warning, "\(Wording.exercise)   \(marking)"))
        for (name, card) in companies {
            page.gap()
            if let card {
                add(name, card, to: &page)
            } else {
                page.add(style(.heading, name.printable) + ": no story of this exercise applies")
            }
        }
        page.gap()
        page.paragraph(
            "(0 is worst, 100 best; in brackets 5 % to 95 %, chance and what is not known together. The set of scenarios: "
                + (companies.compactMap(\.card).first?.scenarios.joined(separator: ", ") ?? "none")
                + "; scores of another set are not comparable. Why a number is what it is: drillctl explain)", .aside)
        return page.text
    }

    private func add(_ name: String, _ card: Scorecard, to page: inout TextPage) {
        page.heading("\(name): \(card.overall.short) of 100")
        page.paragraph("worst: " + title(card.worst), first: "  ", indent: 9, .aside)
        var table = Table(columns: [
            .init(title: "score", widest: 14), .init(title: "", widest: 10),
            .init(title: "5–95 %", alignment: .trailing, widest: 14), .init(title: "", widest: 22),
            .init(title: "formula", widest: 34),
        ])
        func row(_ name: String, _ score: Score?, missing: String? = nil) {
            guard let score else {
                table.rows.append([.init(name), "none", "", "", .init(missing ?? "not measurable")])
                return
            }
            table.rows.append([
                .init(name), .init(score.short, score.emphasis), .init(score.ends), .init(score.bar, score.emphasis),
                .init(score.formula),
            ])
        }
        row("overall", card.overall)
        row("prevention", card.prevention)
        row("response", card.response, missing: card.responseMissing)
        for family in card.families { row("  \(family.family)", family.score) }
        page.table(table)
        let missing = families.filter { family in !card.families.contains { $0.family == family } }
        if !missing.isEmpty {
            page.paragraph(
                "no score: \(missing.joined(separator: ", ")) (nothing of them can matter to the gravest objectives)",
                first: "  ", .aside)
        }
    }

    private func title(_ reference: ObjectiveReference) -> String {
        let scenario = scenarios.first { $0.id == reference.scenario }
        let objective = scenario?.objectives.first { $0.id == reference.objective }
        return "\(objective?.title ?? reference.objective), in “\(scenario?.title ?? reference.scenario)”"
    }
}

extension Score {
    /// "57"; what no trial or every trial showed stays open.
    var short: String { Wording.score(value) }

    /// "51–64".
    var ends: String { Wording.scores(range) }

    /// Twenty places, filled up to the score.
    var bar: String {
        let filled = min(max(Int((value / 5).rounded()), 0), 20)
        return String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    }

    /// Colour beside the number, never instead of it.
    var emphasis: Style.Emphasis { value < 40 ? .bad : value < 70 ? .warning : .good }
}
