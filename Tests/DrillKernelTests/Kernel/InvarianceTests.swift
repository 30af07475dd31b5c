import DrillKernel
import KernelSamples
import Testing

/// What must not matter: the range in which a trial is run, the order of nodes, nodes that cannot start, pruning.
@Suite struct InvarianceTests {
    static let graphs: UInt64 = 600

    @Test func aTrialIsTheSameInAnyRange() {
        for seed in 0..<Self.graphs {
            let description = RandomGraphs.graph(seed: seed)
            let simulator = Simulator(graph: CompiledGraph(description), seed: seed)
            let all = description.outcomes(of: simulator, Workspace(for: simulator.graph), trials: 0..<100)
            // A workspace that has seen other trials, other ranges and the other worlds.
            let used = Workspace(for: simulator.graph)
            for world in description.worlds.indices {
                _ = description.outcomes(of: simulator, used, world: world, trials: 7..<50)
            }
            for range in [5..<6, 31..<33, 64..<96, 3..<100, 99..<100] {
                let some = description.outcomes(of: simulator, used, trials: range)
                #expect(some == Array(all[range]), "graph \(seed), trials \(range)")
            }
        }
    }

    @Test func anEmptyRangeRunsNothing() {
        let description = RandomGraphs.graph(seed: 1)
        #expect(description.outcomes(trials: 40..<40, seed: 1).isEmpty)
    }

    @Test func trialsAndSeedsDiffer() {
        var graph = TinyGraph()
        _ = graph.node(after: [graph.entry()]) {
            $0.pace = Lapse(quantile: .exponential(mean: 5), address: Address(entity: 1, purpose: 1))
        }
        let first = graph.description.outcomes(trials: 0..<1000, seed: 1).map { $0.completion[1] }
        let second = graph.description.outcomes(trials: 0..<1000, seed: 2).map { $0.completion[1] }
        #expect(Set(first).count > 990)
        #expect(zip(first, second).count { $0 == $1 } < 10)
    }

    @Test func theOrderOfNodesDoesNotMatter() {
        var moved = 0
        for seed in 0..<Self.graphs {
            let description = RandomGraphs.graph(seed: seed)
            var random = SplitMix(seed: seed ^ 0xABCD)
            let order = random.shuffled(Array(description.nodes.indices))
            if order != order.sorted() { moved += 1 }
            let permuted = description.permuted(order, &random)
            let before = description.outcomes(trials: 0..<40, seed: seed)
            let after = permuted.outcomes(trials: 0..<40, seed: seed)
            for (first, second) in zip(before, after) {
                let isSame =
                    order.map { first.completion[$0] } == second.completion && first.detection == second.detection
                    && first.cut == second.cut && first.ownOutage == second.ownOutage
                    && first.sharedOutage == second.sharedOutage
                if !isSame { Issue.record("graph \(seed)") }
            }
        }
        #expect(moved > 500)
    }

    @Test func whatCannotStartMovesNothing() {
        for seed in 0..<Self.graphs {
            let description = RandomGraphs.graph(seed: seed)
            // Two nodes that wait for each other, and would alert; an organization that nobody attacks.
            var larger = description
            let count = Int32(description.nodes.count)
            for other in [count + 1, count] {
                var node = Node()
                node.parents = [other]
                node.successAddress = Address(entity: 99, purpose: 0)
                node.notices = [.sure(organization: Int32(description.organizations.count))]
                larger.nodes.append(node)
            }
            larger.organizations.append(ResponseOrganization())
            let before = description.outcomes(trials: 0..<40, seed: seed)
            let after = larger.outcomes(trials: 0..<40, seed: seed)
            for (first, second) in zip(before, after) {
                let isSame =
                    second.completion == first.completion + [never, never]
                    && second.detection == first.detection + [never]
                    && second.cut == first.cut && second.ownOutage == first.ownOutage
                if !isSame { Issue.record("graph \(seed)") }
            }
        }
    }

    @Test func pruningKeepsGoalTimes() {
        var dropped = 0
        for seed in 0..<Self.graphs {
            let description = RandomGraphs.graph(seed: seed)
            let goals = [Int32(description.nodes.count - 1), Int32(seed) % Int32(description.nodes.count)]
            let (smaller, original) = description.reduced(to: goals)
            dropped += description.nodes.count - smaller.nodes.count
            #expect(goals.allSatisfy(original.contains))
            let before = description.outcomes(trials: 0..<40, seed: seed)
            let after = smaller.outcomes(trials: 0..<40, seed: seed)
            for (first, second) in zip(before, after) {
                let isSame =
                    original.map { first.completion[Int($0)] } == second.completion
                    && first.detection == second.detection && first.cut == second.cut
                    && first.sharedOutage == second.sharedOutage
                if !isSame { Issue.record("graph \(seed)") }
            }
        }
        #expect(dropped > 300)
    }

    @Test func stoppingEarlyKeepsGoalTimes() {
        for seed in 0..<Self.graphs {
            var description = RandomGraphs.graph(seed: seed)
            description.confineToOneOrganization()
            let goal = description.nodes.count - 1
            let all = description.outcomes(trials: 0..<64, seed: seed)
            let early = description.outcomes(trials: 0..<64, seed: seed, goals: [Int32(goal)])
            #expect(all.map { $0.completion[goal] } == early.map { $0.completion[goal] }, "graph \(seed)")
            #expect(all.map(\.detection) == early.map(\.detection), "graph \(seed)")
        }
    }
}

extension SplitMix {
    mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var result = values
        for index in result.indices.reversed() where index > 0 { result.swapAt(index, int(0...index)) }
        return result
    }
}

extension GraphDescription {
    /// The same problem with nodes in another order: the new node i is the old `order[i]`; parents are shuffled too.
    func permuted(_ order: [Int], _ random: inout SplitMix) -> GraphDescription {
        var place = [Int32](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { place[old] = Int32(new) }
        func moved(_ list: [Int32]) -> [Int32] { list.map { place[Int($0)] } }
        var result = self
        result.nodes = order.map { nodes[$0] }
        for index in result.nodes.indices {
            let parents = moved(result.nodes[index].parents)
            // Which of them lead over which passage is told by their places.
            result.nodes[index].parents = result.nodes[index].passages.isEmpty ? random.shuffled(parents) : parents
        }
        for index in aims.indices {
            for place in aims[index].candidates.indices {
                result.aims[index].candidates[place].nodes = moved(aims[index].candidates[place].nodes)
            }
        }
        for index in interventions.indices {
            if case .completion(let list) = interventions[index].trigger {
                result.interventions[index].trigger = .completion(moved(list))
            }
        }
        for index in repairs.indices {
            result.repairs[index].destroying = moved(repairs[index].destroying)
            result.repairs[index].disrupting = moved(repairs[index].disrupting)
            result.repairs[index].backupLoss = moved(repairs[index].backupLoss)
        }
        return result
    }
}
