import DrillKernel
import KernelSamples

/// FNV-1a over 64-bit words.
struct Hash {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x100_0000_01B3 }
    mutating func add(_ time: Float) { add(UInt64(time.bitPattern)) }
}

/// Everything that an observer can read of a batch.
func add(_ batch: Batch, of graph: GraphDescription, to hash: inout Hash) {
    for trial in 0..<Simulator.batchSize where batch.active & (1 << UInt32(trial)) != 0 {
        for node in graph.nodes.indices { hash.add(batch.completion(node, trial: trial)) }
        for notice in 0..<graph.nodes.reduce(0, { $0 + $1.notices.count }) {
            hash.add(batch.alert(notice, trial: trial))
        }
        for organization in graph.organizations.indices {
            hash.add(batch.detection(organization, trial: trial))
            hash.add(batch.chainEnd(organization, trial: trial))
        }
        for cut in 0..<graph.cutCount { hash.add(batch.cut(cut, trial: trial)) }
        for item in graph.repairs.indices {
            let (own, shared) = (batch.outage(item, trial: trial), batch.sharedOutage(item, trial: trial))
            for time in [own.from, own.to, shared.from, shared.to] { hash.add(time) }
        }
    }
}

// One line for fifty graphs: a difference says roughly where.
for part in 0..<8 {
    var hash = Hash()
    for seed in UInt64(part * 50)..<UInt64(part * 50 + 50) {
        let description = RandomGraphs.graph(seed: seed)
        let graph = CompiledGraph(description)
        let (simulator, workspace) = (Simulator(graph: graph, seed: seed &* 7919), Workspace(for: graph))
        var means = description.nodes.map { _ in MeanTally() }
        for world in description.worlds.indices {
            simulator.run(world: world, trials: 5..<200, workspace: workspace) { batch in
                add(batch, of: description, to: &hash)
                for node in means.indices { batch.add(node: node, to: &means[node]) }
            }
        }
        for mean in means { hash.add((mean.mean ?? -1).bitPattern) }
    }
    print("graphs \(part * 50) to \(part * 50 + 49)", String(hash.value, radix: 16))
}
