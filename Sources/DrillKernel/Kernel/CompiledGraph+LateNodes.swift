extension CompiledGraph {
    /// Marks the nodes that tell of outages and all that hangs on them, and takes them out of what is swept.
    mutating func setLateNodesApart(_ description: GraphDescription) {
        guard description.nodes.contains(where: { $0.outage >= 0 }) else { return }
        for block in blocks {
            for place in block.range where nodes[place].isLate(among: nodes, edges) {
                precondition(!block.isCyclic && nodes[place].isPureGate && nodes[place].aim < 0)
                precondition(nodes[place].outage < Int32(repairs.count))
                nodes[place].isLate = true
            }
        }
        // What is known last feeds nothing back.
        let asked =
            description.interventions.flatMap(\.completions)
            + description.repairs.flatMap { $0.destroying + $0.disrupting + $0.backupLoss }
        precondition(!asked.contains { nodes[Int(position[Int($0)])].isLate })
        let isSwept = nodes.map { !$0.isLate }
        blocks = blocks.flatMap { $0.stretches(where: isSwept) }
    }
}

extension NodeRecord {
    /// Whether it is known only after repair; its parents are marked already.
    fileprivate func isLate(among nodes: [NodeRecord], _ edges: [Int32]) -> Bool {
        outage >= 0 || edges[parents.range].contains { nodes[Int($0)].isLate }
    }

    /// Whether it combines others and nothing else, or stands for an outage alone.
    fileprivate var isPureGate: Bool {
        gate != .entry && (outage < 0 || parents.isEmpty) && passages.isEmpty && success < 0
            && successModifiers.isEmpty && anyCuts.isEmpty && notices.isEmpty && starts < 0 && closes < 0
            && pace.takesNoTime && portion == 1 && measured < 0
    }
}

extension LapseRecord {
    fileprivate var takesNoTime: Bool { sampler.kind == .constant && sampler.a == 0 && modifiers.isEmpty }
}

extension Intervention {
    /// The nodes for whose completion it waits.
    fileprivate var completions: [Int32] {
        if case .completion(let nodes) = trigger { return nodes }
        return []
    }
}

extension Sweep {
    /// After repair: when shared outages begin, and what hangs on that.
    func runLate() {
        guard !graph.live.late.isEmpty else { return }
        graph.edges.withUnsafeBufferPointer { edges in
            for place in graph.live.late {
                let node = graph.nodes[Int(place)]
                let time = node.outage < 0 ? start(of: node, edges) : workspace.sharedFrom[node.outage]
                workspace.completion[place] = time.map { $0.replacing(with: .never, where: $0 .> graph.horizon) }
            }
        }
    }
}
