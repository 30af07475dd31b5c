import DrillResults

/// Two runs beside each other as people read them in a terminal. At most 100 columns.
struct CompareText {
    var comparison: RunComparison
    var marking: String
    var style: Style

    var text: String {
        var lines = [style(.warning, "\(Wording.exercise)   \(marking)")]
        lines.append(style(.heading, label(comparison.before)) + " → " + style(.heading, label(comparison.after)))
        if comparison.before.runID == comparison.after.runID {
            lines.append("Both runs have the same inputs, so they say the same.")
        }
        lines += warnings
        if comparison.companies.isEmpty { lines += ["", "No company takes part in both runs."] }
        for company in comparison.companies { lines += [""] + block(company) }
        if !comparison.companies.isEmpty {
            lines += [
                "",
                style(
                    .aside, "(how often the attack reaches the objective, if tried, with the range; * the story's goal)"
                ),
            ]
        }
        for (names, run) in [(comparison.onlyBefore, comparison.before), (comparison.onlyAfter, comparison.after)]
        where !names.isEmpty {
            lines += wrapped("Only in run \(run.run): \(names.joined(separator: ", ").printable).")
        }
        if !comparison.isAnalysed {
            lines += wrapped("Scores and weaknesses are compared where both runs were stored with their analysis.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func label(_ run: RunLabel) -> String { "run \(run.run), \(run.exercise.printable), \(run.created)" }

    private var warnings: [String] {
        guard !comparison.warnings.isEmpty else { return [] }
        return ["", style(.warning, "Numbers may have moved for reasons other than the companies:")]
            + comparison.warnings.flatMap { wrapped($0.printable, first: "  ") }
    }

    private func block(_ company: CompanyChange) -> [String] {
        var lines = [style(.heading, company.name.printable)]
        if let score = company.score {
            lines.append(
                "  Score \(Wording.score(score.before)) → \(Wording.score(score.after)) of 100"
                    + (score.isBeyondRanges ? "" : " (within the ranges)"))
        }
        if company.objectives.isEmpty {
            lines.append("  No scenario applies in both runs.")
        } else {
            lines += table(company).text(style).split(separator: "\n").map { "  \($0)" }
        }
        lines += levers("No longer a weakness", company.gone) + levers("New weakness", company.new)
        return lines
    }

    private func table(_ company: CompanyChange) -> Table {
        var table = Table(
            columns: [
                .init(title: "story", widest: 30), .init(title: "objective", widest: 30),
                .init(title: "before", widest: 22), .init(title: "after", widest: 22), .init(title: "", widest: 12),
            ], limit: 98)
        var last = ""
        table.rows = company.objectives.map { change in
            let story = change.scenario == last ? "" : change.scenarioTitle
            last = change.scenario
            let (word, emphasis) = verdict(change)
            return [
                .init(story), .init((change.isGoal ? "* " : "") + change.title), .init(share(change.before)),
                .init(share(change.after)), .init(word, emphasis),
            ]
        }
        return table
    }

    private func verdict(_ change: ObjectiveChange) -> (String, Style.Emphasis?) {
        switch change.verdict {
        case .better: ("better", .good)
        case .worse: ("worse", .bad)
        case .within: ("within", .aside)
        case .same: ("same", .aside)
        }
    }

    /// "71 % (48–86)".
    private func share(_ probability: Probability) -> String {
        let range = Wording.range(probability.range, trials: probability.trials)
        return "\(Wording.probability(probability)) (\(range.hasSuffix(" %") ? String(range.dropLast(2)) : range))"
    }

    private func levers(_ title: String, _ levers: [Lever]) -> [String] {
        levers.isEmpty
            ? [] : wrapped("\(title): " + levers.map(WeaknessText.words).joined(separator: "; ").printable, first: "  ")
    }

    private func wrapped(_ text: String, first: String = "") -> [String] {
        text.wrapped(toWidth: RunText.width - 4).enumerated().map { ($0 == 0 ? first : first + "  ") + $1 }
    }
}
