internal import DrillKernel
internal import Scenarios

extension DrillBuilder {
    /// Gives every step node its parents.
    mutating func wireSteps() {
        for (index, step) in scenario.steps.enumerated() {
            guard let requires = step.requires else { continue }
            for member in members.indices {
                for place in stepAssets[StepMember(step: index, member: member)] ?? [] {
                    guard let number = stepNodes[StepPlace(step: index, asset: place)] else { continue }
                    let (gate, parents) = wire(requires, step: index, at: place, node: number)
                    description.nodes[Int(number)].gate = gate
                    description.nodes[Int(number)].parents = parents
                }
            }
        }
    }

    /// A requirement as gate and parents; an impossible one hangs on a gate that never opens.
    private mutating func wire(
        _ requirement: Requirement, step: Int, at place: AssetReference, node: Int32
    ) -> (Node.Gate, [Int32]) {
        switch requirement {
        case .step(let reference):
            return (.any, orNever(sources(reference, step: step, at: place, node: node)))
        case .any(let list):
            let parents = list.flatMap { alternatives($0, step: step, at: place, node: node) }
            return (.any, orNever(parents))
        case .all(let list):
            return (.all, list.map { single($0, step: step, at: place, node: node) })
        case .vote(let k, let list):
            return (.vote(k), list.map { single($0, step: step, at: place, node: node) })
        }
    }

    /// The nodes of which any suffices.
    private mutating func alternatives(
        _ requirement: Requirement, step: Int, at place: AssetReference, node: Int32
    ) -> [Int32] {
        switch requirement {
        case .step(let reference): return sources(reference, step: step, at: place, node: node)
        case .any(let list): return list.flatMap { alternatives($0, step: step, at: place, node: node) }
        case .all, .vote:
            let (kind, parents) = wire(requirement, step: step, at: place, node: node)
            return [gate(kind, parents)]
        }
    }

    private mutating func single(
        _ requirement: Requirement, step: Int, at place: AssetReference, node: Int32
    ) -> Int32 {
        let (kind, parents) = wire(requirement, step: step, at: place, node: node)
        return gate(kind, parents)
    }

    private mutating func orNever(_ parents: [Int32]) -> [Int32] { parents.isEmpty ? [gate(.any, [])] : parents }

    /// The completed nodes from which a reference lets the step go on, each behind its guarded way.
    private mutating func sources(
        _ reference: StepReference, step: Int, at place: AssetReference, node: Int32
    ) -> [Int32] {
        guard let required = scenario.steps.firstIndex(where: { $0.id == reference.step }) else { return [] }
        if reference.via == .supplier { return overLinks(reference, required, step: step, at: place) }
        let target = asset(place)
        let from = (stepAssets[StepMember(step: required, member: place.organization)] ?? []).filter { source in
            switch reference.via {
            case .sameAsset: source == place
            case .reachable: source == place || asset(source).reaches.contains(target.id)
            case .department: source.department == place.department
            case .organization: true
            case .supplier: false
            }
        }
        // A step that requires itself needs it on another asset.
        let nodes = from.compactMap { source in
            stepNodes[StepPlace(step: required, asset: source)].map { (source, $0) }
        }.filter { $0.1 != node }
        var result: [Int32] = []
        for (department, group) in Dictionary(grouping: nodes, by: { $0.0.department }).sorted(by: { $0.key < $1.key })
        {
            let parents = group.map(\.1)
            if department == place.department {
                result += parents
            } else {
                let origin = DepartmentKey(member: place.organization, department: department)
                result += way(parents, from: origin, to: place, step: step, reference.via, link: nil)
            }
        }
        return result
    }

    /// Nodes at the other ends of the organization's supplier links.
    private mutating func overLinks(
        _ reference: StepReference, _ required: Int, step: Int, at place: AssetReference
    ) -> [Int32] {
        var result: [Int32] = []
        for link in organization(place).suppliers {
            guard reference.link == nil || reference.link == link.link, link.to == nil || link.to == asset(place).id,
                let supplier = memberIndex[link.organization]
            else { continue }
            let from = (stepAssets[StepMember(step: required, member: supplier)] ?? []).filter {
                comes(link, from: $0)
            }
            for (number, group) in Dictionary(grouping: from, by: \.department).sorted(by: { $0.key < $1.key }) {
                let parents = group.compactMap { stepNodes[StepPlace(step: required, asset: $0)] }
                let origin = DepartmentKey(member: supplier, department: number)
                result += way(parents, from: origin, to: place, step: step, .supplier, link: link.link)
            }
        }
        return result
    }

    /// The way into another department or organization: the controls that guard it let the attacker pass or not.
    ///
    /// One draw for each pair of departments: what keeps them apart is one thing, whoever knocks.
    private mutating func way(
        _ parents: [Int32], from: DepartmentKey, to place: AssetReference, step: Int, _ relation: Relation,
        link: LinkKind?
    ) -> [Int32] {
        guard !parents.isEmpty else { return [] }
        let guarded = GuardedWay(target: place, step: step, relation: relation, link: link)
        guard link != nil || canBeGuarded(guarded) else { return parents }
        let key = WayKey(step: step, source: from, target: place, parents: parents, link: link)
        if let known = wayCache[key] { return [known] }
        let source = members[from.member].organization
        let entity = entity(
            "way", scenario.id, source.id, source.departments[from.department].id, organization(place).id,
            department(place).id, link?.rawValue ?? "")
        var node = Node()
        node.parents = parents
        node.successAddress = Address(entity, .route)
        let number = add(node, .way(place))
        begin(.guards(node: number, guarded))
        wayCache[key] = number
        if let link { linkWays[LinkKey(member: place.organization, link: link), default: []].append(number) }
        return [number]
    }

    /// Whether some level of some control makes the way harder.
    private func canBeGuarded(_ way: GuardedWay) -> Bool {
        effects(on: way).contains { effects in
            effects.levels.contains { $0.contains { $0.effect.success != nil } }
        }
    }

    /// The controls of which any level's effects concern a way, in the catalog's order.
    private func effects(on way: GuardedWay) -> [ControlEffects] {
        let (step, target) = (scenario.steps[way.step], asset(way.target))
        let key = CompileMemo.EffectKey(step: step.id, kind: target.kind, relation: way.relation, link: way.link)
        return memo.effects(key) {
            catalog.controls.compactMap { control in
                ControlEffects(control, isOnWay: true) {
                    $0.guards(
                        way.relation, link: way.link, to: step, on: target, adversary: scenario.adversary,
                        techniques: techniques)
                }
            }
        }
    }

    mutating func guards(on way: GuardedWay) -> [Modifier] {
        standing(effects(on: way), at: way.target).compactMap { standing in
            standing.effect.success.map {
                Modifier(when: standing.when, value: chance(standing.figure(.success), $0, lowIsGood: true))
            }
        }
    }
}
