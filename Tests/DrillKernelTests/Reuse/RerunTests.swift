import DrillKernel
import KernelSamples
import Testing

/// What a rerun copies or leaves out changes no bit: it gives what the changed graph gives alone.
@Suite struct RerunTests {
    static let graphs: UInt64 = 500

    /// What can be changed in a graph.
    enum Edit: CaseIterable {
        case nothing, success, condition, pace, notice, chain, repair, clock, wiring, lateWiring, otherOutage,
            oneMoreNode
    }

    @Test(arguments: Edit.allCases)
    func rerunsAgreeWithPlainRuns(_ edit: Edit) {
        var left = 0
        var differing = 0
        var aligned = 0
        for seed in 0..<Self.graphs {
            let description = RandomGraphs.graph(seed: seed)
            var random = SplitMix(seed: seed &* 41 &+ 5)
            var changed = description
            changed.edit(edit, &random)
            let pair = Pair(description, changed, seed: seed)
            if pair.isAligned { aligned += 1 }
            for world in description.worlds.indices {
                pair.compare(world: world, trials: 0..<70) { isLeft, isDifferent in
                    if isLeft { left += 1 }
                    if isDifferent { differing += 1 }
                }
            }
        }
        switch edit {
        case .nothing:
            #expect(differing == 0)
            #expect(left > 2000, "a graph that is not changed is never run again")
        case .success, .pace, .notice:
            #expect(differing > 150)
            #expect(left > 100)
            #expect(aligned > 350)
        case .condition: #expect(differing > 50)
        case .chain, .repair, .clock, .wiring, .lateWiring, .otherOutage: #expect(differing > 20)
        case .oneMoreNode: #expect(aligned == 0)
        }
    }

    /// A graph, the changed one, and room for both.
    private struct Pair {
        let before: GraphDescription
        let after: GraphDescription
        let base: Simulator
        let changed: Simulator
        let sharing: DrawSharing
        let baseRoom: Workspace
        let changedRoom: Workspace
        let plainRoom: Workspace

        var isAligned: Bool { sharing.isAligned }

        init(_ before: GraphDescription, _ after: GraphDescription, seed: UInt64) {
            self.before = before
            self.after = after
            base = Simulator(graph: CompiledGraph(before), seed: seed)
            changed = Simulator(graph: CompiledGraph(after), seed: seed)
            sharing = DrawIndex(base.graph).sharing(with: changed.graph)
            baseRoom = Workspace(forAnyOf: [base.graph])
            changedRoom = Workspace(forAnyOf: [base.graph, changed.graph])
            plainRoom = Workspace(for: changed.graph)
        }

        /// Tells for each batch whether it was left out, and whether it differs from the base at all.
        func compare(world: Int, trials: Range<Int>, tell: (Bool, Bool) -> Void) {
            base.run(world: world, trials: trials, workspace: baseRoom) { old in
                let first = max(trials.lowerBound, old.firstTrial)
                let end = min(trials.upperBound, old.firstTrial + Simulator.batchSize)
                let plain = after.outcomes(of: changed, plainRoom, world: world, trials: first..<end)
                let stale = outcomes(old, before)
                var again: [OracleOutcome] = []
                let mayDiffer = changed.rerun(old, world: world, sharing: Shared(sharing), workspace: changedRoom) {
                    new in
                    again = outcomes(new, after)
                }
                if mayDiffer {
                    #expect(again == plain)
                } else {
                    #expect(stale == plain, "left out, and yet it differs")
                }
                tell(!mayDiffer, stale != plain)
            }
        }

        private func outcomes(_ batch: Batch, _ description: GraphDescription) -> [OracleOutcome] {
            (0..<Simulator.batchSize).filter { batch.active >> UInt32($0) & 1 == 1 }.map {
                OracleOutcome(batch, trial: $0, description: description)
            }
        }
    }
}

extension GraphDescription {
    fileprivate mutating func edit(_ edit: RerunTests.Edit, _ random: inout SplitMix) {
        let index = earlyNode(random.int(0...(nodes.count - 1)))
        switch edit {
        case .nothing: break
        case .success:
            let old = nodes[index].success
            nodes[index].success = threshold { ($0.thresholds.isEmpty || old < 0 ? .max : $0.thresholds[Int(old)]) / 2 }
        case .condition:
            guard !presences.isEmpty else { return }
            let when = Condition(presence: 0, low: threshold { _ in 0 }, last: threshold { _ in 1 << 30 })
            nodes[index].successModifiers.append(Modifier(when: when, value: threshold { _ in 1 << 31 }))
        case .pace:
            if nodes[index].pace.quantile == .constant(.infinity) { return }
            nodes[index].pace.modifiers.append(Modifier(value: factor(random.pick([0.5, 3]))))
        case .notice:
            for node in nodes.indices {
                for notice in nodes[node].notices.indices where random.chance(0.5) {
                    nodes[node].notices[notice].chance = .threshold(threshold { _ in 1 << 31 })
                }
            }
        case .chain:
            for organization in organizations.indices {
                for hand in organizations[organization].chain.indices {
                    organizations[organization].chain[hand].quantile = .constant(1)
                    organizations[organization].chain[hand].modifiers = []
                }
            }
        case .repair:
            for item in repairs.indices {
                repairs[item].restore = Lapse(quantile: .constant(2))
            }
        case .clock:
            for clock in clocks.indices { clocks[clock].offset += 1 }
        case .wiring:
            guard nodes[index].parents.count > 1 else { return }
            if nodes[index].passages.isEmpty { nodes[index].parents.removeLast() }
            if nodes[index].passages.contains(where: { $0.parents > 1 }) { return }
            if !nodes[index].passages.isEmpty {
                nodes[index].parents.removeLast()
                nodes[index].passages.removeLast()
            }
        case .lateWiring:
            for node in nodes.indices where isLate[node] && nodes[node].parents.count > 1 {
                nodes[node].parents.removeLast()
            }
        case .otherOutage:
            for node in nodes.indices where nodes[node].outage >= 0 {
                nodes[node].outage = Int32(random.int(0...(repairs.count - 1)))
            }
        case .oneMoreNode:
            var node = Node()
            node.gate = .any
            node.parents = [Int32(index)]
            nodes.append(node)
        }
    }
}
