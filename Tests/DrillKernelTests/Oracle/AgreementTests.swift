import DrillKernel
import Testing

/// Kernel and oracle, bit for bit, node by node, on random graphs that use every feature.
@Suite struct AgreementTests {
    #if DEBUG
        static let graphs: UInt64 = 1000
    #else
        static let graphs: UInt64 = 20_000
    #endif
    static let parts: UInt64 = 8

    /// In parts, so that they run side by side.
    @Test(arguments: 0..<parts)
    func kernelAndOracleAgree(part: UInt64) {
        for seed in stride(from: part, to: Self.graphs, by: Int(Self.parts)) {
            let description = RandomGraphs.graph(seed: seed)
            let simulator = Simulator(graph: CompiledGraph(description), seed: seed &* 0x1_0000_0001)
            let workspace = Workspace(for: simulator.graph)
            for world in description.worlds.indices {
                // A lone trial, and some around the end of a batch.
                let trials = [Int(seed % 1000)..<Int(seed % 1000) + 1, 62..<66]
                for range in trials {
                    simulator.run(world: world, trials: range, workspace: workspace) { batch in
                        for trial in 0..<Simulator.batchSize where batch.active >> UInt32(trial) & 1 == 1 {
                            let expected = Oracle().trial(
                                world: world, trial: batch.firstTrial + trial, seed: simulator.seed,
                                description: description)
                            let found = OracleOutcome(batch, trial: trial, description: description)
                            for difference in expected.differences(from: found) {
                                Issue.record(
                                    "graph \(seed), world \(world), trial \(batch.firstTrial + trial): \(difference)")
                            }
                        }
                    }
                }
            }
        }
    }
}

extension OracleOutcome {
    /// What the kernel says of one trial of a batch.
    init(_ batch: Batch, trial: Int, description: GraphDescription) {
        completion = description.nodes.indices.map { batch.completion($0, trial: trial) }
        alert = (0..<description.nodes.map(\.notices.count).reduce(0, +)).map { batch.alert($0, trial: trial) }
        detection = description.organizations.indices.map { batch.detection($0, trial: trial) }
        chainEnd = description.organizations.indices.map { batch.chainEnd($0, trial: trial) }
        cut = (0..<description.cutCount).map { batch.cut($0, trial: trial) }
        ownOutage = description.repairs.indices.map { Outage(batch.outage($0, trial: trial)) }
        sharedOutage = description.repairs.indices.map { Outage(batch.sharedOutage($0, trial: trial)) }
    }

    /// Where the bits differ, in words.
    func differences(from kernel: OracleOutcome) -> [String] {
        func differences(_ name: String, _ oracle: [Float], _ kernel: [Float]) -> [String] {
            oracle.indices.filter { oracle[$0].bitPattern != kernel[$0].bitPattern }
                .map { "\(name) \($0): oracle \(oracle[$0]), kernel \(kernel[$0])" }
        }
        return differences("completion", completion, kernel.completion)
            + differences("alert", alert, kernel.alert)
            + differences("detection", detection, kernel.detection)
            + differences("chain end", chainEnd, kernel.chainEnd)
            + differences("cut", cut, kernel.cut)
            + differences("outage from", ownOutage.map(\.from), kernel.ownOutage.map(\.from))
            + differences("outage to", ownOutage.map(\.to), kernel.ownOutage.map(\.to))
            + differences("shared outage from", sharedOutage.map(\.from), kernel.sharedOutage.map(\.from))
            + differences("shared outage to", sharedOutage.map(\.to), kernel.sharedOutage.map(\.to))
    }
}

extension OracleOutcome.Outage {
    init(_ interval: (from: Float, to: Float)) { self.init(from: interval.from, to: interval.to) }
}
