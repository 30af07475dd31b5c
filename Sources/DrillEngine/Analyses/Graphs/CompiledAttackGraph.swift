package import DrillKernel
package import Scenarios

/// An attack graph as the kernel takes it; node indices are those of the document.
package struct CompiledAttackGraph {
    package var description: GraphDescription
    /// Indices of `goal` and `goals`, in this order.
    package var goals: [Int32]

    /// Builds the description of a validated document.
    ///
    /// - Throws: `CompileError` where two ids share a 64-bit hash.
    package init(_ graph: AttackGraph) throws(CompileError) {
        description = GraphDescription()
        let index = Dictionary(graph.nodes.enumerated().map { ($1.id, Int32($0)) }) { first, _ in first }
        goals = graph.goals.compactMap { index[$0] }
        try Self.refuseCollisions(graph.nodes.map(\.id) + graph.defences.map { "defence \($0.id)" })
        var builder = AttackGraphBuilder(graph: graph, index: index)
        builder.build()
        description = builder.description
    }

    private static func refuseCollisions(_ names: [String]) throws(CompileError) {
        var seen: [UInt64: String] = [:]
        for name in names {
            if let other = seen.updateValue(name, forKey: EntityHash.of(name)), other != name {
                throw .sameAddress("\(other) and \(name)")
            }
        }
    }
}

private struct AttackGraphBuilder {
    let graph: AttackGraph
    let index: [String: Int32]
    var description = GraphDescription()
    private var values = WorldValues()
    private var organizations: [String] = []
    private var groups: [[String]: Int32] = [:]
    private var defences: [String: Modifier] = [:]

    init(graph: AttackGraph, index: [String: Int32]) {
        self.graph = graph
        self.index = index
    }

    mutating func build() {
        if let horizon = graph.horizon { description.horizon = Float(horizon.hours(in: graph.timeUnit)) }
        values.thresholds = [0]
        addResponses()
        for defence in graph.defences {
            let presence = Int32(description.presences.count)
            let entity = EntityHash.of("defence \(defence.id)")
            description.presences.append(Presence(address: Address(entity, .presence)))
            let end = FixedPoint.threshold(defence.probability)
            let low = threshold(end == 0 ? 1 : 0)
            let last = threshold(end == .max ? .max : end == 0 ? 0 : end - 1)
            // Where the defence is on, nothing that names it succeeds: the factor is slot 0, which holds 0.
            defences[defence.id] = Modifier(when: Condition(presence: presence, low: low, last: last), value: 0)
        }
        for node in graph.nodes { description.nodes.append(compile(node)) }
        description.worlds = [values]
    }

    private mutating func threshold(_ value: UInt32) -> Int32 {
        values.thresholds.append(value)
        return Int32(values.thresholds.count - 1)
    }

    private mutating func addResponses() {
        // Without responses alerts still count; they belong to an organization that does nothing.
        organizations = graph.responses.isEmpty ? [""] : graph.responses.keys.sorted()
        for (number, name) in organizations.enumerated() {
            var entry = ResponseOrganization()
            if let response = graph.responses[name] {
                let entity = EntityHash.of("response \(name)")
                entry.chain = [span(response.triage, Address(entity, .handOff))]
                for (group, containment) in response.containment.sorted(by: { $0.key < $1.key }) {
                    let entity = EntityHash.of("containment \(name)", group)
                    groups[[name, group]] = Int32(description.groups.count)
                    description.groups.append(
                        ContainmentGroup(
                            organization: Int32(number), span: span(containment, Address(entity, .containment))))
                }
            }
            description.organizations.append(entry)
        }
    }

    private func span(_ distribution: Distribution, _ address: Address) -> Lapse {
        Lapse(quantile: distribution.quantile(unit: graph.timeUnit), address: address)
    }

    private mutating func compile(_ node: GraphNode) -> Node {
        let entity = EntityHash.of(node.id)
        var result = Node()
        switch node.type {
        case .entry: result.gate = .entry
        case .or: result.gate = .any
        case .and: result.gate = .all
        case .vote: result.gate = .vote(node.k ?? 1)
        }
        result.parents = node.parents.compactMap { index[$0] }
        result.tries = Int32(node.attempts)
        result.successShift = FixedPoint.shift(upTo: node.probability)
        let chance = FixedPoint.threshold(node.probability, shift: result.successShift)
        if chance != .max { result.success = threshold(chance) }
        result.successModifiers = node.blockedBy.compactMap { defences[$0] }
        result.successAddress = Address(entity, .success)
        result.pace = span(node.timeToCompromise, Address(entity, .pace))
        if let starts = node.starts {
            result.starts = clock(Clock(offset: Float(starts.hours(in: graph.timeUnit)), otherwise: 0))
        }
        if let closes = node.closes {
            let span = span(closes, Address(entity, .closing))
            result.closes = clock(Clock(alternatives: [.init(when: .always, span: span)]))
        }
        let organization = node.organization ?? organizations[0]
        if let group = node.group, let cut = groups[[organization, group]] { result.cuts = [cut] }
        if let detection = node.detection {
            result.notices = [
                notice(
                    detection, entity, organization: Int32(organizations.firstIndex(of: organization) ?? 0),
                    tries: node.type == .entry ? 1 : node.attempts)
            ]
        }
        return result
    }

    private mutating func clock(_ clock: Clock) -> Int32 {
        description.clocks.append(clock)
        return Int32(description.clocks.count - 1)
    }

    private mutating func notice(
        _ detection: GraphDetection, _ entity: UInt64, organization: Int32, tries: Int
    ) -> Notice {
        var notice = Notice()
        notice.organization = organization
        notice.moment = detection.from == .start ? .tryStart : .tryEnd
        let chance = detection.probability
        if tries > 1, chance > 0, FixedPoint.shift(upTo: chance) > 0 {
            // Of a small chance 32 binary digits would leave too few for many tries.
            values.factors.append(Float(-DeterministicMath.log1p(-chance)))
            notice.chance = .hazard([Modifier(when: .always, value: Int32(values.factors.count - 1))])
        } else {
            notice.chance = .threshold(threshold(FixedPoint.threshold(chance)))
        }
        notice.address = Address(entity, .notice)
        notice.delay = span(detection.delay, Address(entity, .notice, offset: 1))
        return notice
    }
}
