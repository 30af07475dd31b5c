internal import DrillKernel

/// What trials of an attack graph add up to; integers only.
struct GraphTally: Sendable {
    var trials: UInt64 = 0
    /// Fine buckets: a graph's quantiles are compared with published ones.
    var goal = Tally(precision: 12)
    var detected = Tally()
    /// Trials by how many of the counted nodes fell; empty unless counted.
    var fallen: [UInt64] = []
    /// By node; empty unless asked for.
    var nodes: [MeanTally] = []

    mutating func merge(_ other: GraphTally) {
        trials += other.trials
        goal.merge(other.goal)
        detected.merge(other.detected)
        for index in fallen.indices { fallen[index] += other.fallen[index] }
        for index in nodes.indices { nodes[index].merge(other.nodes[index]) }
    }
}

/// Which quantities of a graph are read out of each batch.
struct GraphObserver: Sendable {
    let goal: Int
    let organizations: Int
    /// Nodes counted in `fallen`.
    let counted: [Int]
    /// Nodes with a mean of their own.
    let nodes: [Int]

    var emptyTally: GraphTally {
        var tally = GraphTally()
        if !counted.isEmpty { tally.fallen = Array(repeating: 0, count: counted.count + 1) }
        tally.nodes = Array(repeating: MeanTally(), count: nodes.count)
        return tally
    }

    func observe(_ batch: Batch, into tally: inout GraphTally) {
        tally.trials += UInt64(batch.active.nonzeroBitCount)
        for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
            let time = batch.completion(goal, trial: trial)
            if time < .infinity { tally.goal.add(Double(time)) }
            var first = Float.infinity
            for organization in 0..<organizations { first = min(first, batch.detection(organization, trial: trial)) }
            if first < .infinity { tally.detected.add(Double(first)) }
        }
        if !counted.isEmpty { count(batch, &tally) }
        for (index, node) in nodes.enumerated() { batch.add(node: node, to: &tally.nodes[index]) }
    }

    private func count(_ batch: Batch, _ tally: inout GraphTally) {
        var counts = BatchCounts()
        for node in counted { batch.count(node: node, into: &counts) }
        for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
            tally.fallen[Int(counts[trial])] += 1
        }
    }
}
