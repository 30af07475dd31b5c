import DrillResults

/// A trend as people read it in a terminal. At most 100 columns.
struct TrendText {
    var exercise: String
    var marking: String
    var style: Style

    /// Columns of the range bar.
    private static let barWidth = 20

    func text(_ points: [TrendPoint]) -> String {
        var text = style(.warning, "\(Wording.exercise)   \(marking)") + "\n"
        let runs = points.count == 1 ? "1 run" : "\(points.count) runs"
        let heights = points.compactMap(\.reached?.value)
        text += style(.heading, exercise.printable) + "  \(runs), worst outcome: \(Self.sparkline(heights))\n\n"
        // Tables between the marks, all with the same columns.
        var rows: [(cells: [Table.Cell], warnings: [String])] = []
        for point in points { rows.append((cells(point), point.warnings)) }
        var table = Table(columns: [
            .init(title: "run", alignment: .trailing), .init(title: "stored", widest: 10),
            .init(title: "company", widest: 22), .init(title: "story", widest: 24),
            .init(title: "reached", widest: 16), .init(title: "0 %            100 %", widest: Self.barWidth),
        ])
        table.rows = rows.map(\.cells)
        let lines = table.text(style).split(separator: "\n").map(String.init)
        text += lines[0] + "\n"
        for (line, row) in zip(lines.dropFirst(), rows) {
            for warning in row.warnings {
                text += warning.printable.wrapped(toWidth: RunText.width - 6).enumerated().map {
                    style(.warning, ($0 == 0 ? "  --  " : "      ") + $1) + "\n"
                }.joined()
            }
            text += line + "\n"
        }
        return text
            + style(
                .aside,
                "(how often the attack reaches the story's goal, if tried; in brackets and in the bar the range from\n"
                    + "chance and what is not known; figures on both sides of a -- line are not comparable)\n")
    }

    private func cells(_ point: TrendPoint) -> [Table.Cell] {
        let start: [Table.Cell] = [.init("\(point.run)"), .init(String(point.created.prefix(10)))]
        guard let reached = point.reached else { return start + [.init("no scenario applies", .aside), "", "", ""] }
        let range = Wording.range(reached.range, trials: reached.trials)
        let short = range.hasSuffix(" %") ? String(range.dropLast(2)) : range
        return start + [
            .init(point.companyName ?? ""), .init(point.scenarioTitle ?? ""),
            .init("\(Wording.probability(reached)) (\(short))"), .init(Self.bar(reached)),
        ]
    }

    /// The range as a line, the value as a dot on it.
    static func bar(_ probability: Probability) -> String {
        func place(_ share: Double) -> Int { min(barWidth - 1, max(0, Int(share * Double(barWidth)))) }
        let (low, high) = (place(probability.range.low), place(probability.range.high))
        return String(
            (0..<barWidth).map { column in
                if column == place(probability.value) { return Character("●") }
                return (low...high).contains(column) ? "─" : "·"
            })
    }

    /// One block a value, from 0 to 1.
    static func sparkline(_ values: [Double]) -> String {
        let blocks = Array("▁▂▃▄▅▆▇█")
        return String(values.map { blocks[min(7, max(0, Int($0 * 8)))] })
    }
}
