import DrillKernel
import KernelSamples
import Testing

/// What only ever goes one way on the same draws, and the one exception: the lost tripwire.
@Suite struct MonotoneTests {
    static let graphs: UInt64 = 4000

    /// What hardening can be in a graph.
    enum Hardening: CaseIterable { case success, modifier, fewerTries, duration, laterStart, fewerWays, moreNeeded }

    @Test(arguments: Hardening.allCases)
    func hardeningNeverHelpsTheAttacker(_ hardening: Hardening) {
        var later = 0
        for seed in 0..<Self.graphs {
            var description = RandomGraphs.graph(seed: seed)
            description.keepAbsoluteCuts()
            // Whoever falls later may be repaired later.
            description.forgetOutages()
            // What a choice is among hangs on the wiring, which no control moves.
            if [.fewerWays, .moreNeeded].contains(hardening) { description.aims = [] }
            var random = SplitMix(seed: seed &* 31)
            var hardened = description
            for _ in 0..<3 { hardened.harden(hardening, node: random.int(0...(description.nodes.count - 1)), &random) }
            let change = Change(from: description, to: hardened, seed: seed)
            #expect(!change.isEarlier, "graph \(seed)")
            later += change.later
        }
        // Otherwise the test would say nothing.
        #expect(later > 3000)
    }

    /// What a better response can be in a graph.
    enum Betterment: CaseIterable { case surer, oneMore, soonerSeen, handOff, containment, decision }

    @Test(arguments: Betterment.allCases)
    func betterResponseNeverHelpsTheAttacker(_ betterment: Betterment) {
        var later = 0
        for seed in 0..<Self.graphs {
            var description = RandomGraphs.graph(seed: seed)
            description.confineToOneOrganization()
            description.forgetOutages()
            var random = SplitMix(seed: seed &* 37)
            var better = description
            better.better(betterment, &random)
            let change = Change(from: description, to: better, seed: seed)
            #expect(!change.isEarlier, "graph \(seed)")
            #expect(!change.isNoticedLater, "graph \(seed)")
            later += change.later
        }
        #expect(later > 50)
    }

    /// Phishing at hour 0, then a noisy scan in hour 2; a quiet way reaches the goal in hour 10. The scan's alert has the
    /// quiet way cut in hour 5. Whoever prevents the phishing alone loses the alarm that would have saved the rest.
    @Test func aLostTripwireIsReal() {
        var withAlarm = Tripwire(phishing: .max).description
        var without = Tripwire(phishing: 0).description
        func reached(_ description: GraphDescription) -> Int {
            description.outcomes(trials: 0..<400, seed: 3).count { $0.completion[Tripwire.goal] < never }
        }
        #expect(reached(withAlarm) == 0)
        #expect(reached(without) == 400)
        let half = reached(Tripwire(phishing: 1 << 31).description)
        // 200 trials expected, standard error 10.
        #expect((160...240).contains(half))
        // Without response the prevention changes nothing: it is the response that reverses.
        withAlarm.keepAbsoluteCuts()
        without.keepAbsoluteCuts()
        #expect(reached(withAlarm) == 400 && reached(without) == 400)
    }
}

/// What a change does to completions and alerts, trial by trial on the same draws.
private struct Change {
    /// Whether any node completes earlier in any trial.
    var isEarlier = false
    var isNoticedLater = false
    /// Completions that come later or not at all.
    var later = 0

    init(from before: GraphDescription, to after: GraphDescription, seed: UInt64) {
        for world in before.worlds.indices {
            let old = before.completionsAndAlerts(world: world, trials: 0..<32, seed: seed)
            let new = after.completionsAndAlerts(world: world, trials: 0..<32, seed: seed)
            for index in old.completions.indices where old.completions[index] != new.completions[index] {
                if new.completions[index] < old.completions[index] { isEarlier = true } else { later += 1 }
            }
            for index in old.alerts.indices where new.alerts[index] > old.alerts[index] { isNoticedLater = true }
        }
    }
}

private struct Tripwire {
    static let goal = 3
    var description: GraphDescription

    init(phishing: UInt32) {
        var graph = TinyGraph()
        let chance = graph.threshold(phishing)
        let group = graph.group(hours: 3)
        let internet = graph.entry()
        let mail = graph.node(after: [internet]) {
            $0.success = chance
            $0.successAddress = Address(entity: 1, purpose: 0)
        }
        _ = graph.node(after: [mail], hours: 2) { $0.notices = [.sure()] }
        _ = graph.node(after: [internet], hours: 10) { $0.cuts = [group] }
        description = graph.description
    }
}

extension GraphDescription {
    fileprivate mutating func harden(
        _ hardening: MonotoneTests.Hardening, node index: Int, _ random: inout SplitMix
    ) {
        let node = nodes[index]
        switch hardening {
        case .success:
            nodes[index].success = threshold { values in
                let old = node.success < 0 ? UInt32.max : values.thresholds[Int(node.success)]
                return old / 4 * 3
            }
        case .modifier: nodes[index].successModifiers.append(Modifier(value: threshold { _ in 3 << 30 }))
        case .fewerTries: nodes[index].tries = max(1, node.tries / 2)
        case .duration:
            if node.pace.quantile == .constant(.infinity) { return }
            nodes[index].pace.modifiers.append(Modifier(value: factor(random.pick([1, 1.25, 3, 1000]))))
        case .laterStart:
            clocks.append(Clock(otherwise: random.pick([0.5, 2, 24])))
            if node.starts < 0 { nodes[index].starts = Int32(clocks.count - 1) }
        case .fewerWays:
            guard node.gate == .any, node.parents.count > 1 else { return }
            if node.passages.isEmpty {
                nodes[index].parents.remove(at: random.int(0...(node.parents.count - 1)))
            } else {
                nodes[index].passages[random.int(0...(node.passages.count - 1))].chance = threshold { _ in 0 }
            }
        case .moreNeeded:
            guard node.passages.isEmpty else { return }
            switch node.gate {
            // A node that needs nothing starts at 0 whatever its gate.
            case .any where !node.parents.isEmpty: nodes[index].gate = .vote(2)
            case .vote(let k) where !node.parents.isEmpty: nodes[index].gate = .vote(k + 1)
            default: break
            }
        }
    }

    private func followsDetection(_ intervention: Int) -> Bool {
        switch interventions[intervention].trigger {
        case .detection: true
        case .intervention(let other): followsDetection(Int(other))
        case .at, .completion: false
        }
    }

    fileprivate mutating func better(_ betterment: MonotoneTests.Betterment, _ random: inout SplitMix) {
        let half = factor(0.5)
        func shorten(_ span: inout Lapse) {
            if span.quantile != .constant(.infinity) { span.modifiers.append(Modifier(value: half)) }
        }
        switch betterment {
        case .surer:
            let hazard = factor(0.3)
            for node in nodes.indices {
                for notice in nodes[node].notices.indices {
                    switch nodes[node].notices[notice].chance {
                    case .hazard(let parts):
                        nodes[node].notices[notice].chance = .hazard(parts + [Modifier(value: hazard)])
                    case .threshold(let slot) where slot >= 0:
                        let surer = threshold { max($0.thresholds[Int(slot)], 1 << 31) }
                        nodes[node].notices[notice].chance = .threshold(surer)
                    case .threshold: break
                    }
                }
            }
        case .oneMore:
            for node in nodes.indices where nodes[node].portion == 1 && random.chance(0.3) {
                var notice = Notice.sure(random.pick([.tryStart, .tryEnd, .completion]), delay: 1)
                notice.chance = .threshold(threshold { _ in 1 << 31 })
                notice.address = Address(entity: random.next(), purpose: 9)
                nodes[node].notices.append(notice)
            }
        case .soonerSeen:
            for node in nodes.indices {
                for notice in nodes[node].notices.indices { shorten(&nodes[node].notices[notice].delay) }
            }
        case .handOff: for index in organizations[0].chain.indices { shorten(&organizations[0].chain[index]) }
        case .containment: for index in groups.indices { shorten(&groups[index].span) }
        case .decision:
            // Sooner without being asked would be prevention, and could lose a tripwire.
            for index in interventions.indices where followsDetection(index) {
                for wait in interventions[index].waits.indices { shorten(&interventions[index].waits[wait]) }
            }
        }
    }
}
