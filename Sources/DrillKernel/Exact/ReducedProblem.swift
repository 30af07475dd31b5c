/// A problem without what is certain or impossible: each remaining gate needs so many of its remaining inputs.
struct ReducedProblem {
    enum Fate { case never, always, open }

    struct Gate {
        var need = 0
        var inputs: [Int] = []
    }

    private(set) var fates: [Fate]
    /// Gates of the open nodes; those of others are empty.
    private(set) var gates: [Gate]

    /// With `keepingSwitches`, a node's own chance decides nothing, because it may be turned on or off.
    init(_ problem: ExactProblem, keepingSwitches: Bool) {
        let counts = problem.nodes.map { ReducedProblem.need($0) }
        var children: [[Int]] = Array(repeating: [], count: problem.nodes.count)
        for (index, node) in problem.nodes.enumerated() {
            for parent in node.parents { children[parent].append(index) }
        }
        // Each edge is looked at once: when its parent happens.
        func grow(_ mayHappen: (ExactProblem.Node) -> Bool) -> [Bool] {
            var happens = problem.nodes.map { $0.gate == .entry }
            var missing = counts.map { $0 ?? .max }
            var next = happens.indices.filter { happens[$0] }
            while let node = next.popLast() {
                for child in children[node] {
                    missing[child] -= 1
                    guard missing[child] <= 0, !happens[child], mayHappen(problem.nodes[child]) else { continue }
                    happens[child] = true
                    next.append(child)
                }
            }
            return happens
        }
        let possible = grow { node in
            keepingSwitches || (node.probability > 0 && node.blockedBy.allSatisfy { problem.defences[$0] < 1 })
        }
        let certain = grow { node in
            !keepingSwitches && node.probability == 1 && node.blockedBy.allSatisfy { problem.defences[$0] == 0 }
        }
        fates = zip(possible, certain).map { $0 ? ($1 ? .always : .open) : .never }
        gates = Array(repeating: Gate(), count: problem.nodes.count)
        for (index, node) in problem.nodes.enumerated() where fates[index] == .open {
            let sure = node.parents.lazy.filter { certain[$0] }.count
            let need = max(counts[index]! - sure, 0)
            // A node is never among its own causes.
            let inputs = node.parents.filter { fates[$0] == .open && $0 != index }
            gates[index] = Gate(
                need: need, inputs: need == 0 ? [] : node.gate.isVote ? inputs : Array(Set(inputs)).sorted())
            if node.gate == .all { gates[index].need = gates[index].inputs.count }
        }
    }

    /// How many parents must happen; nil where no number is enough.
    private static func need(_ node: ExactProblem.Node) -> Int? {
        switch node.gate {
        case .entry: 0
        case .any: node.parents.isEmpty ? nil : 1
        case .all: node.parents.isEmpty ? nil : node.parents.count
        case .vote(let k): node.parents.count >= max(k, 1) ? max(k, 1) : nil
        }
    }

    /// How many events the targets make, circles unrolled.
    func eventCount(above targets: [Int]) -> Int {
        groups(above: targets).reduce(0) { $0 + ($1.count == 1 ? 1 : 2 * $1.count * $1.count) }
    }

    /// Entries of the tables that count the inputs of gates, roughly: n × k² for k of n.
    func countingEntries(above targets: [Int]) -> Double {
        groups(above: targets).joined().reduce(0) { sum, node in
            let (need, count) = (Double(gates[node].need), Double(gates[node].inputs.count))
            return sum + 2 * count * min(need, count - need + 1) * min(need, count - need + 1)
        }
    }

    /// What the targets depend on, themselves included: groups of nodes in a circle, causes before effects.
    func groups(above targets: [Int]) -> [[Int]] {
        // Tarjan's strongly connected components, with a stack of our own: graphs may be deep.
        var number: [Int] = Array(repeating: 0, count: gates.count)
        var low = number
        var onStack = Array(repeating: false, count: gates.count)
        var (stack, result, last) = ([Int](), [[Int]](), 0)
        for target in targets where fates[target] == .open && number[target] == 0 {
            var path = [(node: target, next: 0)]
            while let (node, next) = path.last {
                if next == 0 {
                    last += 1
                    (number[node], low[node], onStack[node]) = (last, last, true)
                    stack.append(node)
                }
                if next < gates[node].inputs.count {
                    path[path.count - 1].next += 1
                    let input = gates[node].inputs[next]
                    if number[input] == 0 {
                        path.append((input, 0))
                    } else if onStack[input] {
                        low[node] = min(low[node], number[input])
                    }
                    continue
                }
                path.removeLast()
                if let above = path.last?.node { low[above] = min(low[above], low[node]) }
                if low[node] == number[node] {
                    let start = stack.lastIndex(of: node)!
                    let group = stack[start...].sorted()
                    stack.removeSubrange(start...)
                    for member in group { onStack[member] = false }
                    result.append(group)
                }
            }
        }
        return result
    }
}

extension ExactProblem.Gate {
    fileprivate var isVote: Bool { if case .vote = self { true } else { false } }
}
