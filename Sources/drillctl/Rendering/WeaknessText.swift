import DrillResults

/// Weaknesses as people read them in a terminal. At most 100 columns.
struct WeaknessText {
    /// Company names by id.
    var names: [String: String]
    var scenarios: [ScenarioInfo]
    var marking: String
    var trials: Int
    /// Printed for each company.
    var most: Int
    var style: Style

    func text(_ reports: [WeaknessReport]) -> String {
        let head = style(.warning, "\(Wording.exercise)   \(marking)") + "\n"
        return head + reports.map { "\n" + company($0) }.joined()
            + style(
                .aside,
                "\n(each lever alone; before → after: how often the attack reaches the story's goal, if tried;\n"
                    + "in brackets: 5 % to 95 % of the difference, chance and what is not known together)\n")
    }

    private func company(_ report: WeaknessReport) -> String {
        let name = names[report.organization] ?? report.organization
        guard !report.weaknesses.isEmpty || !report.withoutEffect.isEmpty else {
            return style(.heading, name.printable) + ": no story of this exercise applies\n"
        }
        var lines = [style(.heading, "\(name.printable): what to fix first")]
        var table = Table(columns: [
            .init(title: "", alignment: .trailing), .init(title: "lever", widest: 44),
            .init(title: "story", widest: 26), .init(title: "before → after", widest: 30),
            .init(title: "days", alignment: .trailing, widest: 6),
        ])
        for (number, weakness) in report.weaknesses.prefix(most).enumerated() {
            for (index, story) in best(of: weakness).enumerated() {
                table.rows.append([
                    .init(index == 0 ? "\(number + 1)" : ""), .init(index == 0 ? lever(weakness.lever) : ""),
                    .init(title(of: story.scenario)), .init(change(story.goal)),
                    .init(index == 0 ? days(weakness.lever) : ""),
                ])
            }
        }
        lines.append(report.weaknesses.isEmpty ? "No single lever helps." : String(table.text(style).dropLast()))
        if let idle = withoutEffect(report) { lines += wrapped("Would not help in these stories: " + idle) }
        lines += tripwires(report)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The stories in which it changes most, two at most.
    private func best(of weakness: Weakness) -> [WeaknessStory] {
        let ranked = weakness.stories.enumerated().sorted { a, b in
            (a.element.goal.difference.value, a.offset) < (b.element.goal.difference.value, b.offset)
        }.map(\.element)
        let helped = ranked.filter { $0.goal.difference.value < 0 }
        return helped.isEmpty ? Array(ranked.prefix(1)) : Array(helped.prefix(2))
    }

    private func lever(_ lever: Lever) -> String {
        lever.scope == "whole company"
            ? "\(lever.title): \(lever.target)" : "\(lever.title), \(lever.scope): \(lever.target)"
    }

    private func change(_ goal: ObjectiveComparison) -> String {
        let before = Wording.probability(goal.before)
        let after = Wording.probability(goal.after)
        let range = goal.difference.range
        return "\(before) → \(after) (\(points(range.low)) to \(points(range.high)))"
    }

    /// A difference of shares in percentage points, with its sign.
    private func points(_ difference: Double) -> String {
        let tenths = (difference * 1000).rounded() / 10
        if abs(tenths) < 10 { return tenths == 0 ? "0" : (tenths < 0 ? "-" : "+") + Figure.tenths(abs(tenths)) }
        return (tenths < 0 ? "-" : "+") + "\(Int(abs(tenths).rounded()))"
    }

    private func days(_ lever: Lever) -> String {
        lever.effort.map { Wording.count($0.likely) } ?? ""
    }

    /// Controls of which no lever at all changes anything, by name.
    private func withoutEffect(_ report: WeaknessReport) -> String? {
        let helping = Set(report.weaknesses.map(\.lever.title) + report.tripwires.map(\.lever.title))
        var idle: [String] = []
        for lever in report.withoutEffect where lever.kind == .control && !helping.contains(lever.title) {
            if !idle.contains(lever.title) { idle.append(lever.title) }
        }
        return idle.isEmpty ? nil : idle.joined(separator: ", ") + "."
    }

    private func tripwires(_ report: WeaknessReport) -> [String] {
        report.tripwires.prefix(3).flatMap { wire in
            let why =
                wire.lever.twoWay
                ?? "the alarm that this prevents would have saved the rest (a lost tripwire)"
            return wrapped(
                "Worse in \(Wording.count(wire.caused)) of \(Wording.count(wire.trials)) trials of "
                    + "\(title(of: wire.scenario)) (better in \(Wording.count(wire.prevented))): "
                    + "\(lever(wire.lever)). Why: \(why)")
        }
    }

    private func title(of scenario: String) -> String {
        (scenarios.first { $0.id == scenario }?.title ?? scenario).printable
    }

    private func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.printable.split(separator: " ") {
            let indent = lines.isEmpty ? "" : "  "
            if line.isEmpty {
                line = indent + word
            } else if (line + " " + word).displayWidth <= RunText.width {
                line += " " + word
            } else {
                lines.append(line)
                line = "  " + word
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
