/// At what the attacker aims, decided before anything happens: from words alone, in the order of what needs what.
struct AimStage {
    let rows: Shared<CompiledGraph>
    private var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    let workspace: Workspace

    private typealias Trials = SIMD8<Int32>

    /// Presences have been drawn.
    func run() {
        let table = graph.aims
        for stage in table.stages {
            switch stage {
            case .nodes(let range, isCyclic: false):
                for place in range { settle(Int(table.order[place])) }
            case .nodes(let range, isCyclic: true): settle(cycle: range)
            case .choice(let index): choose(table.choices[index])
            }
        }
    }

    private func settle(_ node: Int) { workspace.canBegin[node] = canComplete(Int32(node)) }

    /// What needs itself alone never begins: from "never" until nothing changes.
    private func settle(cycle range: Range<Int>) {
        let order = graph.aims.order
        for place in range { workspace.canBegin[order[place]] = Quad(repeating: Trials(repeating: 0)) }
        var changed = true
        while changed {
            changed = false
            for place in range {
                let node = order[place]
                let met = canComplete(node)
                if met.zip(workspace.canBegin[node], { $0 .!= $1 }).isAny {
                    workspace.canBegin[node] = met
                    changed = true
                }
            }
        }
    }

    /// The trials in which a node's requirement is met, unless it never completes.
    private func canComplete(_ node: Int32) -> Quad<Trials> {
        graph.aims.isBarred(node) ? Quad(repeating: Trials(repeating: 0)) : isMet(Int(node))
    }

    /// The trials in which what can begin meets a node's requirement.
    private func isMet(_ position: Int) -> Quad<Trials> {
        let all = Quad(repeating: Trials(repeating: -1))
        let node = graph.nodes[position]
        if node.gate == .entry || node.parents.isEmpty || graph.aims.countsAsMet(position) { return all }
        switch node.gate {
        case .entry: return all
        case .any:
            return node.parents.range.reduce(Quad(repeating: Trials(repeating: 0))) { met, edge in
                met.zip(workspace.canBegin[graph.edges[edge]]) { $0 | $1 }
            }
        case .all:
            return node.parents.range.reduce(all) { met, edge in
                met.zip(workspace.canBegin[graph.edges[edge]]) { $0 & $1 }
            }
        case .vote:
            let count = node.parents.range.reduce(Quad(repeating: Trials(repeating: 0))) { count, edge in
                count.zip(workspace.canBegin[graph.edges[edge]]) { $0 &- $1 }
            }
            return count.map { Sweep.ones($0 .>= Trials(repeating: node.k)) }
        }
    }

    private func choose(_ choice: AimTable.Choice) {
        let table = graph.aims
        for (row, index) in choice.candidates.range.enumerated() {
            let candidate = table.candidates[index]
            var met = Quad(repeating: Trials(repeating: 0))
            for member in candidate.members.range {
                let node = Int(table.nodes[Int(table.members[member])])
                met = met.zip(isMet(node)) { $0 | $1 }
            }
            let weight = candidate.weight
            let key = workspace.presence[candidate.key].map { LaneMath.negativeLog(LaneMath.uniform($0)) / weight }
            workspace.aimKey[row] = key.zip(met) { never($0, unless: $1) }
        }
        let count = choice.candidates.count
        for row in 0..<count { workspace.isChosen[row] = Quad(repeating: Trials(repeating: 0)) }
        for _ in 0..<min(choice.count, count) { chooseNext(of: count) }
        for (row, index) in choice.candidates.range.enumerated() {
            for member in table.candidates[index].members.range {
                let place = Int(table.members[member])
                workspace.isAimed[place] = workspace.isChosen[row]
                let node = table.nodes[place]
                // What is chosen for another of its nodes may still lack what this one needs.
                workspace.canBegin[node] = canComplete(node).zip(workspace.isChosen[row]) { $0 & $1 }
            }
        }
    }

    /// The least key that is left, the first of equal ones, is chosen and has none any more.
    private func chooseNext(of count: Int) {
        var least = Quad(repeating: Times.never)
        for row in 0..<count { least = earlier(least, workspace.aimKey[row]) }
        var open = least.map { Sweep.ones($0 .< .infinity) }
        for row in 0..<count {
            let taken = workspace.aimKey[row].zip(least) { Sweep.ones($0 .== $1) }.zip(open) { $0 & $1 }
            workspace.isChosen[row] = workspace.isChosen[row].zip(taken) { $0 | $1 }
            workspace.aimKey[row] = workspace.aimKey[row].zip(taken) { key, taken in
                key.replacing(with: .never, where: taken.holds)
            }
            open = open.zip(taken) { $0 & ~$1 }
        }
    }
}
