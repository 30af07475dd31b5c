internal import Scenarios

extension CompileInput {
    /// Whether a member is a stub of a supplier that does not take part.
    func isExternal(_ member: Int) -> Bool { !participants.contains(member) }

    /// Whether a member's part of the graph is to be settled, rather than given.
    func isSettled(_ member: Int) -> Bool { isExternal(member) || settled.contains(member) }

    func organization(of place: AssetReference) -> Organization { organizations[place.organization] }
    func department(of place: AssetReference) -> Department { organization(of: place).departments[place.department] }
    func asset(_ place: AssetReference) -> Asset {
        organizations[place.organization].departments[place.department].assets[place.asset]
    }

    /// All assets of a member, in document order.
    func assets(of member: Int) -> [AssetReference] {
        organizations[member].departments.indices.flatMap { department in
            organizations[member].departments[department].assets.indices.map {
                AssetReference(organization: member, department: department, asset: $0)
            }
        }
    }

    /// Whether a selector of this scenario matches an asset; an external stub's service matches everything.
    func matches(_ selector: AssetSelector, _ place: AssetReference) -> Bool {
        if isExternal(place.organization) { return true }
        return selector.matches(
            asset(place), of: department(of: place), in: organization(of: place), persona: scenario.adversary.persona)
    }

    /// Whether a supplier link may come from an asset.
    func comes(_ link: SupplierLink, from place: AssetReference) -> Bool {
        guard let from = link.from, !isExternal(place.organization) else { return true }
        return from.matches(asset(place), of: department(of: place), in: organization(of: place))
    }

    /// What scopes say of a control at an asset, the nearest first.
    func statements(of control: Control, at place: AssetReference) -> [ScopedAnswer] {
        // By path: whole organizations are not copied about.
        organizations[place.organization].statements(of: control, department: place.department, asset: place.asset)
    }
}
