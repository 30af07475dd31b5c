internal import DrillKernel
internal import Scenarios

/// Which families of controls can keep an objective from being reached, or can notice the attack, by the documents
/// alone: the others have no score in the story.
struct FamilyReach {
    /// Compiled with every control at its strongest level, so that every guarded way is there.
    private let drill: CompiledDrill
    private let member: Int
    private let acting: ActingControls
    /// Nodes that need each node.
    private let children: [[Int]]

    init(_ drill: CompiledDrill, member: Int, catalog: Catalog, techniques: TechniqueTable) {
        self.drill = drill
        self.member = member
        acting = ActingControls(scenario: drill.scenario, catalog: catalog, techniques: techniques)
        var children = [[Int]](repeating: [], count: drill.nodes.count)
        for (index, node) in drill.description.nodes.enumerated() {
            for parent in node.parents { children[Int(parent)].append(index) }
        }
        self.children = children
    }

    /// Families with a control that stands in a way to the objective.
    func preventing(_ objective: Int) -> Set<ControlFamily> {
        let goal = drill.members[member].objectives[objective]
        guard goal >= 0 else { return [] }
        var found: Set<ControlFamily> = []
        // Unreadable data is lost all the same where the content itself is what counts.
        let mustBeReadable = if case .exposed = drill.scenario.objectives[objective].reached { true } else { false }
        for node in ancestors(of: Int(goal)) {
            switch drill.nodes[node] {
            case .step(let step, let place) where place.organization == member:
                found.formUnion(families(step, place, mustBeReadable: mustBeReadable))
            case .way: found.formUnion(guarding(node))
            default: break
            }
        }
        return found
    }

    /// Whether the family can notice any step of the company's.
    func notices(_ family: ControlFamily) -> Bool {
        drill.nodes.contains { node in
            guard case .step(let index, let place) = node, place.organization == member else { return false }
            let (step, asset) = (drill.scenario.steps[index], drill.asset(place))
            guard !step.noticings.isEmpty else { return false }
            return acting.catalog.controls.contains {
                $0.family == family && (acting.watches($0, step, at: asset) || acting.hastens($0, step, at: asset))
            }
        }
    }

    private func families(_ index: Int, _ place: AssetReference, mustBeReadable: Bool) -> Set<ControlFamily> {
        let (step, asset) = (drill.scenario.steps[index], drill.asset(place))
        return Set(
            acting.catalog.controls.filter {
                acting.hinders($0, step, at: asset) || acting.closes($0, step)
                    || (mustBeReadable && acting.protects($0, step))
            }.map(\.family))
    }

    /// What can stand on a way, seen from the steps that it leads to.
    private func guarding(_ way: Int) -> Set<ControlFamily> {
        guard !drill.description.nodes[way].successModifiers.isEmpty else { return [] }
        return Set(
            stepsBehind(way).flatMap { step, place in
                acting.catalog.controls.filter {
                    acting.guardsWay($0, drill.scenario.steps[step], at: drill.asset(place))
                }.map(\.family)
            })
    }

    /// The next steps, through gates.
    private func stepsBehind(_ node: Int) -> [(Int, AssetReference)] {
        children[node].flatMap { child -> [(Int, AssetReference)] in
            switch drill.nodes[child] {
            case .step(let step, let place): [(step, place)]
            case .gate: stepsBehind(child)
            default: []
            }
        }
    }

    private func ancestors(of goal: Int) -> [Int] {
        var seen = [Bool](repeating: false, count: drill.nodes.count)
        var pending = [goal]
        while let node = pending.popLast() {
            if seen[node] { continue }
            seen[node] = true
            pending += drill.description.nodes[node].parents.map(Int.init)
        }
        return seen.indices.filter { seen[$0] }
    }
}
