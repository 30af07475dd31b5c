internal import DrillKernel

extension GraphDescription {
    /// On what a node hangs: its parents, and where it tells of an outage, the nodes with which the item falls, or what it
    /// needs, by however many turns.
    func causes(of node: Int) -> [Int32] {
        nodes[node].outage < 0 ? nodes[node].parents : harm(behind: nodes[node].outage)
    }

    /// The nodes with which a repair item falls, or something that it needs.
    func harm(behind item: Int32) -> [Int32] {
        var found: Set<Int32> = [item]
        var open = [item]
        var harm: [Int32] = []
        while let next = open.popLast() {
            let item = repairs[Int(next)]
            harm += item.destroying + item.disrupting
            for need in item.needs where found.insert(need.item).inserted { open.append(need.item) }
        }
        return harm
    }

    /// Nothing tells of outages: such nodes never complete.
    mutating func forgetOutages() {
        for index in nodes.indices where nodes[index].outage >= 0 {
            nodes[index].outage = -1
            nodes[index].pace.quantile = .constant(.infinity)
        }
    }
}

extension CompiledDrill {
    /// The node with which an outage began that reached an item of the same organization in time; of equal ones the
    /// first. nil: it came from a supplier.
    func harm(behind item: Int32, _ batch: Batch, _ trial: Int) -> Int? {
        var current = Int(item)
        // What is needed comes before what needs it: there is no circle.
        while true {
            let item = description.repairs[current]
            let from = batch.sharedOutage(current, trial: trial).from
            let harm = (item.destroying + item.disrupting).filter { batch.completion(Int($0), trial: trial) == from }
            if let first = harm.min() { return Int(first) }
            let reaching = item.needs.first { need in
                let outage = batch.sharedOutage(Int(need.item), trial: trial)
                return description.repairs[Int(need.item)].organization == item.organization
                    && outage.from + need.grace == from && from < outage.to
            }
            guard let reaching else { return nil }
            current = Int(reaching.item)
        }
    }
}
