/// Exact probabilities by decision diagrams: what is logically simple stays small, however entangled it is drawn.
///
/// Events are asked in the order in which a search from the target meets them, causes first; a group in a circle is
/// repeated from "never" until nothing changes.
struct DiagramEvaluation {
    private let problem: ExactProblem
    private let reduced: ReducedProblem
    private var keepsAll = false
    private var forced: (node: Int, on: Bool)?
    private var diagram: DecisionDiagram
    /// Per node and defence: its event's index.
    private var nodeEvents: [Int: Int] = [:]
    private var defenceEvents: [Int: Int] = [:]
    private var functions: [Int: DecisionDiagram.Function] = [:]
    /// Above so many nodes, those no longer needed are dropped.
    private var comfortable = 1 << 16

    /// The probability of each target.
    static func probabilities(
        _ problem: ExactProblem, _ reduced: ReducedProblem, targets: [Int], seed: Int, limit: Int
    ) throws(DecisionDiagram.Full) -> [Double] {
        var evaluation = DiagramEvaluation(
            problem, reduced, targets: targets, seed: seed, limit: limit)
        try evaluation.build(targets)
        return targets.map { evaluation.diagram.probability(evaluation.functions[$0]!) }
    }

    /// The goal's probability with each node on and off, for the nodes it depends on.
    static func switched(
        _ problem: ExactProblem, _ reduced: ReducedProblem, goal: Int, seed: Int, limit: Int
    ) throws(DecisionDiagram.Full) -> [(node: Int, on: Double, off: Double)] {
        var evaluation = DiagramEvaluation(problem, reduced, targets: [goal], seed: seed, limit: limit)
        evaluation.keepsAll = true
        try evaluation.build([goal])
        var result: [(node: Int, on: Double, off: Double)] = []
        for node in reduced.groups(above: [goal]).joined().sorted() {
            result.append((node, try evaluation.on(node, goal), try evaluation.off(node, goal)))
        }
        return result
    }

    /// Where one event decides, the goal's diagram answers; otherwise the node is replaced in what follows it.
    private mutating func on(_ node: Int, _ goal: Int) throws(DecisionDiagram.Full) -> Double {
        if isBlocked(node) { return try probability(of: goal, forcing: node, on: true) }
        guard let event = nodeEvents[node] else { return diagram.probability(functions[goal]!) }
        return diagram.probability(functions[goal]!, where: event, hasChance: 1)
    }

    private mutating func off(_ node: Int, _ goal: Int) throws(DecisionDiagram.Full) -> Double {
        guard let event = nodeEvents[node] else { return try probability(of: goal, forcing: node, on: false) }
        return diagram.probability(functions[goal]!, where: event, hasChance: 0)
    }

    private init(
        _ problem: ExactProblem, _ reduced: ReducedProblem, targets: [Int], seed: Int, limit: Int
    ) {
        self.problem = problem
        self.reduced = reduced
        diagram = DecisionDiagram(chances: [], limit: 2)
        let chances = orderEvents(targets, seed)
        diagram = DecisionDiagram(chances: chances, limit: limit)
    }

    private func isBlocked(_ node: Int) -> Bool {
        problem.nodes[node].blockedBy.contains { problem.defences[$0] > 0 }
    }

    /// Numbers the events, depth first from the targets; returns their chances.
    private mutating func orderEvents(_ targets: [Int], _ seed: Int) -> [Double] {
        var chances: [Double] = []
        var random = Xorshift(seed: seed)
        var seen = Array(repeating: false, count: problem.nodes.count)
        for target in targets where !seen[target] {
            seen[target] = true
            var path = [(node: target, ahead: shuffled(target, using: &random, seed: seed))]
            while let node = path.last?.node {
                if let input = path[path.count - 1].ahead.popLast() {
                    if seen[input] { continue }
                    seen[input] = true
                    path.append((input, shuffled(input, using: &random, seed: seed)))
                    continue
                }
                path.removeLast()
                for defence in problem.nodes[node].blockedBy where defenceEvents[defence] == nil {
                    defenceEvents[defence] = chances.count
                    chances.append(problem.defences[defence])
                }
                if problem.nodes[node].probability < 1 {
                    nodeEvents[node] = chances.count
                    chances.append(problem.nodes[node].probability)
                }
            }
        }
        return chances
    }

    /// A node's inputs, the first to visit last: as written, reversed, or at random.
    private func shuffled(_ node: Int, using random: inout Xorshift, seed: Int) -> [Int] {
        var inputs = reduced.gates[node].inputs
        if seed == 0 { return inputs.reversed() }
        if seed == 1 { return inputs }
        for place in inputs.indices.dropFirst().reversed() {
            inputs.swapAt(place, Int(random.next() % UInt64(place + 1)))
        }
        return inputs
    }

    private mutating func build(_ targets: [Int]) throws(DecisionDiagram.Full) {
        // Combining recurs once per event: the stack of any thread has room for so many.
        if diagram.chances.count > 2000 { throw DecisionDiagram.Full() }
        let groups = reduced.groups(above: targets)
        var uses: [Int: Int] = [:]
        for node in groups.joined() { for input in reduced.gates[node].inputs { uses[input, default: 0] += 1 } }
        for target in targets { uses[target, default: 0] += 1 }
        for group in groups {
            try settle(group)
            if !keepsAll {
                for input in group.flatMap({ reduced.gates[$0].inputs }) {
                    uses[input]! -= 1
                    if uses[input] == 0 { functions[input] = nil }
                }
            }
            tidyUp()
        }
    }

    /// From "never", until nothing changes.
    private mutating func settle(_ group: [Int]) throws(DecisionDiagram.Full) {
        for node in group { functions[node] = 0 }
        var changed = true
        while changed {
            changed = false
            for node in group {
                let function = try function(of: node)
                if function != functions[node] { (functions[node], changed) = (function, group.count > 1) }
            }
        }
    }

    private mutating func tidyUp() {
        guard diagram.count > comfortable else { return }
        let nodes = functions.keys.sorted()
        var kept = nodes.map { functions[$0]! }
        diagram.keepOnly(&kept)
        for (node, function) in zip(nodes, kept) { functions[node] = function }
        comfortable = max(comfortable, 2 * diagram.count)
    }

    /// The goal's probability with one node replaced; what follows it is settled anew, then put back.
    private mutating func probability(
        of goal: Int, forcing node: Int, on: Bool
    ) throws(DecisionDiagram.Full) -> Double {
        tidyUp()
        let before = functions
        forced = (node, on)
        defer {
            forced = nil
            functions = before
        }
        var moved = Set([node])
        for group in reduced.groups(above: [goal]) {
            let isTouched = group.contains { $0 == node || !moved.isDisjoint(with: reduced.gates[$0].inputs) }
            guard isTouched else { continue }
            try settle(group)
            for member in group where functions[member] != before[member] { moved.insert(member) }
        }
        return diagram.probability(functions[goal]!)
    }

    private mutating func function(of node: Int) throws(DecisionDiagram.Full) -> DecisionDiagram.Function {
        let gate = reduced.gates[node]
        var able: DecisionDiagram.Function = 1
        if let forced, forced.node == node {
            if !forced.on { return 0 }
            return try diagram.atLeast(gate.need, of: gate.inputs.map { functions[$0]! })
        }
        if let event = nodeEvents[node] { able = try diagram.event(event) }
        if isBlocked(node) {
            for defence in problem.nodes[node].blockedBy {
                able = try diagram.combine(.andNot, able, with: try diagram.event(defenceEvents[defence]!))
            }
        }
        let holds = try diagram.atLeast(gate.need, of: gate.inputs.map { functions[$0]! })
        return try diagram.combine(.and, holds, with: able)
    }
}
