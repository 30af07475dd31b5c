/// A graph without times: which chance does each node have of ever happening?
///
/// A node happens if its gate over its parents holds, its own trial succeeds, and no defence that it names is on.
/// Cycles and self-references are allowed: nothing is its own cause (the least fixpoint).
package struct ExactProblem: Sendable, Equatable {
    /// How a node depends on its parents.
    package enum Gate: Sendable, Equatable {
        /// Happens, whatever its parents are.
        case entry
        /// At least one, every one, at least k of the parents; never without parents.
        case any, all
        case vote(Int)
    }

    /// Something that happens or does not.
    package struct Node: Sendable, Equatable {
        /// How it depends on its parents.
        package var gate: Gate
        /// Indices of nodes; one named twice counts twice in a vote.
        package var parents: [Int]
        /// The chance that it succeeds once its gate holds, all tries together; not used by entries.
        package var probability: Double
        /// Indices of defences that make it fail where they are on; not used by entries.
        package var blockedBy: [Int]

        package init(_ gate: Gate, parents: [Int] = [], probability: Double = 1, blockedBy: [Int] = []) {
            self.gate = gate
            self.parents = parents
            self.probability = probability
            self.blockedBy = blockedBy
        }
    }

    /// In any order.
    package var nodes: [Node]
    /// The chance that each defence is on.
    package var defences: [Double]

    package init(nodes: [Node], defences: [Double] = []) {
        self.nodes = nodes
        self.defences = defences
    }

    /// Whether all indices exist and all probabilities lie in 0…1.
    package var isWellFormed: Bool {
        defences.allSatisfy { (0...1).contains($0) }
            && nodes.allSatisfy { node in
                (0...1).contains(node.probability) && node.parents.allSatisfy(nodes.indices.contains)
                    && node.blockedBy.allSatisfy(defences.indices.contains)
            }
    }
}

/// What turning one node on or off does to the goal.
package struct ExactImportance: Sendable, Equatable {
    /// The goal's probability where the node happens whenever its gate holds, whatever its own chance and defences.
    package var probabilityOn: Double
    /// The goal's probability where the node never happens.
    package var probabilityOff: Double
    /// The goal's probability as it is.
    package var probability: Double

    /// Birnbaum importance: on less off.
    package var birnbaum: Double { probabilityOn - probabilityOff }
    /// Risk reduction worth, P / P(off); nil where infinite or where the goal is never reached.
    package var riskReductionWorth: Double? { probabilityOff > 0 ? probability / probabilityOff : nil }
    /// Risk achievement worth, P(on) / P; nil where the goal is never reached.
    package var riskAchievementWorth: Double? { probability > 0 ? probabilityOn / probability : nil }
}

/// How much an exact evaluation may take before it gives up.
package struct ExactLimits: Sendable, Equatable {
    /// Numbers held at once (8 bytes each).
    package var entries: Double
    /// Multiplications, roughly; 1e9 take a few seconds.
    package var work: Double

    /// About a gigabyte, and a minute or two.
    package static let standard = ExactLimits(entries: 1.4e8, work: 3e10)

    package init(entries: Double, work: Double) {
        self.entries = entries
        self.work = work
    }
}

/// Why there is no exact answer.
package enum ExactError: Error, Sendable, Equatable {
    /// The graph is too entangled: the cheapest plan found needs so many table entries and multiplications.
    case tooLarge(entries: Double, work: Double)
}
