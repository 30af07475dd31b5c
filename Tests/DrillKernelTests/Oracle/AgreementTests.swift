import DrillKernel
import KernelSamples
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
            let alone = Int(seed % 1000)
            for world in description.worlds.indices {
                // A lone trial, and some on both sides of a batch's end.
                for trials in [alone..<alone + 1, 62..<66] {
                    simulator.run(world: world, trials: trials, workspace: workspace) { batch in
                        compare(batch, world: world, seed: simulator.seed, description, name: "graph \(seed)")
                    }
                }
            }
        }
    }

    private func compare(_ batch: Batch, world: Int, seed: UInt64, _ description: GraphDescription, name: String) {
        for lane in 0..<Simulator.batchSize where batch.active >> UInt32(lane) & 1 == 1 {
            let trial = batch.firstTrial + lane
            let expected = Oracle().trial(world: world, trial: trial, seed: seed, description: description)
            let differences = expected.differences(from: OracleOutcome(batch, trial: lane, description: description))
            if !differences.isEmpty {
                Issue.record("\(name), world \(world), trial \(trial): \(differences.joined(separator: "; "))")
            }
            // The scalar twin of working hours, which replays use, ends where the lanes do.
            for organization in description.organizations.indices where expected.detection[organization] < .infinity {
                let handOffs = batch.handOffs(organization, trial: lane)
                #expect(
                    (handOffs.last ?? expected.detection[organization]) == expected.chainEnd[organization], "\(name)")
            }
        }
    }

    /// The earliest alert comes from tries that no containment can have touched, so the second pass has the last word.
    @Test func oneOrganizationNeedsTwoPasses() {
        var twice = 0
        for seed in 0..<Self.graphs / 4 {
            var description = RandomGraphs.graph(seed: seed)
            description.confineToOneOrganization()
            let graph = CompiledGraph(description)
            Simulator(graph: graph, seed: seed).run(world: 0, trials: 0..<32, workspace: Workspace(for: graph)) {
                #expect($0.passes <= 2, "graph \(seed)")
                if $0.passes == 2 { twice += 1 }
            }
        }
        #expect(twice > Self.graphs / 40)
    }
}

/// What the engine leaves out to be faster changes nothing that it asks for.
@Suite struct ShortcutTests {
    @Test func nodesThatChangeNothingMayGo() {
        var smaller = 0
        for seed in 0..<AgreementTests.graphs {
            let description = RandomGraphs.graph(seed: seed)
            let goal = Int32(seed % UInt64(description.nodes.count))
            let (reduced, original) = description.reduced(to: [goal])
            if reduced.nodes.count < description.nodes.count { smaller += 1 }
            var expected = Oracle().trial(world: 0, trial: 9, seed: seed, description: description)
            expected.completion = original.map { expected.completion[Int($0)] }
            let measured = description.nodes.indices.filter { description.nodes[$0].isMeasured }
            expected.part = zip(measured, expected.part).filter { original.contains(Int32($0.0)) }.map(\.1)
            let found = Oracle().trial(world: 0, trial: 9, seed: seed, description: reduced)
            #expect(expected.differences(from: found) == [], "graph \(seed)")
            #expect(original.contains(goal))
        }
        #expect(smaller > AgreementTests.graphs / 10)
    }

    /// Stopping after the first pass is right about the goals, and about the earliest alert of one organization.
    @Test func missedGoalsNeedNoSecondPass() {
        var stopped = 0
        for seed in 0..<AgreementTests.graphs / 4 {
            var description = RandomGraphs.graph(seed: seed)
            description.confineToOneOrganization()
            description.forgetOutages()
            description.repairs = []
            let simulator = Simulator(graph: CompiledGraph(description), seed: seed)
            let goal = description.nodes.count - 1
            var expected: [[Float]] = []
            let workspace = Workspace(for: simulator.graph)
            simulator.run(world: 0, trials: 0..<32, workspace: workspace) { batch in
                expected = (0..<32).map { [batch.completion(goal, trial: $0), batch.detection(0, trial: $0)] }
                if batch.passes == 2 && expected.allSatisfy({ $0[0] == .infinity }) { stopped += 1 }
            }
            simulator.run(world: 0, trials: 0..<32, workspace: workspace, goals: [Int32(goal)]) { batch in
                let found = (0..<32).map { [batch.completion(goal, trial: $0), batch.detection(0, trial: $0)] }
                #expect(found == expected, "graph \(seed)")
            }
        }
        #expect(stopped > 0)
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
        part = description.nodes.indices.filter { description.nodes[$0].isMeasured }.map {
            batch.part($0, trial: trial)
        }
    }

    /// Where the bits differ, in words.
    func differences(from kernel: OracleOutcome) -> [String] {
        func differences(_ name: String, _ oracle: [Float], _ kernel: [Float]) -> [String] {
            oracle.indices.filter { oracle[$0].bitPattern != kernel[$0].bitPattern || oracle[$0].isNaN }
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
            + differences("part", part, kernel.part)
            + differences("shared outage to", sharedOutage.map(\.to), kernel.sharedOutage.map(\.to))
    }
}

extension OracleOutcome.Outage {
    init(_ interval: (from: Float, to: Float)) { self.init(from: interval.from, to: interval.to) }
}
