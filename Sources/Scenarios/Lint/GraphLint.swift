/// Nodes that never start, goals that are never reached.
struct GraphLint {
    let graph: AttackGraph

    init(_ graph: AttackGraph) { self.graph = graph }

    var findings: [Finding] {
        let completable = completable()
        var findings: [Finding] = []
        for (index, node) in graph.nodes.enumerated() where !completable.contains(node.id) {
            // Without parents it has been said by the validator already.
            guard node.probability > 0, !node.parents.isEmpty else { continue }
            findings.append(
                Finding(
                    .unreachableStep, "the node \(node.id.quoted) can never start: its parents never complete",
                    at: ["nodes", .index(index)]))
        }
        for (index, goal) in graph.goals.enumerated() where !completable.contains(goal) {
            findings.append(
                Finding(
                    .unreachableObjective, "the goal \(goal.quoted) is never reached",
                    at: index == 0 ? ["goal"] : ["goals"]))
        }
        return findings
    }

    /// How many parents must complete.
    private static func needed(by node: GraphNode) -> Int {
        switch node.type {
        case .entry: 0
        case .or: 1
        case .and: max(1, Set(node.parents).count)
        case .vote: max(1, node.k ?? 1)
        }
    }

    /// Nodes that can complete: a work list from the entries on, each edge looked at once.
    private func completable() -> Set<String> {
        var children: [String: [Int]] = [:]
        var missing: [Int] = []
        for (index, node) in graph.nodes.enumerated() {
            for parent in Set(node.parents) { children[parent, default: []].append(index) }
            missing.append(Self.needed(by: node))
        }
        var found = Set<String>()
        var next = graph.nodes.filter { $0.type == .entry }.map(\.id)
        while let id = next.popLast() {
            guard found.insert(id).inserted else { continue }
            for child in children[id] ?? [] {
                missing[child] -= 1
                let node = graph.nodes[child]
                if missing[child] <= 0, node.probability > 0, !found.contains(node.id) { next.append(node.id) }
            }
        }
        return found
    }
}
