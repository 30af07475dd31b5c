internal import Scenarios

extension AssetSelector {
    /// Whether an asset meets every stated condition. `entitled` and `link` need context and are judged by the caller.
    func matches(_ asset: Asset, in department: Department) -> Bool {
        (kind.isEmpty || kind.contains(asset.kind))
            && (exposure.isEmpty || exposure.contains(asset.exposure))
            && (software.isEmpty || asset.software.contains { software.contains($0) })
            && (holds.isEmpty || asset.holds.contains { holds.contains($0) })
            && (data.isEmpty || asset.data.map { data.contains($0.dataClass) } ?? false)
            && (role.isEmpty || department.roles.contains { role.contains($0) })
    }
}

extension DrillBuilder {
    /// Whether a selector of this scenario matches an asset; an external stub's service matches everything.
    func matches(_ selector: AssetSelector, _ place: AssetReference) -> Bool {
        if members[place.organization].isExternal { return true }
        let asset = asset(place)
        let department = department(place)
        guard selector.matches(asset, in: department) else { return false }
        if selector.entitled {
            guard let persona = scenario.adversary.persona else { return false }
            // Without a list the persona may use what its department owns.
            let isEntitled =
                persona.entitled.isEmpty
                ? department.roles.contains(persona.role)
                : persona.entitled.contains { $0.matches(asset, in: department) }
            guard isEntitled else { return false }
        }
        if let link = selector.link {
            let ends = organization(place).suppliers.contains { $0.link == link && ($0.to == nil || $0.to == asset.id) }
            guard ends else { return false }
        }
        return true
    }
}

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
