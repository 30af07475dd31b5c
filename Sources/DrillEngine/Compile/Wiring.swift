internal import DrillKernel
internal import Scenarios

/// Gives every step's node its parents, each behind its guarded way. Decisions read which ways come in over links.
struct Wiring {
    private let input: CompileInput
    private let nodes: NodeTable
    private var known: [WayKey: Int32] = [:]
    private var waysOfLink: [LinkKey: [Int32]] = [:]

    /// A guarded way: from which department of which organization, to which asset, for which step and sources.
    private struct WayKey: Hashable {
        var step: Int
        var source: Origin
        var target: AssetReference
        var parents: [Int32]
        var link: LinkKind?
    }

    private struct LinkKey: Hashable {
        var member: Int
        var link: LinkKind
    }

    /// A department of a member, from which a way leads.
    private struct Origin: Hashable {
        var member: Int
        var department: Int
    }

    /// The step's node that is being wired.
    private struct Goal {
        var step: Int
        var place: AssetReference
        var node: Int32
    }

    init(_ nodes: NodeTable, in draft: inout GraphDraft) {
        input = draft.input
        self.nodes = nodes
        for (index, step) in input.scenario.steps.enumerated() {
            guard let requires = step.requires else { continue }
            for member in input.organizations.indices {
                for place in nodes.places(of: index, in: member) {
                    guard let node = nodes.node(of: index, on: place) else { continue }
                    let (gate, parents) = wire(Goal(step: index, place: place, node: node), to: requires, in: &draft)
                    draft.description.nodes[Int(node)].gate = gate
                    draft.description.nodes[Int(node)].parents = parents
                }
            }
        }
    }

    /// Nodes that come into a member over supplier links of a kind: what `cutLink` cuts.
    func ways(over link: LinkKind, into member: Int) -> [Int32] {
        waysOfLink[LinkKey(member: member, link: link), default: []]
    }

    // MARK: - Requirements

    /// A requirement as gate and parents; an impossible one hangs on a gate that never opens.
    private mutating func wire(
        _ goal: Goal, to requirement: Requirement, in draft: inout GraphDraft
    ) -> (Node.Gate, [Int32]) {
        switch requirement {
        case .step, .any:
            let parents = alternatives(requirement, for: goal, in: &draft)
            return (.any, parents.isEmpty ? [draft.gate(.any, over: [])] : parents)
        case .all(let list): return (.all, list.map { single($0, for: goal, in: &draft) })
        case .vote(let k, let list): return (.vote(k), list.map { single($0, for: goal, in: &draft) })
        }
    }

    /// The nodes of which any suffices.
    private mutating func alternatives(
        _ requirement: Requirement, for goal: Goal, in draft: inout GraphDraft
    ) -> [Int32] {
        switch requirement {
        case .step(let reference): return sources(reference, for: goal, in: &draft)
        case .any(let list): return list.flatMap { alternatives($0, for: goal, in: &draft) }
        case .all, .vote: return [single(requirement, for: goal, in: &draft)]
        }
    }

    private mutating func single(
        _ requirement: Requirement, for goal: Goal, in draft: inout GraphDraft
    ) -> Int32 {
        let (kind, parents) = wire(goal, to: requirement, in: &draft)
        return draft.gate(kind, over: parents)
    }

    // MARK: - Ways

    /// The completed nodes from which a reference lets the step go on, each behind its guarded way.
    private mutating func sources(
        _ reference: StepReference, for goal: Goal, in draft: inout GraphDraft
    ) -> [Int32] {
        guard let required = input.step(reference.step) else { return [] }
        if reference.via == .supplier { return overLinks(reference, required, for: goal, in: &draft) }
        let place = goal.place
        let target = input.asset(place)
        let from = nodes.places(of: required, in: place.organization).filter { source in
            switch reference.via {
            case .sameAsset: source == place
            case .reachable: source == place || input.asset(source).reaches.contains(target.id)
            case .department: source.department == place.department
            case .organization: true
            case .supplier: false
            }
        }
        let way = GuardedWay(target: place, step: goal.step, relation: reference.via, link: nil)
        var result: [Int32] = []
        for (department, group) in byDepartment(from) {
            // A step that requires itself needs it on another asset.
            let parents = group.compactMap { nodes.node(of: required, on: $0) }.filter { $0 != goal.node }
            if department == place.department {
                result += parents
            } else {
                let origin = Origin(member: place.organization, department: department)
                result += self.way(way, from: origin, over: parents, in: &draft)
            }
        }
        return result
    }

    /// Nodes at the other ends of the organization's supplier links.
    private mutating func overLinks(
        _ reference: StepReference, _ required: Int, for goal: Goal, in draft: inout GraphDraft
    ) -> [Int32] {
        var result: [Int32] = []
        for link in input.organization(of: goal.place).suppliers {
            guard reference.link == nil || reference.link == link.link,
                link.to == nil || link.to == input.asset(goal.place).id, let supplier = input.member(link.organization)
            else { continue }
            let way = GuardedWay(target: goal.place, step: goal.step, relation: .supplier, link: link.link)
            let from = nodes.places(of: required, in: supplier).filter { input.comes(link, from: $0) }
            for (department, group) in byDepartment(from) {
                let parents = group.compactMap { nodes.node(of: required, on: $0) }
                let origin = Origin(member: supplier, department: department)
                result += self.way(way, from: origin, over: parents, in: &draft)
            }
        }
        return result
    }

    private func byDepartment(_ places: [AssetReference]) -> [(key: Int, value: [AssetReference])] {
        Dictionary(grouping: places, by: \.department).sorted { $0.key < $1.key }
    }

    /// The way into another department or organization: the controls that guard it let the attacker pass or not.
    ///
    /// One draw for each pair of departments: what keeps them apart is one thing, whoever knocks.
    private mutating func way(
        _ way: GuardedWay, from origin: Origin, over parents: [Int32], in draft: inout GraphDraft
    ) -> [Int32] {
        guard !parents.isEmpty else { return [] }
        guard way.link != nil || input.canBeGuarded(way) else { return parents }
        let key = WayKey(step: way.step, source: origin, target: way.target, parents: parents, link: way.link)
        if let known = known[key] { return [known] }
        let source = input.organizations[origin.member]
        let entity = draft.slots.entity(
            "way", input.scenario.id, source.id, source.departments[origin.department].id,
            input.organization(of: way.target).id, input.department(of: way.target).id, way.link?.rawValue ?? "")
        var node = Node()
        node.parents = parents
        node.successAddress = Address(entity, .route)
        let number = draft.add(node, as: .way(way.target))
        draft.make(WayGuards(node: number, way: way))
        known[key] = number
        if let link = way.link {
            waysOfLink[LinkKey(member: way.target.organization, link: link), default: []].append(number)
        }
        return [number]
    }
}
