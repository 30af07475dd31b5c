/// What `--fail-if` asks of a finished run: comparisons of probabilities joined by `and`, `or`, `not`.
///
/// `probability(OBJECTIVE)` is that of the company for which it is highest, over all scenarios with that objective.
indirect enum FailCondition: Sendable, Equatable {
    case comparison(Operand, Comparison, Operand)
    case and(FailCondition, FailCondition)
    case or(FailCondition, FailCondition)
    case not(FailCondition)

    enum Operand: Sendable, Equatable {
        case number(Double)
        /// The column is that of the name, from 1.
        case probability(objective: String, column: Int)
    }

    enum Comparison: String, Sendable, CaseIterable {
        // Longer signs first: the parser takes the first that fits.
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"

        func holds(_ left: Double, _ right: Double) -> Bool {
            switch self {
            case .atLeast: left >= right
            case .atMost: left <= right
            case .above: left > right
            case .below: left < right
            }
        }
    }

    /// Whether it holds, given the probability of each objective.
    ///
    /// - Precondition: `probabilities` has every objective of `objectives`.
    func holds(_ probabilities: [String: Double]) -> Bool {
        switch self {
        case .comparison(let left, let comparison, let right):
            comparison.holds(left.value(probabilities), right.value(probabilities))
        case .and(let left, let right): left.holds(probabilities) && right.holds(probabilities)
        case .or(let left, let right): left.holds(probabilities) || right.holds(probabilities)
        case .not(let inner): !inner.holds(probabilities)
        }
    }

    /// Every objective that it names, in the order written, with its column.
    var objectives: [(name: String, column: Int)] {
        switch self {
        case .comparison(let left, _, let right): left.objectives + right.objectives
        case .and(let left, let right), .or(let left, let right): left.objectives + right.objectives
        case .not(let inner): inner.objectives
        }
    }
}

extension FailCondition.Operand {
    fileprivate func value(_ probabilities: [String: Double]) -> Double {
        switch self {
        case .number(let number): number
        case .probability(let objective, _):
            probabilities[objective] ?? { preconditionFailure("objective \(objective) was not checked") }()
        }
    }

    fileprivate var objectives: [(name: String, column: Int)] {
        switch self {
        case .number: []
        case .probability(let objective, let column): [(objective, column)]
        }
    }
}
