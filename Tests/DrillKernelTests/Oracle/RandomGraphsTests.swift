import DrillKernel
import KernelSamples
import Testing

/// The oracle on random graphs, and what these graphs make happen.
@Suite struct RandomGraphsTests {
    @Test func theOrderOfEqualEventsDoesNotMatter() {
        for seed in 0..<UInt64(2000) {
            let graph = RandomGraphs.graph(seed: seed)
            let expected = Oracle().trial(world: 0, trial: 5, seed: seed, description: graph)
            for salt in [UInt64(1), 2, 0xFFFF_0000_FFFF] {
                let other = Oracle(salt: salt).trial(world: 0, trial: 5, seed: seed, description: graph)
                #expect(other == expected, "graph \(seed), salt \(salt)")
            }
        }
    }

    @Test func aSeedAloneDecidesTheGraph() {
        for seed in 0..<UInt64(50) {
            #expect(
                String(describing: RandomGraphs.graph(seed: seed)) == String(describing: RandomGraphs.graph(seed: seed))
            )
        }
    }

    /// A generator whose attacks all fizzle out would make every comparison pass.
    @Test func somethingHappens() {
        var seen: [String: Int] = [:]
        for seed in 0..<UInt64(2000) {
            let graph = RandomGraphs.graph(seed: seed)
            let outcome = Oracle().trial(world: 0, trial: 0, seed: seed, description: graph)
            let uncut = Oracle().trial(world: 0, trial: 0, seed: seed, description: graph.uncut)
            let unclosed = Oracle().trial(world: 0, trial: 0, seed: seed, description: graph.unclosed)
            let steps = graph.nodes.indices.filter { graph.nodes[$0].gate != .entry }
            let completed = steps.filter { outcome.completion[$0] < never }
            let times = completed.map { outcome.completion[$0] }.filter { $0 > 0 }
            let alerts = outcome.alert.filter { $0 < never }
            let happened = [
                "half of the nodes complete": completed.count * 2 > steps.count,
                "five nodes complete": completed.count >= 5,
                "equal times": Set(times).count < times.count,
                "a node alerts at its completion's time": !Set(times).isDisjoint(with: alerts),
                "a cut at a completion's time": !Set(times).isDisjoint(with: outcome.cut),
                "a cut stops a completion": outcome.completion != uncut.completion,
                "a cut stops an alert": outcome.alert != uncut.alert,
                "a cut delays a detection": outcome.detection != uncut.detection,
                "a closing time matters": outcome.completion != unclosed.completion,
                "two organizations detect": outcome.detection.count { $0 < never } >= 2,
                "an item is repaired": outcome.ownOutage.contains { $0.to < never },
                "an item is never repaired": outcome.ownOutage.contains { $0.from < never && $0.to == never },
                "an outage is shared": outcome.ownOutage != outcome.sharedOutage,
            ]
            for (what, holds) in happened where holds { seen[what, default: 0] += 1 }
            for what in happened.keys where seen[what] == nil { seen[what] = 0 }
        }
        for (what, count) in seen { #expect(count >= 50, "\(what): \(count) of 2000 graphs") }
    }
}

extension GraphDescription {
    fileprivate var uncut: GraphDescription {
        var graph = self
        for index in nodes.indices { graph.nodes[index].cuts = [] }
        return graph
    }

    fileprivate var unclosed: GraphDescription {
        var graph = self
        for index in nodes.indices { graph.nodes[index].closes = -1 }
        return graph
    }
}
