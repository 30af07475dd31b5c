import DrillKernel

/// At which nodes the attacker aims in a trial: one choice after the other, each when all that it hangs on is known.
struct OracleAims {
    private(set) var isAimed: [Bool]

    private let draws: OracleDraws
    private let description: GraphDescription
    /// By node, the choice that it is part of.
    private let choice: [Int?]

    init(draws: OracleDraws) {
        self.draws = draws
        description = draws.description
        var choice = [Int?](repeating: nil, count: description.nodes.count)
        for (index, aim) in description.aims.enumerated() {
            for node in aim.candidates.flatMap(\.nodes) { choice[Int(node)] = index }
        }
        self.choice = choice
        isAimed = choice.map { $0 == nil }
        var open = Set(description.aims.indices)
        while let next = open.sorted().first(where: { hangsOn($0).isDisjoint(with: open) }) {
            open.remove(next)
            choose(description.aims[next])
        }
        precondition(open.isEmpty, "A choice hangs on itself.")
    }

    /// The choices that are made before one.
    private func hangsOn(_ index: Int) -> Set<Int> {
        var found: Set<Int> = []
        var seen: Set<Int32> = []
        var open = description.aims[index].candidates.flatMap(\.nodes).flatMap(asks)
        while let node = open.popLast() {
            if !seen.insert(node).inserted { continue }
            if let choice = choice[Int(node)] { found.insert(choice) }
            open += asks(node)
        }
        return found
    }

    /// What a node's requirement asks of.
    private func asks(_ node: Int32) -> [Int32] {
        description.nodes[Int(node)].isOthersMatter ? [] : description.nodes[Int(node)].parents
    }

    private mutating func choose(_ aim: Aim) {
        let reached = reachable()
        let possible = aim.candidates.indices.filter { index in
            aim.candidates[index].nodes.contains { isMet(Int($0), by: reached) }
        }
        let keys = possible.map { (draws.key(of: aim.candidates[$0]), $0) }
        for (key, index) in keys.sorted(by: <).prefix(aim.count) where key < .infinity {
            for node in aim.candidates[index].nodes { isAimed[Int(node)] = true }
        }
    }

    /// Nodes that can begin, given what has been chosen so far: from none until no more come.
    private func reachable() -> Set<Int> {
        var reached: Set<Int> = []
        while true {
            let more = description.nodes.indices.filter {
                !reached.contains($0) && isAimed[$0] && isMet($0, by: reached) && !isBarred($0)
            }
            if more.isEmpty { return reached }
            reached.formUnion(more)
        }
    }

    /// Never completes, whatever is drawn.
    private func isBarred(_ index: Int) -> Bool {
        let node = description.nodes[index]
        if node.gate == .entry { return false }
        let hasNoChance = node.success >= 0 && description.worlds.allSatisfy { $0.thresholds[Int(node.success)] == 0 }
        return hasNoChance || isShut(node.starts)
    }

    private func isShut(_ clock: Int32) -> Bool {
        guard clock >= 0 else { return false }
        let clock = description.clocks[Int(clock)]
        return clock.alternatives.isEmpty && clock.offset + clock.otherwise == .infinity
    }

    private func isMet(_ index: Int, by reached: Set<Int>) -> Bool {
        let node = description.nodes[index]
        if node.gate == .entry || node.parents.isEmpty || node.isOthersMatter { return true }
        let count = node.parents.count { reached.contains(Int($0)) }
        switch node.gate {
        case .entry: return true
        case .any: return count >= 1
        case .all: return count == node.parents.count
        case .vote(let needed): return count >= needed
        }
    }
}
