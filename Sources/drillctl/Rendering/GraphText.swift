import DrillResults

/// An attack graph's answer as people read it. At most 100 columns.
struct GraphText {
    var id: String
    var goal: String
    /// "hours".
    var unit: String
    var result: GraphResult
    /// 0 where the answer is exact.
    var trials: Int
    var seed: UInt64
    var style: Style

    var text: String {
        let how = trials == 0 ? "exact" : "\(Wording.count(trials)) trials   seed \(seed)"
        var lines = ["\(style(.heading, id.printable))   \(how)", "", goalLine]
        if !result.goal.quantiles.isEmpty, result.goal.meanTime != nil { lines.append(quantiles) }
        lines.append("detected   \(figure(result.detected.probability))\(mean(result.detected.meanTime))")
        if let fallen = result.fallen { lines += self.fallen(fallen) }
        var text = lines.joined(separator: "\n") + "\n"
        if let nodes = result.nodes { text += "\n" + table(nodes).text(style) }
        if let importance = result.importance { text += "\n" + table(importance).text(style) }
        return text
    }

    private var goalLine: String {
        let share = result.goal.probability
        var line =
            "\(goal.printable) reached   \(style(.heading, share == 0 ? none : share == 1 ? all : figure(share)))"
        if trials > 0, share > 0, share < 1 { line += "   standard error \(figure(result.goal.standardError))" }
        return line + mean(result.goal.meanTime)
    }

    /// What no trial showed is below three of so many (95 %, rule of three); exact zero is zero.
    private var none: String {
        trials == 0
            ? "0"
            : "in none of \(Wording.count(trials)) trials: below \(Figure.significant(3 / Double(trials), digits: 2))"
    }

    private var all: String {
        trials == 0
            ? "1"
            : "in all of \(Wording.count(trials)) trials: misses below \(Figure.significant(3 / Double(trials), digits: 2))"
    }

    private func mean(_ time: Double?) -> String { time.map { "   mean \(figure($0)) \(unit)" } ?? "" }

    private var quantiles: String {
        let sorted = result.goal.quantiles.sorted { (Double($0.key) ?? 0) < (Double($1.key) ?? 0) }
        let parts = sorted.map { "\($0.key): \($0.value.map { Figure.significant($0, digits: 3) } ?? "never")" }
        return "quantiles of its time (\(unit))   " + parts.joined(separator: "   ")
    }

    private func fallen(_ fallen: GraphResult.Fallen) -> [String] {
        var lines = ["fallen     mean \(figure(fallen.mean))   variance \(figure(fallen.variance))"]
        for (count, probability) in fallen.atLeast.sorted(by: { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }) {
            lines.append("           at least \(count)   \(figure(probability))")
        }
        return lines
    }

    private func table(_ nodes: [GraphResult.Node]) -> Table {
        var table = Table(columns: [
            .init(title: "node"), .init(title: "probability", alignment: .trailing),
            .init(title: "mean time (\(unit))", alignment: .trailing),
        ])
        table.rows = nodes.map {
            [.init($0.id), .init(figure($0.probability)), .init($0.meanTime.map(figure) ?? "never")]
        }
        return table
    }

    private func table(_ importance: [GraphResult.Importance]) -> Table {
        var table = Table(columns: [
            .init(title: "node"), .init(title: "Birnbaum", alignment: .trailing),
            .init(title: "RRW", alignment: .trailing), .init(title: "RAW", alignment: .trailing),
        ])
        table.rows = importance.map {
            [
                .init($0.id), .init(figure($0.birnbaum)), .init($0.rrw.map(figure) ?? unlimited),
                .init($0.raw.map(figure) ?? "-"),
            ]
        }
        return table
    }

    /// How much less likely the goal is without a node, where it was never reached without: nothing of nothing is no ratio,
    /// and of sampled trials only a bound is known.
    private var unlimited: String {
        let share = result.goal.probability
        if share == 0 { return "-" }
        return trials == 0 ? "infinite" : "above \(Figure.significant(share * Double(trials) / 3, digits: 2))"
    }

    private func figure(_ value: Double) -> String { Figure.significant(value, digits: 4) }
}
