import DrillResults

/// A run as people read it in a terminal: what happened, why, what it rests on, what to do next. At most 100 columns.
struct RunText {
    static let width = 100

    var result: RunResult
    var analysis: RunAnalysis?
    var style: Style

    /// Marking and head, table, why, basis.
    ///
    /// - Parameter seconds: how long the simulation took; nil for a stored run.
    func text(seconds: Double?) -> String {
        var lines = [style(.warning, "\(Wording.exercise)   \(result.exercise.marking)"), head(seconds: seconds), ""]
        lines.append(style(.heading, "If tried, how often does the attack reach its goal?"))
        lines.append(table.text(style) + notApplicable)
        lines += why
        lines += fixes
        lines.append(Wording.basis(result.basis))
        return lines.joined(separator: "\n") + "\n"
    }

    /// Where the report lies and what to type next.
    func footer(report: String, next: [String]) -> String {
        var lines = ["Report   \(report)"]
        for (index, command) in next.enumerated() {
            lines.append((index == 0 ? "Next     " : "         ") + style(.command, command))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func head(seconds: Double?) -> String {
        let counts = [
            counted(result.companies.count, one: "company", many: "companies"),
            counted(result.scenarios.count, one: "scenario", many: "scenarios"),
            counted(result.trials, one: "trial", many: "trials"), counted(result.worlds, one: "world", many: "worlds"),
        ]
        var parts = [style(.heading, result.exercise.id.printable) + "  " + counts.joined(separator: ", ")]
        parts.append("seed \(result.seed)")
        if let seconds { parts.append("done in \(Figure.tenths(seconds)) s") }
        return parts.joined(separator: "   ")
    }

    private func counted(_ count: Int, one: String, many: String) -> String {
        "\(Wording.count(count)) \(count == 1 ? one : many)"
    }

    // MARK: The table

    private var table: Table {
        var table = Table(columns: [
            .init(title: "company", widest: 32), .init(title: "worst story", widest: 34),
            .init(title: "reached", widest: 26),
            .init(title: "noticed", widest: 12), .init(title: "lost", widest: 12),
        ])
        table.rows = ranked.map { company, outcome in
            let reached = outcome.objective.reached
            return [
                .init(company.name), .init(title(of: outcome.story.scenario)),
                .init("\(Wording.probability(reached)) (\(range(reached)))", emphasis(reached.value)),
                .init(Wording.median(outcome.story.noticed)), .init(Wording.median(outcome.objective.time)),
            ]
        }
        return table
    }

    /// "60–85": the unit stands before it.
    private func range(_ reached: Probability) -> String {
        Wording.range(reached.range, trials: reached.trials).split(separator: " %", omittingEmptySubsequences: false)
            .joined()
    }

    private func emphasis(_ share: Double) -> Style.Emphasis? {
        share >= 0.5 ? .bad : share >= 0.1 ? .warning : nil
    }

    private var legend: String {
        style(
            .aside, "(in brackets: the range from chance and what is not known; noticed, lost: medians over all trials)"
        )
    }

    private var notApplicable: String {
        let untouched = result.companies.filter { $0.worst(of: result.scenarios) == nil }
        guard !untouched.isEmpty else { return legend + "\n" }
        let names = untouched.map(\.name.printable).joined(separator: ", ")
        return legend + "\nNo scenario applies to \(names).\n"
    }

    /// Companies with the story that hits them worst, the worst company first.
    private var ranked: [(company: CompanyResult, outcome: WorstOutcome)] {
        result.companies
            .compactMap { company in company.worst(of: result.scenarios).map { (company, $0) } }
            .enumerated()
            .sorted { left, right in
                let (one, other) = (left.element.1.objective.reached.value, right.element.1.objective.reached.value)
                return one == other ? left.offset < right.offset : one > other
            }
            .map(\.element)
    }

    /// The company of the first row, and the story and objective there.
    var worst: (company: CompanyResult, outcome: WorstOutcome)? { ranked.first }

    // MARK: Why

    private var why: [String] {
        guard let (company, outcome) = worst else { return [] }
        var lines: [String] = []
        let head = "\(company.name.printable), why:"
        if let path = outcome.story.paths.first {
            lines += hanging(
                style(.heading, head), width: head.displayWidth, path.steps.joined(separator: " > ").printable)
        } else {
            lines.append(style(.heading, head) + " no path stands out")
        }
        let reached = outcome.objective.reached
        let objective = objectiveTitle(outcome)
        let apart = """
            \(objective): \(Wording.counted(reached)). Chance alone \
            \(Wording.range(reached.chance, trials: reached.trials)), not knowing alone \
            \(Wording.range(reached.notKnowing, trials: reached.trials)).
            """
        for sentence in [apart] + outcome.story.remarks.prefix(3).map(\.printable) {
            lines += sentence.wrapped(toWidth: Self.width - 2).map { "  " + $0 }
        }
        return lines
    }

    // MARK: What to fix

    /// Each company's first fix, in the order of the table.
    private var fixes: [String] {
        let first = ranked.compactMap { company, _ -> [String]? in
            guard let found = analysis?.companies.first(where: { $0.organization == company.id }),
                let weakness = found.weaknesses.chosen.first,
                let effect = LargestEffect(of: weakness, in: result.scenarios)
            else { return nil }
            let effort = weakness.lever.effort.map { "\(Wording.count(Int($0.likely.rounded()))) d" } ?? "?"
            return [
                company.name, WeaknessText.words(weakness.lever), effort,
                effect.change, effect.title,
            ]
        }
        guard !first.isEmpty else { return [] }
        var table = Table(columns: [
            .init(title: "company", widest: 18), .init(title: "fix first", widest: 40), .init(title: "effort"),
            .init(title: "effect"), .init(title: "where it is largest", widest: 22),
        ])
        table.rows = first.map { row in row.map { .init($0) } }
        return ["", style(.heading, "What helps most, and by how much?"), table.text(style)]
    }

    /// The first line after its head, the others under it.
    private func hanging(_ head: String, width headWidth: Int, _ text: String) -> [String] {
        let wrapped = text.wrapped(toWidth: Self.width - headWidth - 3)
        return wrapped.enumerated().map { index, line in
            (index == 0 ? head + "   " : String(repeating: " ", count: headWidth + 3)) + line
        }
    }

    private func objectiveTitle(_ outcome: WorstOutcome) -> String {
        let scenario = result.scenarios.first { $0.id == outcome.story.scenario }
        let title = scenario?.objectives.first { $0.id == outcome.objective.id }?.title
        return (title ?? outcome.objective.id).printable
    }

    private func title(of scenario: String) -> String {
        result.scenarios.first { $0.id == scenario }?.title ?? scenario
    }

}
