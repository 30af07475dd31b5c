internal import DrillKernel
internal import Scenarios

/// Which families of controls can keep an objective from being reached, or can notice the attack, by the documents
/// alone: the others have no score in the story.
struct FamilyReach {
    /// Compiled with every control at its strongest level, so that every guarded way is there.
    private let story: CompanyStory
    private let acting: ActingControls
    /// Nodes that need each node.
    private let children: [[Int]]

    init(_ story: CompanyStory, catalog: Catalog, techniques: TechniqueTable) {
        self.story = story
        let drill = story.drill
        acting = ActingControls(scenario: drill.scenario, catalog: catalog, techniques: techniques)
        var children = [[Int]](repeating: [], count: drill.nodes.count)
        for (index, node) in drill.description.nodes.enumerated() {
            for parent in node.parents { children[Int(parent)].append(index) }
        }
        self.children = children
    }

    /// Families with a control that stands in a way to the objective.
    func preventing(_ objective: Int) -> Set<ControlFamily> {
        guard let goal = story.objective(objective) else { return [] }
        var found: Set<ControlFamily> = []
        // Unreadable data is lost all the same where the content itself is what counts.
        let mustBeReadable = if case .exposed = story.scenario.objectives[objective].reached { true } else { false }
        // Scores know no outages.
        for node in story.ancestors(of: Int(goal), overOutages: false) {
            if let own = story.ownStep(at: node) {
                found.formUnion(families(own.step, own.place, mustBeReadable: mustBeReadable))
                found.formUnion(guarding(node, [(own.step, own.place)]))
            } else {
                found.formUnion(guarding(node, stepsBehind(node)))
            }
        }
        return found
    }

    /// Whether the family can notice any step of the company's.
    func notices(_ family: ControlFamily) -> Bool {
        story.steps.contains { own in
            let (step, asset) = (story.scenario.steps[own.step], story.drill.asset(own.place))
            guard !step.noticings.isEmpty else { return false }
            return acting.catalog.controls.contains {
                $0.family == family && (acting.watches($0, step, at: asset) || acting.hastens($0, step, at: asset))
            }
        }
    }

    private func families(_ index: Int, _ place: AssetReference, mustBeReadable: Bool) -> Set<ControlFamily> {
        let (step, asset) = (story.scenario.steps[index], story.drill.asset(place))
        return Set(
            acting.catalog.controls.filter {
                acting.hinders($0, step, at: asset) || acting.closes($0, step)
                    || (mustBeReadable && acting.protects($0, step))
            }.map(\.family))
    }

    /// What can stand in a node's passages, seen from the steps that they lead to.
    private func guarding(_ node: Int, _ steps: [(Int, AssetReference)]) -> Set<ControlFamily> {
        guard story.drill.description.nodes[node].passages.contains(where: { !$0.modifiers.isEmpty }) else { return [] }
        return Set(
            steps.flatMap { step, place in
                acting.catalog.controls.filter {
                    acting.guardsWay($0, story.scenario.steps[step], at: story.drill.asset(place))
                }.map(\.family)
            })
    }

    /// The next steps, through gates.
    private func stepsBehind(_ node: Int) -> [(Int, AssetReference)] {
        children[node].flatMap { child -> [(Int, AssetReference)] in
            switch story.drill.nodes[child] {
            case .step(let step, let place): [(step, place)]
            case .gate: stepsBehind(child)
            default: []
            }
        }
    }
}
