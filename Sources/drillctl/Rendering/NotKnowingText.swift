import DrillResults

/// What to find out first, as people read it in a terminal. At most 100 columns.
struct NotKnowingText {
    /// Company names by id.
    var names: [String: String]
    var scenarios: [ScenarioInfo]
    /// Drivers printed.
    var most: Int
    var style: Style

    /// One company's unknowns; nil: no story applies.
    func text(_ report: NotKnowingReport?, organization: String) -> String {
        let name = (names[organization] ?? organization).printable
        guard let report else { return style(.heading, name) + ": no story of this exercise applies\n" }
        var lines = [style(.heading, "\(name): find this out first")]
        lines += wrapped(
            "\(outcome(report.outcome)): \(Wording.share(report.today)) today. What is not known moves it:")
        for (number, driver) in report.drivers.prefix(most).enumerated() { lines += block(number + 1, driver) }
        if report.drivers.isEmpty { lines.append("Nothing that is not known here changes it.") }
        let presets = report.presets.map { "\($0.preset) \(Wording.probability($0.reached))" }
        if !presets.isEmpty {
            lines.append(style(.aside, "All figures at once: " + presets.joined(separator: ", ") + "."))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func block(_ number: Int, _ driver: Driver) -> [String] {
        let place = String(repeating: " ", count: number < 10 ? 1 : 0) + "\(number)  "
        let ends =
            "\(Wording.share(driver.low)) (\(driver.lowWords)) to \(Wording.share(driver.high)) (\(driver.highWords))"
        return wrapped(driver.title, first: place, indent: "      ")
            + wrapped(ends, first: "      ", indent: "      ")
            + wrapped(driver.advice, first: "      ", indent: "      ").map { style(.aside, $0) }
    }

    private func outcome(_ reference: ObjectiveReference) -> String {
        let scenario = scenarios.first { $0.id == reference.scenario }
        let objective = scenario?.objectives.first { $0.id == reference.objective }
        return "\(scenario?.title ?? reference.scenario) – \(objective?.title ?? reference.objective)"
    }

    /// In lines of the width of the page; from the second on with an indent.
    private func wrapped(_ text: String, first: String = "", indent: String = "  ") -> [String] {
        let lines = text.printable.wrapped(toWidth: RunText.width - max(first.displayWidth, indent.displayWidth))
        return lines.enumerated().map { ($0 == 0 ? first : indent) + $1 }
    }
}
