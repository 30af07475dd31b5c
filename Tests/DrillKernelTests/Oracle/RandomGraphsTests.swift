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

    /// A rule acts in a graph if without it one of its first trials comes out otherwise.
    @Test(arguments: Rule.allCases)
    func everyRuleActs(_ rule: Rule) {
        let count = (0..<UInt64(400)).count { seed in
            let graph = RandomGraphs.graph(seed: seed)
            let without = graph.without(rule)
            return (0..<8).contains { trial in
                func outcome(_ graph: GraphDescription) -> OracleOutcome {
                    var outcome = Oracle().trial(world: 0, trial: trial, seed: seed, description: graph)
                    // Gates may have been added behind the nodes.
                    outcome.completion = Array(outcome.completion.prefix(graph.nodes.count))
                    outcome.part = []
                    return outcome
                }
                if rule == .exposure {
                    return Oracle().trial(world: 0, trial: trial, seed: seed, description: graph).part.contains {
                        $0 > 0 && $0 < 1
                    }
                }
                let (with, other) = (outcome(graph), outcome(without))
                return with.completion != Array(other.completion.prefix(graph.nodes.count))
                    || with.alert != other.alert || with.cut != other.cut || with.ownOutage != other.ownOutage
            }
        }
        #expect(count >= 20, "\(rule): in \(count) of 400 graphs")
    }

    /// What the model's third version has brought.
    enum Rule: CaseIterable {
        case sight, aim, closedWay, knock, cutOff, exposure, decisionNeedsAlarm, crews, needs, dated, outageTold
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

    fileprivate func changed(_ change: (inout GraphDescription) -> Void) -> GraphDescription {
        var graph = self
        change(&graph)
        return graph
    }

    fileprivate func without(_ rule: RandomGraphsTests.Rule) -> GraphDescription {
        changed { graph in
            switch rule {
            case .sight: graph.seeAll()
            case .aim: graph.aims = []
            case .closedWay: graph.openPassages()
            case .knock: graph.silencePassages()
            case .cutOff: graph.changePassages { $0.cuts = [] }
            case .exposure: break
            case .decisionNeedsAlarm:
                for index in graph.interventions.indices { graph.interventions[index].alarmed = -1 }
            case .crews: for index in graph.organizations.indices { graph.organizations[index].crews = 1 }
            case .dated: for index in graph.calendars.indices { graph.calendars[index].dated = nil }
            case .outageTold: graph.forgetOutages()
            case .needs: for index in graph.repairs.indices { graph.repairs[index].needs = [] }
            }
        }
    }

    private mutating func changePassages(_ change: (inout Passage) -> Void) {
        for node in nodes.indices {
            for passage in nodes[node].passages.indices { change(&nodes[node].passages[passage]) }
        }
    }

    private mutating func openPassages() {
        changePassages {
            $0.chance = -1
            $0.modifiers = []
        }
    }

    /// Nobody knocks: a closed passage is none, as behind a gate that only lets through what is open.
    private mutating func silencePassages() {
        for node in nodes.indices {
            var place = nodes[node].parents.count - nodes[node].passages.reduce(0) { $0 + Int($1.parents) }
            for passage in nodes[node].passages {
                var gate = Node()
                gate.parents = Array(nodes[node].parents[place..<place + Int(passage.parents)])
                gate.success = passage.chance
                gate.successModifiers = passage.modifiers
                gate.successAddress = passage.address
                nodes.append(gate)
                for _ in 0..<passage.parents {
                    nodes[node].parents[place] = Int32(nodes.count - 1)
                    place += 1
                }
            }
        }
        openPassages()
    }

    private mutating func seeAll() {
        for node in nodes.indices {
            for notice in nodes[node].notices.indices {
                guard case .hazard(var parts) = nodes[node].notices[notice].chance else { continue }
                for part in parts.indices { parts[part].sight = .always }
                nodes[node].notices[notice].chance = .hazard(parts)
            }
        }
    }
}
