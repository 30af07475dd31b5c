internal import DrillKernel
internal import Scenarios

/// What of a group of suppliers crosses their links: when, and after what, the steps were done there from which customers'
/// steps go on, which assets' outages are handed on, and when the departments are contained from which steps go on.
struct HandedPart: Sendable {
    /// Nodes of the graph, in an order that is the same in every graph that holds the group and all who supply it.
    let nodes: [Int32]
    /// The nodes and all on which they hang, in such an order: routes name them by their places in it.
    let stops: [Int32]
    /// Repair items, the same.
    let items: [Int32]
    /// Containments, the same: what goes on from there over a link ends with them.
    let cuts: [Int32]
    private let placeOf: [Int32: Int32]

    /// - Parameters:
    ///   - organizations: The group's ids.
    ///   - drill: Holds the group and all who supply it, perhaps customers as well.
    ///   - links: Those of all customers in the exercise to the group.
    init(of organizations: Set<String>, in drill: CompiledDrill, links: [SupplierLink]) {
        let members = Set(drill.members.indices.filter { organizations.contains(drill.members[$0].organization.id) })
        let references = drill.scenario.steps.flatMap { $0.requires?.references ?? [] }.filter { $0.via == .supplier }
        func leaving(_ place: AssetReference) -> [SupplierLink] {
            guard members.contains(place.organization) else { return [] }
            let organization = drill.members[place.organization].organization
            return links.filter { link in
                link.organization == organization.id
                    && link.from?.matches(
                        drill.asset(place), of: organization.departments[place.department], in: organization) ?? true
            }
        }
        nodes = drill.nodes.indices.filter { node in
            guard case .step(let step, let place) = drill.nodes[node] else { return false }
            let wanted = references.filter { $0.step == drill.scenario.steps[step].id }
            return !wanted.isEmpty
                && leaving(place).contains { link in wanted.contains { $0.link == nil || $0.link == link.link } }
        }.map(Int32.init)
        stops = drill.description.ancestors(of: nodes).sorted()
        placeOf = Dictionary(uniqueKeysWithValues: stops.enumerated().map { ($1, Int32($0)) })
        var departments: [(organization: Int, department: Int)] = []
        for node in nodes {
            guard case .step(_, let place) = drill.nodes[Int(node)],
                !departments.contains(where: { $0 == (place.organization, place.department) })
            else { continue }
            departments.append((place.organization, place.department))
        }
        cuts = departments.compactMap { department in drill.groups.firstIndex { $0 == department }.map(Int32.init) }
        items = drill.repairs.indices.filter { leaving(drill.repairs[$0]).contains(where: \.carriesOutage) }
            .map(Int32.init)
    }
}

extension HandedPart {
    /// A route through the graph, by the places of its stops.
    func places(of route: [Int32]) -> [Int32] {
        route.compactMap { placeOf[$0] }
    }
}

/// What suppliers hand on, source by source.
struct GivenParts: Sendable {
    var parts: [HandedPart] = []
    /// By node, whether it is given; empty where nothing is.
    private var isGiven: [Bool] = []

    init() {}

    /// - Parameter nodes: How many the graph has.
    init(_ parts: [HandedPart], nodes: Int) {
        self.parts = parts
        guard !parts.isEmpty else { return }
        isGiven = Array(repeating: false, count: nodes)
        for part in parts { for node in part.nodes { isGiven[Int(node)] = true } }
    }

    /// Whether a node's times are given.
    func contains(_ node: Int) -> Bool { !isGiven.isEmpty && isGiven[node] }
}

extension CompiledDrill {
    /// The graph of which only some members' part is settled, with what their suppliers hand on.
    ///
    /// - Parameters:
    ///   - organizations: Ids of those whose part it is. Suppliers outside the exercise belong to it.
    ///   - suppliers: What each group of suppliers hands on.
    func part(of organizations: Set<String>, given suppliers: [HandedPart]) -> CompiledGraph {
        let own = Set(
            members.indices.filter { members[$0].isExternal || organizations.contains(members[$0].organization.id) })
        let given = Set(suppliers.flatMap(\.nodes))
        var isSettled = [Bool](repeating: false, count: nodes.count)
        let needed = description.ancestors(of: ends(of: own), until: given)
        for node in needed where !given.contains(node) { isSettled[Int(node)] = true }
        return graph.part(
            nodes: isSettled, organizations: own,
            given: suppliers.map { source in
                (nodes: source.nodes.map { needed.contains($0) ? $0 : nil }, items: source.items, cuts: source.cuts)
            })
    }

    /// The nodes that stand for something at some members.
    private func ends(of own: Set<Int>) -> [Int32] {
        var ends = nodes.indices.filter { node in
            switch nodes[node] {
            case .step(_, let place), .way(let place), .exposure(let place): own.contains(place.organization)
            case .inject(_, let member): own.contains(member)
            case .part, .gate, .objective: false
            }
        }.map(Int32.init)
        for member in own {
            ends += members[member].objectives.compactMap(\.self) + members[member].alterations.map(\.node)
        }
        for item in description.repairs where own.contains(Int(item.organization)) {
            ends += item.destroying + item.disrupting + item.backupLoss
        }
        for intervention in description.interventions where own.contains(Int(intervention.organization)) {
            if case .completion(let nodes) = intervention.trigger { ends += nodes }
        }
        return ends
    }
}

extension GraphDescription {
    /// Some nodes and all on which they hang.
    ///
    /// - Parameter ends: Nodes behind which is not looked.
    fileprivate func ancestors(of nodes: [Int32], until ends: Set<Int32> = []) -> Set<Int32> {
        var found = Set(nodes)
        var open = Array(found)
        while let node = open.popLast() {
            if ends.contains(node) { continue }
            for parent in self.nodes[Int(node)].parents where found.insert(parent).inserted { open.append(parent) }
        }
        return found
    }
}
