extension AssetSelector {
    /// Whether an asset fulfils every stated condition.
    ///
    /// - Parameter persona: the insider, for `entitled`; nil: nobody is entitled to anything.
    package func matches(
        _ asset: Asset, of department: Department, in organization: Organization, persona: Persona? = nil
    ) -> Bool {
        guard kind.isEmpty || kind.contains(asset.kind), exposure.isEmpty || exposure.contains(asset.exposure),
            software.isEmpty || software.contains(where: asset.software.contains),
            holds.isEmpty || holds.contains(where: asset.holds.contains),
            hosted.isEmpty || hosted.contains(asset.hosting), asset.copiesTravel || !copiesTravel,
            role.isEmpty || role.contains(where: department.roles.contains)
        else { return false }
        if !data.isEmpty {
            guard let held = asset.data?.dataClass, data.contains(held) else { return false }
        }
        if let link {
            guard organization.suppliers.contains(where: { $0.link == link && ($0.to == nil || $0.to == asset.id) })
            else { return false }
        }
        if entitled {
            // Without a list, a persona may use what its department owns.
            guard let persona else { return false }
            if persona.entitled.isEmpty { return department.roles.contains(persona.role) }
            return persona.entitled.contains { $0.matches(asset, of: department, in: organization) }
        }
        return true
    }

    /// Whether any asset of the organization matches.
    package func matchesAny(in organization: Organization, persona: Persona? = nil) -> Bool {
        organization.departments.contains { department in
            department.assets.contains { matches($0, of: department, in: organization, persona: persona) }
        }
    }
}
