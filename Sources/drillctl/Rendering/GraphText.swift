import DrillResults
import Scenarios

/// An attack graph's answer as people read it. At most 100 columns.
struct GraphText {
    var graph: AttackGraph
    var result: GraphResult
    /// 0 where the answer is exact.
    var trials: Int
    var seed: UInt64
    var style: Style

    var text: String {
        let how = trials == 0 ? "exact" : "\(Wording.count(trials)) trials   seed \(seed)"
        var lines = [
            style(.warning, "\(Wording.exercise)   \(MarkedWords.unstated)"),
            "\(style(.heading, (graph.title ?? graph.id).printable))   \(how)", "", goalLine,
        ]
        if !result.goal.quantiles.isEmpty, result.goal.meanTime != nil { lines.append(quantiles) }
        lines.append("detected   \(detected)\(mean(result.detected.meanTime))")
        if let fallen = result.fallen { lines += self.fallen(fallen) }
        var text = lines.joined(separator: "\n") + "\n"
        if let nodes = result.nodes { text += "\n" + table(nodes).text(style) }
        if let importance = result.importance { text += "\n" + table(importance).text(style) }
        return text
    }

    private func title(_ node: String) -> String { graph.nodes.first { $0.id == node }?.title ?? node }

    private var unit: String { graph.timeUnit.rawValue }

    /// Where nothing can be noticed, none of so many trials is no finding.
    private var detected: String {
        graph.nodes.contains { $0.detection != nil }
            ? share(result.detected.probability) : "never: no node has a detection"
    }

    private var goalLine: String {
        let share = result.goal.probability
        var line =
            "\(title(graph.goals.first ?? "").printable) reached   \(style(.heading, share == 0 ? none : share == 1 ? all : figure(share)))"
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
            lines.append("           at least \(count)   \(share(probability))")
        }
        return lines
    }

    private func table(_ nodes: [GraphResult.Node]) -> Table {
        var table = Table(columns: [
            .init(title: "node", widest: 48), .init(title: "probability", alignment: .trailing),
        ])
        // Exact answers know no times.
        if trials > 0 { table.columns.append(.init(title: "mean time (\(unit))", alignment: .trailing)) }
        table.rows = zip(graph.nodes, nodes).map { node, found in
            let probability = node.type == .entry ? figure(found.probability) : share(found.probability)
            let row: [Table.Cell] = [.init(node.title ?? node.id), .init(probability)]
            return trials > 0 ? row + [.init(found.meanTime.map(figure) ?? "never")] : row
        }
        return table
    }

    private func table(_ importance: [GraphResult.Importance]) -> Table {
        var table = Table(columns: [
            .init(title: "node", widest: 48), .init(title: "Birnbaum", alignment: .trailing),
            .init(title: "RRW", alignment: .trailing), .init(title: "RAW", alignment: .trailing),
        ])
        let titles = Dictionary(graph.nodes.map { ($0.id, $0.title ?? $0.id) }) { first, _ in first }
        table.rows = importance.map {
            [
                .init(titles[$0.id] ?? $0.id), .init(figure($0.birnbaum)),
                .init(ratio($0.rrw, $0.rrwRange) ?? unlimited), .init(ratio($0.raw, $0.rawRange) ?? "-"),
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

    /// "1.63 (1.2 to 2.2)": the range where the trials are too few for two digits.
    private func ratio(_ value: Double?, _ range: RatioRange?) -> String? {
        value.map { figure($0) + (range.flatMap(Wording.ratios).map { " (\($0))" } ?? "") }
    }

    /// Of sampled trials; what none or all of them showed is a bound.
    private func share(_ share: Double) -> String {
        guard trials > 0, share == 0 || share == 1 else { return figure(share) }
        let bound = Figure.significant(3 / Double(trials), digits: 2)
        return share == 0 ? "below \(bound)" : "misses below \(bound)"
    }

    private func figure(_ value: Double) -> String { Figure.significant(value, digits: 4) }
}
