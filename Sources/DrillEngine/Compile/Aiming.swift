internal import DrillKernel
internal import Scenarios

/// At which assets, or supplier links, each step is aimed: choices among its nodes, made before anything happens.
struct Aiming {
    private let nodes: NodeTable
    private let ways: Wiring
    private let objectives: Objectives
    /// One entry per choice.
    private(set) var meanings: [AimMeaning] = []

    /// What can be aimed at, and the choice's candidate for it.
    private typealias Option = (target: AimMeaning.Target, candidate: Aim.Candidate)

    init(_ nodes: NodeTable, _ ways: Wiring, to objectives: Objectives) {
        self.nodes = nodes
        self.ways = ways
        self.objectives = objectives
    }

    /// All nodes have been made.
    ///
    /// - Throws: `CompileError` where a step in a circle aims.
    mutating func aim(in draft: inout GraphDraft) throws(CompileError) {
        let input = draft.input
        guard input.scenario.steps.contains(where: { $0.aims?.count != nil }) else { return }
        let parts = Dictionary(
            grouping: draft.meanings.indices.compactMap { node -> (whole: Int32, part: Int32)? in
                if case .part(let whole) = draft.meanings[node] { (whole, Int32(node)) } else { nil }
            }, by: \.whole
        ).mapValues { $0.map(\.part) }
        let leading = input.organizations.indices.map { draft.description.leading(to: goals(of: $0, in: input)) }
        for (index, step) in input.scenario.steps.enumerated() {
            guard let aims = step.aims, let count = aims.count else { continue }
            for member in input.organizations.indices where input.isSettled(member) {
                let leading = leading[member]
                let links = ways.linkWays.filter { $0.step == index && $0.target.organization == member }
                let candidates =
                    links.isEmpty
                    ? assets(step: index, member, by: aims.by, in: &draft)
                    : suppliers(links, in: &draft)
                // The data that a step takes are lost with its part, not with the whole.
                let useful = candidates.filter { option in
                    option.candidate.nodes.contains { node in
                        leading.contains(node) || parts[node, default: []].contains(where: leading.contains)
                    }
                }
                let chosen = useful.isEmpty ? candidates : useful
                // What is aimed at is chosen among those that lead to the worst; the others are left alone.
                guard chosen.count > count || chosen.count < candidates.count else { continue }
                let targets = chosen.map(\.target)
                for node in candidates.filter({ !targets.contains($0.target) }).flatMap(\.candidate.nodes) {
                    for node in [node] + parts[node, default: []] { draft.neverStarts(node) }
                }
                draft.description.aims.append(
                    Aim(
                        candidates: chosen.map { option in
                            var candidate = option.candidate
                            candidate.nodes += candidate.nodes.flatMap { parts[$0, default: []] }
                            return candidate
                        }, count: count))
                meanings.append(AimMeaning(step: index, organization: member, targets: targets))
            }
        }
        if let circular = draft.description.circularAim {
            let node = draft.description.aims[circular].candidates.first?.nodes.first
            let step = node.flatMap { draft.step(of: $0) }
            throw .circularAim(step.map { input.scenario.steps[$0].id } ?? "")
        }
    }

    /// The nodes of the gravest objectives, of a member's own: whom else it could lead to moves nothing.
    private func goals(of member: Int, in input: CompileInput) -> [Int32] {
        guard objectives.gates.indices.contains(member) else { return [] }
        let worst = input.scenario.objectives.map(\.severity).min { $0.gravity < $1.gravity }
        return zip(input.scenario.objectives, objectives.gates[member]).compactMap { objective, gate in
            objective.severity == worst ? gate : nil
        }
    }

    private func assets(
        step: Int, _ member: Int, by weight: AimWeight, in draft: inout GraphDraft
    ) -> [Option] {
        let input = draft.input
        return nodes.places(of: step, in: member).compactMap { place in
            guard let node = nodes.node(of: step, on: place) else { return nil }
            let asset = input.asset(place)
            let entity = draft.slots.entity("aim", input.scenario.id, input.organizations[member].id, asset.id)
            let size = weight == .records ? asset.data?.records ?? 0 : asset.count
            return (
                .asset(place),
                Aim.Candidate(
                    key: draft.levels.presence(entity, in: &draft.description), weight: Float(max(size, 1)),
                    nodes: [node])
            )
        }
    }

    /// One candidate for each supplier: its word is the same for all its customers.
    private func suppliers(_ links: [Wiring.LinkWay], in draft: inout GraphDraft) -> [Option] {
        var order: [Int] = []
        for link in links where !order.contains(link.supplier) { order.append(link.supplier) }
        return order.map { supplier in
            let entity = draft.slots.entity(
                "aim-link", draft.input.scenario.id, draft.input.organizations[supplier].id)
            return (
                .supplier(supplier),
                Aim.Candidate(
                    key: draft.levels.presence(entity, in: &draft.description), weight: 1,
                    nodes: links.filter { $0.supplier == supplier }.map(\.node))
            )
        }
    }
}

extension Severity {
    /// Lower is graver.
    fileprivate var gravity: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

extension GraphDraft {
    /// The step of a node; nil: it is no step's, nor what comes in for one.
    fileprivate func step(of node: Int32) -> Int? {
        if case .step(let step, _) = meanings[Int(node)] { step } else { nil }
    }

    /// Nobody ever aims at a node.
    fileprivate mutating func neverStarts(_ node: Int32) {
        description.nodes[Int(node)].starts = clock(Clock(otherwise: .infinity))
    }
}

extension GraphDescription {
    /// The nodes on which some hang, over outages too, and they themselves.
    fileprivate func leading(to nodes: [Int32]) -> Set<Int32> {
        var found = Set(nodes)
        var open = nodes
        while let node = open.popLast() {
            for cause in causes(of: Int(node)) where found.insert(cause).inserted { open.append(cause) }
        }
        return found
    }
}
