extension FailCondition {
    /// True where it holds whatever the probabilities are, false where it never does; nil for a real question.
    ///
    /// Between two neighbouring thresholds a comparison with a number does not change, and one probability against
    /// another only asks for their order: so it is enough to try each threshold and, in each gap, as many values as there
    /// are objectives. A condition that would ask for more than ``mostTries`` tries counts as a real question.
    var constant: Bool? {
        var names: [String] = []
        for (name, _) in objectives where !names.contains(name) { names.append(name) }
        let values = Self.values(around: thresholds, in: max(1, names.count))
        var tries = 1
        for _ in names {
            tries *= values.count
            if tries > Self.mostTries { return nil }
        }
        var found: Bool?
        for number in 0..<tries {
            var rest = number
            var probabilities: [String: Double] = [:]
            for name in names {
                probabilities[name] = values[rest % values.count]
                rest /= values.count
            }
            let holds = holds(probabilities)
            if found == nil { found = holds }
            if found != holds { return nil }
        }
        return found
    }

    private static let mostTries = 200_000

    /// 0, 1, the thresholds, and so many values in each gap between them.
    private static func values(around thresholds: [Double], in gap: Int) -> [Double] {
        let edges = Set(thresholds + [0, 1]).sorted()
        return edges
            + zip(edges, edges.dropFirst()).flatMap { low, high in
                (1...gap).map { low + (high - low) * Double($0) / Double(gap + 1) }
            }
    }

    private var thresholds: [Double] {
        switch self {
        case .comparison(let left, _, let right): [left, right].compactMap(\.number)
        case .and(let left, let right), .or(let left, let right): left.thresholds + right.thresholds
        case .not(let inner): inner.thresholds
        }
    }
}

extension FailCondition.Operand {
    fileprivate var number: Double? { if case .number(let number) = self { number } else { nil } }
}
