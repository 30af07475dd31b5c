import DrillKernel

/// What is known only once outages are: the nodes that tell of them, and the gates over these.
struct OracleLateNodes {
    /// Of all nodes.
    private(set) var completion: [Float]
    private let description: GraphDescription

    init(settled: OracleSimulation, outages: [OracleOutcome.Outage]) {
        description = settled.description
        completion = settled.completion
        var open = Set(completion.indices.filter { settled.isLate[$0] })
        while let next = open.first(where: { isReady($0, open) }) {
            open.remove(next)
            let node = description.nodes[next]
            let time = node.outage < 0 ? opening(of: node) : outages[Int(node.outage)].from
            completion[next] = time <= description.horizon ? time : .infinity
        }
        precondition(open.isEmpty, "late nodes wait for each other")
    }

    private func isReady(_ index: Int, _ open: Set<Int>) -> Bool {
        description.nodes[index].parents.allSatisfy { !open.contains(Int($0)) }
    }

    /// When enough of a gate's parents have completed.
    private func opening(of node: Node) -> Float {
        let times = node.parents.map { completion[Int($0)] }.sorted()
        let needed = node.parentsNeeded
        return needed <= times.count ? times[needed - 1] : .infinity
    }
}

extension GraphDescription {
    /// Of each node whether it tells of an outage, or hangs on one that does.
    var isLate: [Bool] {
        var isLate = nodes.map { $0.outage >= 0 }
        while let next = nodes.indices.first(where: { index in
            !isLate[index] && nodes[index].parents.contains { isLate[Int($0)] }
        }) {
            isLate[next] = true
        }
        return isLate
    }

    /// A node to change: one that is no late one.
    func earlyNode(_ number: Int) -> Int {
        let early = nodes.indices.filter { [isLate = self.isLate] in !isLate[$0] }
        return early[number % early.count]
    }

    /// Nothing tells of outages any more: such nodes never complete.
    mutating func forgetOutages() {
        for index in nodes.indices where nodes[index].outage >= 0 {
            nodes[index].outage = -1
            nodes[index].pace = .hours(.infinity)
        }
    }
}
