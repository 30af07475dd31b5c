package import DrillKernel

/// Small random graphs that use every feature of `GraphDescription`, ties included.
///
/// A seed alone decides the graph. All indices are in range, all times and factors at least 0; what the rules leave
/// undefined (an infinite span with factors, a zero span times infinity) does not occur.
package struct RandomGraphs {
    private var random: SplitMix
    /// Of its own for hours by date, so that everything else is as it would be without.
    private var dates: SplitMix
    private var graph = GraphDescription()
    /// How often a time is a small whole number, so that things happen at the same time.
    private let ties: Double
    /// How often a parent is any node instead of an earlier one.
    private let cycles: Double
    /// How often a chance of success is high, so that attacks get deep into the graph.
    private let success: Double

    package static func graph(seed: UInt64) -> GraphDescription {
        var graphs = RandomGraphs(seed: seed)
        graphs.build()
        return graphs.graph
    }

    private init(seed: UInt64) {
        random = SplitMix(seed: seed)
        dates = SplitMix(seed: seed ^ 0x00DA_7E00)
        ties = random.pick([0, 0.5, 0.9, 1])
        cycles = random.pick([0, 0.2, 0.6])
        success = random.pick([0.4, 0.7, 0.95])
    }

    private mutating func build() {
        graph.horizon = random.pick([.infinity, .infinity, 0, 6, 24, 168, 1000])
        graph.worlds = Array(repeating: WorldValues(), count: random.int(1...3))
        for _ in 0..<random.int(0...4) { graph.presences.append(Presence(address: address())) }
        for _ in 0..<random.int(1...3) { graph.calendars.append(calendar()) }
        let organizations = random.int(1...4)
        let groups = random.int(0...6)
        let interventions = random.int(0...4)
        let nodes = random.int(2...25)
        for _ in 0..<random.int(0...5) { graph.clocks.append(clock()) }
        for _ in 0..<organizations { graph.organizations.append(organization()) }
        for _ in 0..<groups {
            graph.groups.append(ContainmentGroup(organization: anyOrganization(), span: span(neverPossible: true)))
        }
        for index in 0..<interventions { graph.interventions.append(intervention(index, nodes: nodes)) }
        for index in 0..<nodes { graph.nodes.append(node(index, of: nodes)) }
        let owners = (0..<random.int(0...7)).map { _ in anyOrganization() }
        for index in owners.indices { graph.repairs.append(repair(index, owners)) }
        if random.chance(0.7) { aim() }
        if !graph.repairs.isEmpty { tellOfOutages() }
    }
}

// MARK: - Nodes

extension RandomGraphs {
    private mutating func node(_ index: Int, of count: Int) -> Node {
        var node = Node()
        if random.chance(index == 0 ? 0.9 : 0.08) {
            node.gate = .entry
        } else {
            let parents = random.chance(0.05) ? 0 : random.int(1...4)
            for _ in 0..<parents {
                let loose = index == 0 || random.chance(cycles)
                node.parents.append(Int32(random.int(loose ? 0...(count - 1) : 0...(index - 1))))
            }
            node.gate = random.pick([
                .any, .any, .any, .all, .all, .vote(random.int(1...max(1, parents))),
                .vote(random.int(1...(parents + 1))),
            ])
        }
        if !random.chance(0.15) { work(&node) }  // otherwise a pure gate
        if random.chance(0.2) { node.starts = anyClock() }
        if random.chance(0.3) { node.closes = anyClock() }
        if graph.cutCount > 0 && random.chance(0.7) {
            for _ in 0..<random.int(1...3) { node.cuts.append(Int32(random.int(0...(graph.cutCount - 1)))) }
        }
        if node.gate == .any && random.chance(0.7) { lay(&node) }
        if node.gate != .entry && random.chance(0.2) { node.isMeasured = true }
        if node.gate != .entry && random.chance(0.1) {
            node.portion = random.pick([0, 0, 0.25, 0.5])
            return node
        }
        for _ in 0..<random.pick([0, 0, 0, 1, 1, 2, 3]) { node.notices.append(notice()) }
        return node
    }

    /// Ways from some or all of the node's parents.
    private mutating func lay(_ node: inout Node) {
        var left = node.parents.count - random.pick([0, 0, 1])
        while left > 0 {
            let count = random.int(1...left)
            left -= count
            var passage = Passage(parents: Int32(count))
            if random.chance(0.6) { passage.chance = chance(high: 0.5) }
            while random.chance(0.25) { passage.modifiers.append(modifier(chance(high: 0.8))) }
            passage.address = address()
            if graph.cutCount > 0 && random.chance(0.8) {
                for _ in 0..<random.int(1...2) { passage.cuts.append(Int32(random.int(0...(graph.cutCount - 1)))) }
            }
            node.passages.append(passage)
        }
    }

    /// Some choices among nodes that do not hang on themselves.
    private mutating func aim() {
        var free = graph.nodes.indices.map(Int32.init)
        for _ in 0..<random.int(2...8) {
            var candidates: [Aim.Candidate] = []
            for _ in 0..<random.int(2...3) {
                let nodes = (0..<random.pick([1, 1, 2])).compactMap { _ in
                    free.isEmpty ? nil : free.remove(at: random.int(0...(free.count - 1)))
                }
                if nodes.isEmpty { continue }
                graph.presences.append(Presence(address: address()))
                candidates.append(
                    Aim.Candidate(
                        key: Int32(graph.presences.count - 1), weight: random.pick([1, 1, 1, 0.5, 3, 250]),
                        nodes: nodes))
            }
            if candidates.isEmpty { continue }
            graph.aims.append(Aim(candidates: candidates, count: random.pick([1, 1, 1, 2])))
            if graph.circularAim != nil {
                graph.aims.removeLast()
                free += candidates.flatMap(\.nodes)
            }
        }
        if random.chance(0.2) { graph.nodes[random.int(0...(graph.nodes.count - 1))].isOthersMatter = true }
        // What never completes meets no requirement.
        if random.chance(0.3) {
            graph.nodes[random.int(0...(graph.nodes.count - 1))].success = threshold { _ in 0 }
        }
    }

    /// Nodes that tell of outages, and gates over some of them and some of all.
    private mutating func tellOfOutages() {
        let early = graph.nodes.count
        for _ in 0..<random.int(0...3) {
            var node = Node()
            node.outage = Int32(random.int(0...(graph.repairs.count - 1)))
            graph.nodes.append(node)
        }
        guard graph.nodes.count > early else { return }
        for _ in 0..<random.int(0...3) {
            var gate = Node()
            gate.parents = [Int32(random.int(early...(graph.nodes.count - 1)))]
            gate.parents += someNodes(0...3)
            gate.gate = random.pick([.any, .all, .vote(random.int(1...3))])
            graph.nodes.append(gate)
        }
    }

    private mutating func work(_ node: inout Node) {
        node.tries = random.pick([1, 1, 1, 2, 3, 5, 20, 200])
        if random.chance(0.8) { node.success = chance(high: success) }
        if random.chance(0.08) {
            // So small that 32 binary digits leave too few. The oracle goes try by try, so the tries stay few here;
            // millions of them are held against the closed form in `PublishedCaseTests` and `NumberTests`.
            node.success = threshold { UInt32($0.int(0...Int(Int32.max))) }
            node.successShift = Node.smallShift
            node.tries = random.pick([1, 200, 2_000])
        }
        while random.chance(0.25) { node.successModifiers.append(modifier(chance(high: 0.8))) }
        node.successAddress = address()
        // A way that is only guarded takes no time.
        if random.chance(0.85) { node.pace = span(neverPossible: true, worksByCalendar: false) }
    }

    private mutating func notice() -> Notice {
        var notice = Notice()
        notice.channel = Int32(random.int(0...3))
        notice.organization = anyOrganization()
        notice.moment = random.pick([.tryStart, .tryEnd, .tryEnd, .completion])
        if random.chance(0.5) {
            notice.chance = .threshold(random.chance(0.2) ? -1 : chance(high: 0.3))
        } else {
            var parts: [Modifier] = []
            for _ in 0..<random.int(0...3) { parts.append(modifier(hazard())) }
            for part in parts.indices where random.chance(0.4) { parts[part].sight = condition() }
            notice.chance = .hazard(parts)
        }
        notice.address = address()
        notice.delay = span(neverPossible: true)
        if random.chance(0.2) { notice.notBefore = anyClock() }
        return notice
    }

    private mutating func clock() -> Clock {
        var clock = Clock()
        clock.offset = random.pick([0, 0, 1, 2, 10, 24, -5])
        clock.otherwise = random.pick([.infinity, .infinity, 0, 3])
        for _ in 0..<random.int(0...3) {
            clock.alternatives.append(
                .init(when: condition(), span: span(neverPossible: true, worksByCalendar: false)))
        }
        return clock
    }
}

// MARK: - Response

extension RandomGraphs {
    private mutating func organization() -> ResponseOrganization {
        var organization = ResponseOrganization()
        for _ in 0..<random.int(0...3) { organization.chain.append(span()) }
        organization.phase = random.pick([0, 0, 8, 50.5, 130, 167.75])
        if random.chance(0.3) { organization.phaseAddress = address() }
        organization.crews = random.pick([1, 1, 2, 3])
        return organization
    }

    private mutating func intervention(_ index: Int, nodes: Int) -> Intervention {
        var some: [Int32] = []
        for _ in 0..<random.int(0...3) { some.append(Int32(random.int(0...(nodes - 1)))) }
        let triggers: [Intervention.Trigger] = [
            .at(random.pick([0, 1, 2, 10, 100.25])),
            .completion(some),
            .detection(anyOrganization()),
            index > 0 ? .intervention(Int32(random.int(0...(index - 1)))) : .at(3),
        ]
        var waits: [Lapse] = []
        for _ in 0..<random.int(0...2) { waits.append(span(neverPossible: true)) }
        var intervention = Intervention(
            trigger: random.pick(triggers), organization: anyOrganization(), waits: waits)
        if random.chance(0.3) { intervention.alarmed = anyOrganization() }
        for _ in 0..<random.pick([0, 0, 1]) { intervention.deciding.append(span(neverPossible: true)) }
        return intervention
    }

    private mutating func repair(_ index: Int, _ owners: [Int32]) -> RepairItem {
        var item = RepairItem()
        item.organization = owners[index]
        if !graph.groups.isEmpty && random.chance(0.6) { item.group = Int32(random.int(0...(graph.groups.count - 1))) }
        if !graph.interventions.isEmpty && random.chance(0.4) {
            item.release = Int32(random.int(0...(graph.interventions.count - 1)))
        }
        item.destroying = someNodes(0...3)
        item.disrupting = someNodes(0...3)
        item.backupLoss = someNodes(0...2)
        item.restore = span()
        item.rebuild = span()
        item.rebuild.address = item.restore.address
        for _ in 0..<random.pick([0, 1, 2, 3, 4]) {
            let other = random.int(0...(owners.count - 1))
            // What is needed at home is repaired before.
            if owners[other] == owners[index] && other >= index { continue }
            item.needs.append(RepairItem.Need(item: Int32(other), grace: random.pick([0, 0, 1, 12])))
        }
        return item
    }

    private mutating func calendar() -> Calendar {
        let opens = random.pick([Float(0), 6, 8, 8.5, 9.25])
        var calendar = Calendar(
            days: random.int(1...7), opens: opens, closes: opens + random.pick([0.75, 8, 9.5, 14.75]))
        if dates.chance(0.4) { calendar.dated = openHours() }
        return calendar
    }

    /// A few stretches from about zero hour on, so that waits end in the first, the last and after it.
    private mutating func openHours() -> OpenHours {
        var end = dates.pick([Float(0), -3, 5])
        let stretches = (0..<dates.int(1...8)).map { _ -> ClosedRange<Float> in
            let start = end + dates.pick([0.25, 1, 16, 63])
            end = start + dates.pick([0.5, 7.25, 8])
            return start...end
        }
        return OpenHours(stretches, phase: dates.pick([0, 100.5, 167]))
    }
}

// MARK: - Times and chances

extension RandomGraphs {
    /// - Parameter neverPossible: now and then infinite.
    /// - Parameter worksByCalendar: paces and clocks have no calendar.
    private mutating func span(neverPossible: Bool = false, worksByCalendar: Bool = true) -> Lapse {
        var span = Lapse()
        span.address = address()
        if worksByCalendar && random.chance(0.3) { span.calendar = Int32(random.int(0...(graph.calendars.count - 1))) }
        if neverPossible && random.chance(0.02) {
            span.quantile = .constant(.infinity)
            return span
        }
        span.quantile = random.chance(ties) ? .constant(random.pick([0, 0, 0, 0, 1, 1, 2, 3, 8, 24])) : quantile()
        while random.chance(0.2) { span.modifiers.append(modifier(factor())) }
        return span
    }

    private mutating func quantile() -> QuantileFunction {
        let scale = random.pick([Float(0.1), 1, 1, 10, 10, 100, random.chance(0.1) ? 1e12 : 1e4])
        switch random.int(0...6) {
        case 0: return .constant(scale * random.float())
        case 1: return .exponential(mean: scale * random.float())
        case 2: return .lognormal(mu: random.float() * 5 - 1, sigma: random.pick([0, 0.5, 1, 3]))
        case 3: return .uniform(low: scale * random.pick([0, 0, 1]), width: scale * random.pick([0, 0.5, 1]))
        case 4:
            let middle = random.pick([Float(0), 0.25, 0.5, 1])
            let values = [random.float(), 1, 1 + random.float()].map { scale * $0 }
            return .knots(zip([0, middle, 1], values).map { QuantileKnot(p: $0, value: $1) })
        default:
            var values = [random.chance(0.3) ? 0 : scale * random.float()]
            for _ in 0..<random.pick([1, 2, 3, 16, 32]) {
                values.append(values.last! + scale * random.pick([0, 0.25, 1]))
            }
            return .table(QuantileTable(coordinate: random.pick([.uniform, .exponential, .normal]), values: values))
        }
    }

    private mutating func condition() -> Condition {
        if graph.presences.isEmpty || random.chance(0.25) { return .always }
        let low = random.pick([UInt32(0), 0, 1 << 30, 3 << 30])
        // Empty where low > last.
        let last = random.pick([UInt32.max, .max, 1 << 30, 1 << 31, 3 << 30])
        return Condition(
            presence: Int32(random.int(0...(graph.presences.count - 1))), low: threshold { _ in low },
            last: threshold { $0.chance(0.8) ? last : UInt32($0.int(0...Int(UInt32.max))) })
    }

    private mutating func modifier(_ value: Int32) -> Modifier { Modifier(when: condition(), value: value) }

    /// A threshold slot for a chance.
    private mutating func chance(high: Double) -> Int32 {
        threshold { random in
            if random.chance(0.05) {
                return random.pick([0, 1, 300, 1 << 20, (1 << 24) - 1, 1 << 24, 1 << 31, .max - 1, .max])
            }
            let bound = UInt32(0.7 * 0x1p32)
            return random.chance(high)
                ? UInt32(random.int(Int(bound)...Int(UInt32.max))) : UInt32(random.int(0...Int(bound)))
        }
    }

    private mutating func threshold(_ value: (inout SplitMix) -> UInt32) -> Int32 {
        for world in graph.worlds.indices { graph.worlds[world].thresholds.append(value(&random)) }
        return Int32(graph.worlds[0].thresholds.count - 1)
    }

    /// A factor slot for a factor on times.
    private mutating func factor() -> Int32 {
        let usual = random.pick([Float(0), 0.5, 1, 2, 2, 0.3])
        return slot { $0.chance(0.7) ? usual : usual * $0.float() }
    }

    /// A factor slot for a hazard.
    private mutating func hazard() -> Int32 { slot { $0.pick([0, 0.05, 0.3, 0.3, 2, .infinity]) } }

    private mutating func slot(_ value: (inout SplitMix) -> Float) -> Int32 {
        for world in graph.worlds.indices { graph.worlds[world].factors.append(value(&random)) }
        return Int32(graph.worlds[0].factors.count - 1)
    }

    /// Mostly an address of its own, now and then one that others use too: drawn once, used by several.
    private mutating func address() -> Address {
        Address(entity: random.chance(0.1) ? 7 : random.next(), purpose: UInt32(random.int(0...5)))
    }

    // MARK: Indices

    private mutating func anyOrganization() -> Int32 { Int32(random.int(0...(graph.organizations.count - 1))) }

    private mutating func anyClock() -> Int32 {
        graph.clocks.isEmpty ? -1 : Int32(random.int(0...(graph.clocks.count - 1)))
    }

    private mutating func someNodes(_ count: ClosedRange<Int>) -> [Int32] {
        var nodes: [Int32] = []
        for _ in 0..<random.int(count) { nodes.append(Int32(random.int(0...(graph.nodes.count - 1)))) }
        return nodes
    }
}
