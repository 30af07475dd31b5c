import DrillKernel

extension GraphDescription {
    /// What the kernel says of a range of trials, in order.
    func outcomes(
        world: Int = 0, trials: Range<Int>, seed: UInt64, goals: [Int32] = []
    ) -> [OracleOutcome] {
        let simulator = Simulator(graph: CompiledGraph(self), seed: seed)
        return outcomes(of: simulator, Workspace(for: simulator.graph), world: world, trials: trials, goals: goals)
    }

    /// The same with a graph and a workspace that may have been used before.
    func outcomes(
        of simulator: Simulator, _ workspace: Workspace, world: Int = 0, trials: Range<Int>, goals: [Int32] = []
    ) -> [OracleOutcome] {
        var found: [OracleOutcome] = []
        simulator.run(world: world, trials: trials, workspace: workspace, goals: goals) { batch in
            for trial in 0..<Simulator.batchSize where batch.active >> UInt32(trial) & 1 == 1 {
                found.append(OracleOutcome(batch, trial: trial, description: self))
            }
        }
        return found
    }

    /// Completions of all nodes and the earliest alerts of all organizations, trial after trial.
    func completionsAndAlerts(
        world: Int, trials: Range<Int>, seed: UInt64
    ) -> (completions: [Float], alerts: [Float]) {
        let simulator = Simulator(graph: CompiledGraph(self), seed: seed)
        var completions: [Float] = []
        var alerts: [Float] = []
        simulator.run(world: world, trials: trials, workspace: Workspace(for: simulator.graph)) { batch in
            for trial in 0..<Simulator.batchSize where batch.active >> UInt32(trial) & 1 == 1 {
                for node in nodes.indices { completions.append(batch.completion(node, trial: trial)) }
                for index in organizations.indices { alerts.append(batch.detection(index, trial: trial)) }
            }
        }
        return (completions, alerts)
    }

    /// Everything belongs to one organization and no intervention waits for a completion.
    mutating func confineToOneOrganization() {
        organizations = [organizations[0]]
        for index in groups.indices { groups[index].organization = 0 }
        for index in repairs.indices {
            repairs[index].organization = 0
            repairs[index].needs.removeAll { $0.item >= index }
        }
        for index in interventions.indices {
            interventions[index].organization = 0
            if interventions[index].alarmed >= 0 { interventions[index].alarmed = 0 }
            switch interventions[index].trigger {
            case .completion, .detection: interventions[index].trigger = .detection(0)
            case .at, .intervention: break
            }
        }
        for node in nodes.indices {
            for notice in nodes[node].notices.indices { nodes[node].notices[notice].organization = 0 }
        }
    }

    /// Only cuts whose time nothing in the trial can move stay: response times are held fixed.
    mutating func keepAbsoluteCuts() {
        var fixed: [Int32] = []
        for (index, intervention) in interventions.enumerated() {
            switch intervention.trigger {
            case _ where intervention.alarmed >= 0: break
            case .at: fixed.append(cut(ofIntervention: index))
            case .intervention(let other) where fixed.contains(cut(ofIntervention: Int(other))):
                fixed.append(cut(ofIntervention: index))
            default: break
            }
        }
        for index in nodes.indices {
            nodes[index].cuts.removeAll { !fixed.contains($0) }
            for passage in nodes[index].passages.indices {
                nodes[index].passages[passage].cuts.removeAll { !fixed.contains($0) }
            }
        }
    }

    /// A threshold slot with a value for each world.
    mutating func threshold(_ value: (WorldValues) -> UInt32) -> Int32 {
        for index in worlds.indices { worlds[index].thresholds.append(value(worlds[index])) }
        return Int32(worlds[0].thresholds.count - 1)
    }

    /// A factor slot with one value for all worlds.
    mutating func factor(_ value: Float) -> Int32 {
        for index in worlds.indices { worlds[index].factors.append(value) }
        return Int32(worlds[0].factors.count - 1)
    }
}
