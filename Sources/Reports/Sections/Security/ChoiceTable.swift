internal import DrillResults

/// How often a story's goal is reached, by what the attacker aims at; worst first.
struct ChoiceTable {
    let story: StoryResult

    /// What is more stands in the tables that go with the report.
    private static let most = 8

    var markup: Markup {
        let choices = (story.choices ?? []).filter { $0.options.count > 1 }
        guard !choices.isEmpty else { return .empty }
        return """
            <h4>By what the attacker aims at</h4>
            <p class="note">A person does not attack everything at once. In each trial it is drawn at what these steps are \
            aimed; of the trials in which something is chosen, so many reach the goal.</p>
            <div class="columns">\(choices.map(table))</div>

            """
    }

    private func table(_ choice: ReachByChoice) -> Markup {
        let rest = choice.options.count - Self.most
        let rows = choice.options.prefix(Self.most).map { option -> [Markup] in
            [
                "\(.name(option.name))", "\(Wording.probability(option.reached))",
                "\(Wording.range(option.reached.range, trials: option.reached.trials))",
                "\(Wording.count(option.reached.trials))",
            ]
        }
        return """
            <div>\(Table(
                caption: "“\(choice.title)”", style: "choices",
                columns: [
                    .init("Aimed at", .name), .init("Reached", .number), .init("Range", .number), .init("Of trials", .number),
                ], rows: rows
            ).markup)\(rest > 0 ? "<p class=\"note\">\(rest) more, less often.</p>" : .empty)</div>

            """
    }
}
