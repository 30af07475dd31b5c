internal import DrillKernel
internal import Scenarios

/// The nodes of the story's steps: every step on every asset that its selector matches, not wired yet. Read by all later
/// stages.
struct NodeTable {
    private let steps: [Step]
    private var nodes: [StepPlace: Int32] = [:]
    /// Assets on which a step has nodes, by member.
    private var assets: [StepMember: [AssetReference]] = [:]
    /// Doors that may close, by member.
    private var doorsOfMember: [Int: [(node: Int32, clock: Int32)]] = [:]

    private struct StepMember: Hashable {
        var step: Int
        var member: Int
    }

    init(cutBy teams: ResponseTeams, in draft: inout GraphDraft) {
        let input = draft.input
        steps = input.scenario.steps
        for (index, step) in steps.enumerated() {
            for member in input.organizations.indices where input.plays(step, member) {
                for place in input.assets(of: member) where input.matches(step.on, place) {
                    add(StepNode(step: step, index: index, place: place), cutBy: teams.group(of: place), in: &draft)
                }
            }
        }
    }

    private mutating func add(_ made: StepNode, cutBy group: Int32?, in draft: inout GraphDraft) {
        var node = made.node(in: &draft)
        if let group { node.cuts = [group] }
        let number = draft.add(node, as: .step(made.index, made.place))
        let member = made.place.organization
        if !draft.input.isExternal(member) {
            draft.make(Hindrance(node: number, step: made.index, place: made.place))
        }
        if node.closes >= 0 { doorsOfMember[member, default: []].append((number, node.closes)) }
        nodes[StepPlace(step: made.index, asset: made.place)] = number
        assets[StepMember(step: made.index, member: member), default: []].append(made.place)
    }

    /// The node of a step on an asset; nil: the step does not happen there.
    func node(of step: Int, on place: AssetReference) -> Int32? { nodes[StepPlace(step: step, asset: place)] }

    /// A member's assets on which a step may happen, in document order.
    func places(of step: Int, in member: Int) -> [AssetReference] {
        assets[StepMember(step: step, member: member), default: []]
    }

    /// A step's nodes in a member, in the order of their assets.
    func nodes(of step: Int, in member: Int) -> [Int32] {
        places(of: step, in: member).compactMap { node(of: step, on: $0) }
    }

    /// The steps on an asset that are as asked, with their nodes, in the story's order.
    func steps(on place: AssetReference, where concerns: (Step) -> Bool) -> [(node: Int32, step: Step)] {
        steps.indices.compactMap { index in
            concerns(steps[index]) ? node(of: index, on: place).map { ($0, steps[index]) } : nil
        }
    }

    /// The nodes of these steps.
    func nodes(on place: AssetReference, where concerns: (Step) -> Bool) -> [Int32] {
        steps.indices.compactMap { concerns(steps[$0]) ? node(of: $0, on: place) : nil }
    }

    /// A member's doors that may close: node and its clock.
    func doors(of member: Int) -> [(node: Int32, clock: Int32)] { doorsOfMember[member, default: []] }
}

/// A step on an asset.
struct StepPlace: Hashable {
    /// The step's place in the story.
    var step: Int
    var asset: AssetReference
}

extension CompileInput {
    /// Steps at the target happen in participants; steps at the supplier wherever a link comes from.
    fileprivate func plays(_ step: Step, _ member: Int) -> Bool {
        switch step.at {
        case .target: return !isExternal(member)
        case .supplier:
            guard let kinds = linksFrom[organizations[member].id] else { return false }
            let needed = linksNeeded(of: step)
            return needed.isEmpty || !needed.isDisjoint(with: kinds)
        }
    }

    /// Kinds of link over which a supplier's step reaches customers, through further steps at the supplier as well.
    private func linksNeeded(of step: Step, seen: Set<String> = []) -> Set<LinkKind> {
        var kinds: Set<LinkKind> = []
        for other in scenario.steps where !seen.contains(other.id) {
            for reference in other.requires?.references ?? [] where reference.step == step.id {
                if reference.via == .supplier {
                    if let link = reference.link { kinds.insert(link) }
                } else if other.at == .supplier {
                    kinds.formUnion(linksNeeded(of: other, seen: seen.union([step.id])))
                }
            }
        }
        return kinds
    }
}

extension Requirement {
    /// Every step that is named, in order.
    var references: [StepReference] {
        switch self {
        case .step(let reference): [reference]
        case .any(let list), .all(let list), .vote(_, let list): list.flatMap(\.references)
        }
    }
}
