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
                    + "in brackets: 5 % to 95 % of the difference in points, chance and what is not known together)\n")
    }

    private func company(_ report: WeaknessReport) -> String {
        let name = names[report.organization] ?? report.organization
        guard !report.weaknesses.isEmpty || !report.withoutEffect.isEmpty else {
            return style(.heading, name.printable) + ": no story of this exercise applies\n"
        }
        var lines = [style(.heading, "\(name.printable): what to fix first")]
        let chosen = report.chosen.prefix(most)
        for (number, weakness) in chosen.enumerated() { lines += block(number + 1, weakness) }
        if chosen.isEmpty { lines.append("No single lever makes a difference that stands out from chance.") }
        let idle = report.idleControls
        if !idle.isEmpty { lines += wrapped("Would not help in these stories: \(idle.joined(separator: ", ")).") }
        lines += tripwires(report)
        return lines.joined(separator: "\n") + "\n"
    }

    private func block(_ number: Int, _ weakness: Weakness) -> [String] {
        let effort = weakness.lever.effort.map { "  (about \(Wording.count($0.likely)) person-days)" } ?? ""
        let place = String(repeating: " ", count: number < 10 ? 1 : 0) + "\(number)  "
        var lines = wrapped(lever(weakness.lever) + effort, first: place, indent: "      ")
        // What few trials could tell from the ten that help most was run on no more.
        let few = weakness.stories.first.map(\.goal.before.trials).flatMap { $0 < trials ? $0 : nil }
        let on = few.map { " (on \(Wording.count($0)) trials)" } ?? ""
        lines += wrapped("today: " + weakness.lever.now + on, first: "    ", indent: "      ").map { style(.aside, $0) }
        // Two at most: the line is long enough.
        for story in weakness.bestStories.prefix(2) {
            lines.append(
                "      " + title(of: story.scenario).truncated(toWidth: 40).padded(toWidth: 42, .leading)
                    + ChangeText.text(
                        before: story.goal.before, after: story.goal.after, story.goal.difference))
        }
        return lines
    }

    private func lever(_ lever: Lever) -> String { Self.words(lever) }

    /// "Multi-factor authentication, Disputes: FIDO2 keys".
    static func words(_ lever: Lever) -> String {
        lever.scope == "whole company"
            ? "\(lever.title): \(lever.target)" : "\(lever.title), \(lever.scope): \(lever.target)"
    }

    private func tripwires(_ report: WeaknessReport) -> [String] {
        report.worstTripwires.prefix(3).flatMap { wire in
            wrapped(
                "Worse in \(Wording.count(wire.caused)) of \(Wording.count(wire.trials)) trials of "
                    + "\(title(of: wire.scenario)) (better in \(Wording.count(wire.prevented))): "
                    + "\(lever(wire.lever)). \(wire.reason.kind.title): \(wire.reason.why)")
        }
    }

    private func title(of scenario: String) -> String {
        (scenarios.first { $0.id == scenario }?.title ?? scenario).printable
    }

    /// In lines of the width of the page; from the second on with an indent.
    private func wrapped(_ text: String, first: String = "", indent: String = "  ") -> [String] {
        let lines = text.printable.wrapped(toWidth: RunText.width - max(first.displayWidth, indent.displayWidth))
        return lines.enumerated().map { ($0 == 0 ? first : indent) + $1 }
    }
}
