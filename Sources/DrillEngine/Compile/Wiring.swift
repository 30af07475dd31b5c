internal import DrillKernel
internal import Scenarios

/// Gives every step's node its parents, each over its passage. Decisions read which passages begin at an asset, and what
/// comes in over links.
struct Wiring {
    private let input: CompileInput
    private let nodes: NodeTable
    private var known: [WayKey: Int32] = [:]
    private(set) var linkWays: [LinkWay] = []
    /// Passages that end when what they come from is cut off.
    private(set) var departures: [Departure] = []
    private var guards: [Int32: [(passage: Int, way: GuardedWay)]] = [:]
    private let isolations: Isolations

    /// A passage of a node, from an asset of the same organization.
    struct Departure {
        var node: Int32
        var passage: Int
        /// One of the assets from which it leads; all of them are isolated alike.
        var source: AssetReference
    }

    /// What comes in over a link for a step on an asset.
    struct LinkWay {
        var step: Int
        var target: AssetReference
        var supplier: Int
        var link: LinkKind
        var node: Int32
        /// Passages from it that end when the link is cut; what was delivered stays.
        var passages: [(node: Int32, passage: Int)] = []
    }

    /// A way over a link: for which step, to which asset, from which sources.
    private struct WayKey: Hashable {
        var step: Int
        var target: AssetReference
        var parents: [Int32]
        var link: LinkKind
    }

    /// A node from which another may begin, and what stands between.
    private struct Source {
        var node: Int32
        /// nil: a combination of others.
        var place: AssetReference?
        var guardedWay: GuardedWay?
        /// By position among the ways over links.
        var link: Int?
        /// The containment at the other end with which its run ends.
        var group: Int32?
    }

    /// Sources with the same passage.
    private struct PassageKey: Hashable {
        var relation: Relation?
        var isInside = false
        var link: LinkKind?
        var group: Int32?
        var isolations: [Int] = []
        var linkWay: Int?
    }

    /// The step's node that is being wired.
    private struct Goal {
        var step: Int
        var place: AssetReference
        var node: Int32
    }

    init(_ nodes: NodeTable, _ teams: ResponseTeams, in draft: inout GraphDraft) {
        input = draft.input
        self.nodes = nodes
        isolations = Isolations(draft.input, teams)
        for (index, step) in input.scenario.steps.enumerated() {
            guard let requires = step.requires else { continue }
            for member in input.organizations.indices {
                for place in nodes.places(of: index, in: member) {
                    guard let node = nodes.node(of: index, on: place) else { continue }
                    let goal = Goal(step: index, place: place, node: node)
                    switch requires {
                    case .step, .any:
                        begin(node, from: alternatives(requires, for: goal, in: &draft), for: goal, in: &draft)
                    case .all(let list): combine(node, .all, of: list, for: goal, in: &draft)
                    case .vote(let k, let list): combine(node, .vote(k), of: list, for: goal, in: &draft)
                    }
                }
            }
        }
    }

    /// What may guard a node's passages, by their positions.
    func guards(of node: Int32) -> [(passage: Int, way: GuardedWay)] { guards[node, default: []] }

    // MARK: - Requirements

    private mutating func combine(
        _ node: Int32, _ gate: Node.Gate, of list: [Requirement], for goal: Goal, in draft: inout GraphDraft
    ) {
        let parents = list.map { single($0, for: goal, in: &draft) }
        draft.description.nodes[Int(node)].gate = gate
        draft.description.nodes[Int(node)].parents = parents
    }

    /// Everything from which the node may begin, of which any suffices.
    private mutating func alternatives(
        _ requirement: Requirement, for goal: Goal, in draft: inout GraphDraft
    ) -> [Source] {
        switch requirement {
        case .step(let reference): return sources(reference, for: goal, in: &draft)
        case .any(let list): return list.flatMap { alternatives($0, for: goal, in: &draft) }
        case .all, .vote: return [Source(node: single(requirement, for: goal, in: &draft))]
        }
    }

    /// One node for a requirement; an impossible one hangs on a gate that never opens.
    private mutating func single(_ requirement: Requirement, for goal: Goal, in draft: inout GraphDraft) -> Int32 {
        switch requirement {
        case .all(let list): return draft.gate(.all, over: list.map { single($0, for: goal, in: &draft) })
        case .vote(let k, let list): return draft.gate(.vote(k), over: list.map { single($0, for: goal, in: &draft) })
        case .step, .any:
            let sources = alternatives(requirement, for: goal, in: &draft)
            if sources.count == 1, sources[0].guardedWay == nil { return sources[0].node }
            if sources.isEmpty { return draft.gate(.any, over: []) }
            let gate = draft.add(Node(), as: .gate)
            // What is met stays met: such a gate takes no time, so nothing ends its run.
            begin(gate, from: sources, for: goal, in: &draft)
            return gate
        }
    }

    // MARK: - Passages

    /// Hangs a node on its sources: those with nothing between first, then passage by passage.
    private mutating func begin(_ node: Int32, from sources: [Source], for goal: Goal, in draft: inout GraphDraft) {
        guard !sources.isEmpty else {
            draft.description.nodes[Int(node)].parents = [draft.gate(.any, over: [])]
            return
        }
        var order: [PassageKey] = []
        var bundles: [PassageKey: [Source]] = [:]
        for source in sources {
            let key = key(of: source, for: goal)
            if bundles[key] == nil { order.append(key) }
            bundles[key, default: []].append(source)
        }
        draft.description.nodes[Int(node)].parents = bundles[PassageKey(), default: []].map(\.node)
        for key in order where key != PassageKey() {
            lay(bundles[key, default: []], as: key, to: node, in: &draft)
        }
    }

    private mutating func lay(_ sources: [Source], as key: PassageKey, to node: Int32, in draft: inout GraphDraft) {
        let number = draft.description.nodes[Int(node)].passages.count
        var passage = Passage(parents: Int32(sources.count))
        if let group = key.group { passage.cuts = [group] }
        let way = sources[0].guardedWay
        if let way {
            // What keeps two networks apart is one thing, whoever knocks.
            let entity = draft.slots.entity(
                "way", input.scenario.id, way.relation.rawValue, input.organization(of: way.target).id,
                input.department(of: way.target).id, way.link?.rawValue ?? "")
            passage.address = Address(entity, .route)
        }
        draft.description.nodes[Int(node)].parents += sources.map(\.node)
        draft.description.nodes[Int(node)].passages.append(passage)
        if let way {
            guards[node, default: []].append((number, way))
            draft.make(PassageGuards(node: node, passage: number, way: way))
        }
        if let place = sources[0].place, place.organization == draft.place(of: node)?.organization {
            departures.append(Departure(node: node, passage: number, source: place))
        }
        for link in Set(sources.compactMap(\.link)).sorted() { linkWays[link].passages.append((node, number)) }
    }

    private func key(of source: Source, for goal: Goal) -> PassageKey {
        var key = PassageKey(
            relation: source.guardedWay?.relation, isInside: source.guardedWay?.isInside ?? false,
            link: source.guardedWay?.link, group: source.group, linkWay: source.link)
        guard let place = source.place, place != goal.place else { return key }
        key.group = isolations.group(of: place, apartFrom: goal.place)
        key.isolations = isolations.decisions(on: place, apartFrom: goal.place)
        return key
    }

    /// The completed nodes from which a reference lets the step go on.
    private mutating func sources(
        _ reference: StepReference, for goal: Goal, in draft: inout GraphDraft
    ) -> [Source] {
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
        return from.compactMap { source in
            // A step that requires itself needs it on another asset.
            guard let node = nodes.node(of: required, on: source), node != goal.node else { return nil }
            if source == place { return Source(node: node, place: source) }
            let way = GuardedWay(
                target: place, step: goal.step, relation: reference.via, link: nil,
                isInside: source.department == place.department)
            return Source(node: node, place: source, guardedWay: input.canBeGuarded(way) ? way : nil)
        }
    }

    /// Nodes at the other ends of the organization's supplier links.
    private mutating func overLinks(
        _ reference: StepReference, _ required: Int, for goal: Goal, in draft: inout GraphDraft
    ) -> [Source] {
        var result: [Source] = []
        for link in input.organization(of: goal.place).suppliers {
            guard reference.link == nil || reference.link == link.link,
                link.to == nil || link.to == input.asset(goal.place).id, let supplier = input.member(link.organization)
            else { continue }
            let parents = nodes.places(of: required, in: supplier).filter { input.comes(link, from: $0) }
                .compactMap { place in nodes.node(of: required, on: place).map { (place: place, node: $0) } }
            let guarded = GuardedWay(target: goal.place, step: goal.step, relation: .supplier, link: link.link)
            // Access and feeds end with the link and with what they come from; what was delivered stays.
            let ends = link.link == .vendorAccess || link.link == .dataFeed
            for origin in origins(of: parents, apart: ends) {
                let number = way(over: link.link, from: supplier, origin.nodes, for: goal, in: &draft)
                result.append(
                    Source(
                        node: linkWays[number].node, guardedWay: input.canBeGuarded(guarded) ? guarded : nil,
                        link: ends ? number : nil, group: origin.group))
            }
        }
        return result
    }

    /// Nodes at a supplier's, apart by the department with whose containment what goes on from them ends.
    private func origins(
        of parents: [(place: AssetReference, node: Int32)], apart: Bool
    ) -> [(group: Int32?, nodes: [Int32])] {
        var origins: [(group: Int32?, nodes: [Int32])] = []
        for parent in parents {
            let group = apart ? isolations.group(of: parent.place) : nil
            if let known = origins.firstIndex(where: { $0.group == group }) {
                origins[known].nodes.append(parent.node)
            } else {
                origins.append((group, [parent.node]))
            }
        }
        return origins
    }

    /// What comes in over a link, until it is cut.
    ///
    /// - Returns: Its place among all.
    private mutating func way(
        over link: LinkKind, from supplier: Int, _ parents: [Int32], for goal: Goal, in draft: inout GraphDraft
    ) -> Int {
        let key = WayKey(step: goal.step, target: goal.place, parents: parents, link: link)
        if let known = known[key] { return Int(known) }
        var node = Node()
        node.parents = parents
        // The supplier's own steps happen whether or not a customer is aimed at, and are not asked about.
        node.isOthersMatter = true
        let number = draft.add(node, as: .way(goal.place))
        known[key] = Int32(linkWays.count)
        linkWays.append(
            LinkWay(step: goal.step, target: goal.place, supplier: supplier, link: link, node: number))
        return linkWays.count - 1
    }
}
