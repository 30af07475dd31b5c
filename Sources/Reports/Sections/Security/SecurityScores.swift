internal import DrillResults

/// Scores with the formula and the numbers behind each.
struct SecurityScores {
    let company: CompanyReport

    var markup: Markup {
        guard let scores = company.analysis?.scores else { return .empty }
        let worst = company.frame.objectiveTitle(scores.worst.objective, of: scores.worst.scenario)
        var main: [(String, Score)] = [
            ("Overall: “\(worst)”", scores.overall), ("Prevention, when nobody responds", scores.prevention),
        ]
        if let response = scores.response { main.append(("Response, prevention at the catalog’s reference", response)) }
        let families = scores.families.map {
            ("\(Titles.family($0.family)), other families at reference", $0.score)
        }
        return """
            <h3 id="scores">Scores</h3>
            <p>0 is worst, 100 best. They hold for \(scores.scenarios.count == 1 ? "this attack" :
                "these \(scores.scenarios.count) attacks") and are not comparable with scores of another set. Hardening never \
            lowers a prevention score, faster noticing or response never a response score.</p>
            \(table("The company", main))\(families.isEmpty ? .empty : table("By family of controls", families))\
            \(scores.responseMissing.map { "<p class=\"note\">No response score: \($0).</p>\n" } ?? .empty)\
            \(objectives(scores))\(terms(main + families))
            """
    }

    private func table(_ caption: Markup, _ scores: [(String, Score)]) -> Markup {
        Table(
            caption: caption, style: "scores",
            columns: [
                .init("Score", .name), .init("0 to 100", .chart, axis: ScoreBar.axis), .init("Points", .number),
                .init("Range", .number), .init("How it comes about", .text),
            ],
            rows: scores.map { title, score in
                [
                    .name(title), ScoreBar(score: score).markup, "<strong>\(Wording.score(score.value))</strong>",
                    "\(Wording.scores(score.range))", "<code>\(score.formula)</code>",
                ]
            }
        ).markup
    }

    private func objectives(_ scores: Scorecard) -> Markup {
        guard !scores.objectives.isEmpty else { return .empty }
        let table = Table(
            caption: "By goal", style: "small",
            columns: [
                .init("Goal", .name), .init("Overall", .number), .init("Prevention", .number),
                .init("Response", .number),
            ],
            rows: scores.objectives.map { entry in
                [
                    """
                    \(.name(company.frame.objectiveTitle(entry.objective, of: entry.scenario))) \
                    <small>\(company.frame.scenarioTitle(entry.scenario))</small>
                    """,
                    cell(entry.overall), cell(entry.prevention), cell(entry.response),
                ]
            })
        return "<details><summary>Scores by goal</summary>\n\(table.markup)</details>\n"
    }

    private func cell(_ score: Score?) -> Markup {
        guard let score else { return "none" }
        return "\(Wording.score(score.value)) <small>\(Wording.scores(score.range))</small>"
    }

    private func terms(_ scores: [(String, Score)]) -> Markup {
        let rows = scores.flatMap { title, score in
            score.terms.map { term -> [Markup] in
                [
                    .name(title), "\(term.name)", "\(Wording.figure(term.value))",
                    term.count.flatMap { count in
                        term.trials.map { "\(Wording.count(count)) of \(Wording.count($0)) trials" }
                    } ?? "no share of trials",
                ]
            }
        }
        guard !rows.isEmpty else { return .empty }
        let table = Table(
            caption: "What the numbers in the formulas are", style: "small",
            columns: [
                .init("Score", .name), .init("Number", .text), .init("Value", .number), .init("Counted", .number),
            ],
            rows: rows)
        return "<details><summary>The numbers in the formulas</summary>\n\(table.markup)</details>\n"
    }
}
