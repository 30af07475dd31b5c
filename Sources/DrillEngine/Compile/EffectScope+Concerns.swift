internal import Scenarios

extension EffectScope {
    /// Whether an effect on steps concerns this one.
    func concerns(_ step: Step, on asset: Asset, adversary: Adversary, techniques: TechniqueTable) -> Bool {
        routes.isEmpty && fits(step, on: asset, adversary: adversary, techniques: techniques)
    }

    /// Whether an effect on routes concerns the way over this relation to this step.
    func guards(
        _ relation: Relation, link: LinkKind?, to step: Step, on asset: Asset, adversary: Adversary,
        techniques: TechniqueTable
    ) -> Bool {
        routes.contains(relation) && (links.isEmpty || link.map { links.contains($0) } ?? false)
            && fits(step, on: asset, adversary: adversary, techniques: techniques)
    }

    private func fits(_ step: Step, on asset: Asset, adversary: Adversary, techniques table: TechniqueTable) -> Bool {
        if !techniques.isEmpty {
            guard let id = step.technique, techniques.contains(where: { id == $0 || id.hasPrefix($0 + ".") }) else {
                return false
            }
        }
        if !tactics.isEmpty {
            guard let id = step.technique, let known = table[id], known.tactics.contains(where: tactics.contains) else {
                return false
            }
        }
        if !actions.isEmpty {
            guard let action = step.action, actions.contains(where: { action == $0 || action.hasPrefix($0 + ".") })
            else { return false }
        }
        if !through.isEmpty { guard let way = step.through, through.contains(way) else { return false } }
        return (kinds.isEmpty || kinds.contains(asset.kind))
            && (origins.isEmpty || origins.contains(adversary.origin))
            && (skills.isEmpty || skills.contains(adversary.skill))
    }
}
