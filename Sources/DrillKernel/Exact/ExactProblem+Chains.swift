extension ExactProblem {
    /// The same problem for one node, with steps in a row made one: their chances multiply, and what blocks one of them
    /// blocks the row.
    ///
    /// A step goes into the next where the next has no other parent and nothing else hangs on it. It never happens itself
    /// afterwards; the goal, and whatever the goal depends on, keeps its chance. The work grows with nodes and edges.
    func chainsMerged(for goal: Int) -> ExactProblem {
        var merged = self
        var children = Array(repeating: 0, count: nodes.count)
        for node in nodes { for parent in node.parents { children[parent] += 1 } }
        for index in nodes.indices where nodes[index].gate != .entry {
            // What stands before it in the row comes in one by one; each goes only once.
            while let parent = merged.onlyParent(of: index), parent != index, parent != goal, children[parent] == 1,
                merged.nodes[parent].gate != .entry
            {
                let before = merged.nodes[parent]
                merged.nodes[index].gate = before.gate
                merged.nodes[index].parents = before.parents
                merged.nodes[index].probability *= before.probability
                merged.nodes[index].blockedBy += before.blockedBy
                merged.nodes[parent] = Node(.any, probability: 0)
            }
        }
        return merged
    }

    /// The parent on which alone a node depends; nil where it depends on none or several.
    private func onlyParent(of index: Int) -> Int? {
        guard nodes[index].parents.count == 1, let parent = nodes[index].parents.first else { return nil }
        switch nodes[index].gate {
        case .any, .all: return parent
        case .vote(let count): return count <= 1 ? parent : nil
        case .entry: return nil
        }
    }
}
