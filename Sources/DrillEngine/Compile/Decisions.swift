internal import DrillKernel
internal import Scenarios

/// Decisions of every participant, each with the option that is taken without people in the room, and the cuts that they
/// make. Repairs read which of them lets an asset be restored sooner.
struct Decisions {
    /// One entry per intervention.
    private(set) var meanings: [DecisionMeaning] = []
    private let input: CompileInput
    private let nodes: NodeTable
    private let ways: Wiring
    private var interventions: [Key: Int32] = [:]

    private struct Key: Hashable {
        var member: Int
        var decision: Int
    }

    init(_ nodes: NodeTable, _ ways: Wiring, in draft: inout GraphDraft) {
        input = draft.input
        self.nodes = nodes
        self.ways = ways
        let order = order()
        for member in input.settled {
            for decision in order { add(decision, of: member, in: &draft) }
        }
    }

    /// The intervention of the decision that lets an asset's repair begin before containment; nil: none does.
    func release(of place: AssetReference) -> Int32? {
        for (number, decision) in input.scenario.decisions.enumerated() {
            guard let option = input.option(of: decision),
                let index = interventions[Key(member: place.organization, decision: number)]
            else { continue }
            for case .restore(let selector) in decision.options[option].does where input.matches(selector, place) {
                return index
            }
        }
        return nil
    }

    /// Decisions whose inject waits for another decision come after it.
    private func order() -> [Int] {
        let decisions = input.scenario.decisions
        var order: [Int] = []
        var waiting = Array(decisions.indices)
        while !waiting.isEmpty {
            let ready = waiting.filter { number in
                guard let inject = inject(of: decisions[number]), case .decided(let other, _) = inject.trigger,
                    let index = decisions.firstIndex(where: { $0.id == other })
                else { return true }
                return order.contains(index)
            }
            // Circles have been refused by validation; what is left then has no effect.
            guard !ready.isEmpty else { break }
            order += ready
            waiting.removeAll(where: ready.contains)
        }
        return order
    }

    private func inject(of decision: Decision) -> Inject? {
        input.scenario.injects.first { $0.id == decision.inject }
    }

    private mutating func add(_ number: Int, of member: Int, in draft: inout GraphDraft) {
        let decision = input.scenario.decisions[number]
        guard let inject = inject(of: decision), let option = input.option(of: decision),
            let trigger = trigger(inject.trigger, of: member)
        else { return }
        let entity = draft.slots.entity(
            "decision", input.scenario.id, input.organizations[member].id, decision.id)
        let takes = input.parameters.distribution(decision.takes).quantile()
        let delay = Float(input.parameters.time(inject.delay))
        draft.description.interventions.append(
            Intervention(
                trigger: trigger, organization: Int32(member),
                waits: [Lapse(quantile: .constant(delay))],
                // What is stated for an hour waits for nothing; else nobody decides about what nobody has noticed.
                alarmed: inject.trigger.isTimed ? -1 : Int32(member),
                deciding: [Lapse(quantile: takes, address: Address(entity, .decision))]))
        let index = draft.description.interventions.count - 1
        interventions[Key(member: member, decision: number)] = Int32(index)
        meanings.append(
            DecisionMeaning(
                organization: member, decision: number, option: option,
                downtimeHours: decision.options[option].downtime?.hours(in: .hours) ?? 0))
        let cut = draft.description.cut(ofIntervention: index)
        for effect in decision.options[option].does {
            for node in stopped(by: effect, of: member) { draft.description.nodes[Int(node)].cuts.append(cut) }
            for (node, passage) in ended(by: effect, of: member) {
                draft.description.nodes[Int(node)].passages[passage].cuts.append(cut)
            }
        }
    }

    private func trigger(_ trigger: Scenarios.Trigger, of member: Int) -> DrillKernel.Intervention.Trigger? {
        switch trigger {
        case .at(let time): return .at(Float(input.parameters.time(time)))
        case .noticed: return .detection(Int32(member))
        case .reached(let id):
            guard let step = input.step(id) else { return nil }
            let nodes = nodes.nodes(of: step, in: member)
            return nodes.isEmpty ? nil : .completion(nodes)
        case .decided(let id, let option):
            guard let index = input.scenario.decisions.firstIndex(where: { $0.id == id }),
                option == nil || option == input.options[id] ?? input.scenario.decisions[index].default,
                let other = interventions[Key(member: member, decision: index)]
            else { return nil }
            return .intervention(other)
        }
    }

    /// The nodes that an effect of a decision stops. `restore` stops none: it is read when repairs are made.
    private func stopped(by effect: Scenarios.Intervention, of member: Int) -> [Int32] {
        switch effect {
        case .isolate(let selector): stopped(on: selector, of: member) { _ in true }
        case .revoke(let selector): stopped(on: selector, of: member) { $0.through == .identity }
        case .patch(let selector): stopped(on: selector, of: member) { $0.closes != nil }
        case .restore: []
        case .cutLink(let link):
            ways.linkWays.filter { $0.link == link && $0.target.organization == member }.map(\.node)
        }
    }

    /// The passages over which runs end with an effect of a decision, each begun at what it cuts off.
    private func ended(
        by effect: Scenarios.Intervention, of member: Int
    ) -> [(node: Int32, passage: Int)] {
        switch effect {
        case .isolate(let selector):
            ways.departures.filter { $0.source.organization == member && input.matches(selector, $0.source) }
                .map { ($0.node, $0.passage) }
        case .cutLink(let link):
            ways.linkWays.filter { $0.link == link && $0.target.organization == member }.flatMap(\.passages)
        case .revoke, .patch, .restore: []
        }
    }

    private func stopped(
        on selector: AssetSelector, of member: Int, where concerns: (Step) -> Bool
    ) -> [Int32] {
        input.scenario.steps.enumerated().filter { concerns($1) }.flatMap { index, _ in
            nodes.places(of: index, in: member).filter { input.matches(selector, $0) }
                .compactMap { nodes.node(of: index, on: $0) }
        }
    }
}

extension Scenarios.Trigger {
    fileprivate var isTimed: Bool { if case .at = self { true } else { false } }
}
