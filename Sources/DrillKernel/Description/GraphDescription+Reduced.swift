extension GraphDescription {
    /// The description without the nodes that can change nothing about `goals`.
    ///
    /// Kept are the goals, every node that can raise an alert, what interventions and repairs look at, what is chosen
    /// among, and all that these need. No draw moves: addresses do not depend on the graph.
    ///
    /// - Returns: The smaller description, and for each of its nodes the index in this one.
    package func reduced(to goals: [Int32]) -> (description: GraphDescription, original: [Int32]) {
        var isKept = [Bool](repeating: false, count: nodes.count)
        var pending = goals
        for (index, node) in nodes.enumerated() where !node.notices.isEmpty { pending.append(Int32(index)) }
        for intervention in interventions {
            if case .completion(let nodes) = intervention.trigger { pending += nodes }
        }
        for item in repairs { pending += item.destroying + item.disrupting + item.backupLoss }
        for candidate in aims.flatMap(\.candidates) { pending += candidate.nodes }
        while let index = pending.popLast() {
            if isKept[Int(index)] { continue }
            isKept[Int(index)] = true
            pending += nodes[Int(index)].parents
        }
        let original = nodes.indices.filter { isKept[$0] }.map(Int32.init)
        var place = [Int32](repeating: -1, count: nodes.count)
        for (new, old) in original.enumerated() { place[Int(old)] = Int32(new) }
        func moved(_ list: [Int32]) -> [Int32] { list.map { place[Int($0)] } }

        var result = self
        result.nodes = original.map { old in
            var node = nodes[Int(old)]
            node.parents = moved(node.parents)
            return node
        }
        for index in aims.indices {
            for place in aims[index].candidates.indices {
                result.aims[index].candidates[place].nodes = moved(aims[index].candidates[place].nodes)
            }
        }
        for index in result.interventions.indices {
            if case .completion(let nodes) = interventions[index].trigger {
                result.interventions[index].trigger = .completion(moved(nodes))
            }
        }
        for index in result.repairs.indices {
            result.repairs[index].destroying = moved(repairs[index].destroying)
            result.repairs[index].disrupting = moved(repairs[index].disrupting)
            result.repairs[index].backupLoss = moved(repairs[index].backupLoss)
        }
        return (result, original)
    }
}
