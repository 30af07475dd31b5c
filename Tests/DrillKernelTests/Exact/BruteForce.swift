import DrillKernel

/// The definition, world by world: every combination of what succeeds and which defences are on.
struct BruteForce {
    var problem: ExactProblem
    /// A node that happens whenever its gate holds (true) or never (false), whatever its own chance and defences.
    var forced: (node: Int, on: Bool)?

    /// The chance of every node.
    func probabilities() -> [Double] {
        let random = problem.nodes.indices.filter { problem.nodes[$0].gate != .entry && forced?.node != $0 }
        var result = problem.nodes.map { _ in 0.0 }
        for world in 0..<(1 << (random.count + problem.defences.count)) {
            var weight = 1.0
            var succeeds = problem.nodes.map { _ in true }
            for (place, node) in random.enumerated() {
                succeeds[node] = world & 1 << place != 0
                weight *= succeeds[node] ? problem.nodes[node].probability : 1 - problem.nodes[node].probability
            }
            let defences = problem.defences.enumerated().map { place, chance in
                let isOn = world & 1 << (random.count + place) != 0
                weight *= isOn ? chance : 1 - chance
                return isOn
            }
            if weight == 0 { continue }
            for (node, happens) in leastFixpoint(succeeds, defences).enumerated() where happens {
                result[node] += weight
            }
        }
        return result
    }

    private func leastFixpoint(_ succeeds: [Bool], _ defences: [Bool]) -> [Bool] {
        var happens = problem.nodes.map { _ in false }
        var changed = true
        while changed {
            changed = false
            for (index, node) in problem.nodes.enumerated() where !happens[index] {
                let count = node.parents.filter { happens[$0] }.count
                let holds =
                    switch node.gate {
                    case .entry: true
                    case .any: count >= 1
                    case .all: count == node.parents.count && count > 0
                    case .vote(let k): count >= max(k, 1)
                    }
                let may: Bool
                if let forced, forced.node == index {
                    may = forced.on
                } else {
                    may = node.gate == .entry || (succeeds[index] && !node.blockedBy.contains { defences[$0] })
                }
                if holds && may { (happens[index], changed) = (true, true) }
            }
        }
        return happens
    }
}

/// Small graphs with everything in them: cycles, self-references, votes, doubled parents, defences, sure and impossible.
struct RandomProblem {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 2_654_435_761 &+ 12345 }

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func make(nodes count: Int, defences: Int, cyclic: Bool) -> ExactProblem {
        let chances = [0, 1, 0.5, 0.3, 0.9, 0.05]
        let nodes = (0..<count).map { index in
            if index == 0 || below(8) == 0 { return ExactProblem.Node(.entry) }
            let parents = (0..<(1 + below(4))).map { _ in below(cyclic ? count : index) }
            let gate: ExactProblem.Gate = [.any, .any, .all, .vote(1 + below(4))][below(4)]
            let probability = below(3) == 0 ? chances[below(6)] : Double(1 + below(98)) / 100
            let blockedBy = defences == 0 ? [] : (0..<max(0, below(5) - 2)).map { _ in below(defences) }
            return ExactProblem.Node(
                gate, parents: below(20) == 0 ? [] : parents, probability: probability, blockedBy: blockedBy)
        }
        return ExactProblem(nodes: nodes, defences: (0..<defences).map { _ in [0, 1, 0.4, 0.2, 0.7][below(5)] })
    }
}
