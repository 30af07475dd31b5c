import DrillResults

/// Losses in money as people read them in a terminal. At most 100 columns.
struct LossText {
    /// Company names by id.
    var names: [String: String]
    var scenarios: [ScenarioInfo]
    var style: Style

    /// One company's losses; nil: its document carries no money.
    func text(_ report: LossReport?, organization: String) -> String {
        let name = (names[organization] ?? organization).printable
        guard let report else {
            return style(.heading, name) + ": no losses are stated; write \"loss\" into its document\n"
        }
        var lines = [style(.heading, "\(name): loss per tried attack, in \(report.currency.printable)")]
        lines.append(table(report).text(style).trimmedEnd)
        let yearly = report.stories.compactMap { story in story.yearly.map { (story, $0) } }
        for (story, year) in yearly { lines += wrapped(sentence(story, year)) }
        if yearly.isEmpty {
            lines.append(
                style(.aside, "No yearly figure: no scenario here has a published frequency of attacks."))
        }
        lines += wrapped(basis(report)).map { style(.aside, $0) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func table(_ report: LossReport) -> Table {
        var table = Table(columns: [
            .init(title: "story", widest: 36), .init(title: "with a loss", widest: 16),
            .init(title: "mean", widest: 12), .init(title: "1 in 20 loses", widest: 14),
            .init(title: "from others", widest: 14),
        ])
        table.rows = report.stories.map { story in
            let all = story.primaryMean + story.secondaryMean
            return [
                .init(title(of: story.scenario)), .init(Wording.probability(story.vulnerability)),
                .init(Wording.count(story.magnitude.mean)),
                .init(story.magnitude.p95 > 0 ? "\(Wording.count(story.magnitude.p95)) or more" : "none"),
                .init(all > 0 ? Wording.share(story.secondaryMean / all) : "none"),
            ]
        }
        return table
    }

    private func sentence(_ story: StoryLoss, _ year: YearlyLoss) -> String {
        "\(title(of: story.scenario)), a year: \(frequency(year.frequency)) (\(year.frequencySource)); "
            + "expected loss \(Wording.count(year.expected)); 95 % of years lose less than "
            + "\(Wording.count(max(year.p95, 1)))."
    }

    private func frequency(_ rate: Double) -> String {
        rate >= 1 ? "tried \(Figure.tenths(rate)) times" : "tried once in \(Wording.count(1 / max(rate, 1e-9))) years"
    }

    private func basis(_ report: LossReport) -> String {
        let judged = report.figures.count { $0.source == "judgement" }
        return "Rests on \(report.figures.count) amounts, \(judged) of them judgement. Each world draws its own."
    }

    private func title(of scenario: String) -> String {
        (scenarios.first { $0.id == scenario }?.title ?? scenario).printable
    }

    private func wrapped(_ text: String) -> [String] {
        text.printable.wrapped(toWidth: RunText.width - 2).enumerated().map { ($0 == 0 ? "" : "  ") + $1 }
    }
}

extension String {
    /// Without line breaks at its end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
