extension ExactProblem {
    /// What is left for one node after gates over independent nodes have been evaluated.
    enum Independent {
        /// The node itself is such a gate.
        case answer(Double)
        /// Each such gate is a node of its own chance, on which nothing else depends than before.
        case rest(ExactProblem)
    }

    /// Evaluates gates whose inputs have no cause in common with anything else: a tree of gates costs what counting its
    /// inputs costs, n × k for k of n, while tables would take n × k².
    ///
    /// - Throws: `ExactError.tooLarge` where counting takes more work than is allowed.
    func independentMerged(
        for goal: Int, _ reduced: ReducedProblem, _ limits: ExactLimits
    ) throws(ExactError) -> Independent {
        let groups = reduced.groups(above: [goal])
        var uses = Array(repeating: 0, count: nodes.count)
        var defenceUses = Array(repeating: 0, count: defences.count)
        for node in groups.joined() {
            for input in reduced.gates[node].inputs { uses[input] += 1 }
            for defence in nodes[node].blockedBy { defenceUses[defence] += 1 }
        }
        var chances: [Int: Double] = [:]
        var isTaken = Array(repeating: false, count: nodes.count)
        var work = 0.0
        for group in groups where group.count == 1 {
            let (index, node, gate) = (group[0], nodes[group[0]], reduced.gates[group[0]])
            let inputs = gate.inputs.compactMap { uses[$0] == 1 ? chances[$0] : nil }
            guard inputs.count == gate.inputs.count, node.blockedBy.allSatisfy({ defenceUses[$0] == 1 }) else {
                continue
            }
            work += Double(inputs.count) * Double(min(gate.need, inputs.count - gate.need + 1))
            guard work <= limits.work else { throw .tooLarge(entries: Double(gate.need), work: work) }
            chances[index] = node.blockedBy.reduce(node.probability * atLeast(gate.need, of: inputs)) {
                $0 * (1 - defences[$1])
            }
            for input in gate.inputs { isTaken[input] = true }
        }
        if let answer = chances[goal] { return .answer(answer) }
        var rest = self
        rest.nodes.append(Node(.entry))
        for (index, chance) in chances {
            rest.nodes[index] = isTaken[index] ? Node(.any) : Node(.any, parents: [nodes.count], probability: chance)
        }
        return .rest(rest)
    }
}

/// The chance that at least so many of some independent events happen. Only sums and products of what is at least 0, so
/// that small chances keep their digits.
func atLeast(_ need: Int, of chances: [Double]) -> Double {
    if need <= 0 { return 1 }
    if need > chances.count { return 0 }
    // Whichever is rarer is counted: what happens, up to one less than needed, or what does not, as far as it may.
    let most = chances.count - need
    if most < need {
        var missing = [1.0] + Array(repeating: 0, count: most)
        for (place, chance) in chances.enumerated() {
            for count in stride(from: min(place + 1, most), to: 0, by: -1) {
                missing[count] = missing[count] * chance + missing[count - 1] * (1 - chance)
            }
            missing[0] *= chance
        }
        return min(1, missing.reduce(0, +))
    }
    var counts = [1.0] + Array(repeating: 0, count: need - 1)
    var reached = 0.0
    for (place, chance) in chances.enumerated() {
        reached += counts[need - 1] * chance
        for count in stride(from: min(place + 1, need - 1), to: 0, by: -1) {
            counts[count] = counts[count] * (1 - chance) + counts[count - 1] * chance
        }
        counts[0] *= 1 - chance
    }
    return min(1, reached)
}
