internal import Scenarios

/// Parts that a company has or has not, whatever its sector's template says.
extension Organization {
    /// Adds the part where it is missing, or removes it with everything that points to it.
    mutating func set(_ part: CompanyPart, _ has: Bool) {
        let present = departments.flatMap(\.assets).filter(part.describes)
        if !has {
            remove(Set(present.map(\.id)))
        } else if present.isEmpty {
            add(part)
        }
    }

    /// Changes each asset in place.
    mutating func modifyAssets(_ change: (inout Asset) -> Void) {
        departments.modifyEach { $0.assets.modifyEach(change) }
    }

    /// Whether copies of what the company keeps and runs itself are carried out of the house.
    mutating func setCopiesTravel(_ travel: Bool) {
        modifyAssets { asset in
            let isStore = [.database, .fileShare, .server, .backup, .removableMedia].contains(asset.kind)
            asset.copiesTravel = travel && isStore && asset.data != nil && asset.hosted != .cloud
        }
    }

    private mutating func remove(_ ids: Set<String>) {
        guard !ids.isEmpty else { return }
        departments.modifyEach { department in
            department.assets.removeAll { ids.contains($0.id) }
            department.assets.modifyEach { $0.reaches.removeAll(where: ids.contains) }
        }
        suppliers.removeAll { $0.to.map(ids.contains) ?? false }
    }

    private mutating func add(_ part: CompanyPart) {
        let place = departments.firstIndex { $0.roles.contains { part.homes.contains($0) } } ?? 0
        // What a portal talks to: the databases and shares beside it.
        let beside = departments[place].assets.filter { [.database, .fileShare].contains($0.kind) }.map(\.id)
        var asset =
            switch part {
            case .portal:
                Asset(
                    "portal", "Customer portal", kind: .webApplication, from: .internet, software: ["web-framework"],
                    reaches: beside, restore: 4)
            case .build: Asset("build", "Build and release", kind: .buildSystem, holds: [.keys], restore: 3)
            case .machines: Asset("building-control", "Machines and building control", kind: .ot, restore: 3)
            case .gateway: Asset("gateway", "Remote access", kind: .networkDevice, from: .internet, restore: 1)
            case .hypervisors:
                Asset("hypervisors", "Hosts of virtual machines", kind: .server, software: ["hypervisor"], restore: 1)
            case .tills: Asset("tills", "Card terminals", kind: .paymentTerminal, count: 4, restore: 3)
            }
        let taken = Set(departments.flatMap(\.assets).map(\.id))
        while taken.contains(asset.id) { asset.id += "-2" }
        departments[place].assets.append(asset)
    }

    /// A security department of its own, or the security role with whoever runs the systems.
    mutating func setSecurityTeam(_ own: Bool) {
        guard let holder = departments.firstIndex(where: { $0.roles.contains(.security) }) else { return }
        let isOwn = !departments[holder].roles.contains(.operations)
        guard isOwn != own, let operations = departments.firstIndex(where: { $0.roles.contains(.operations) }) else {
            return
        }
        let from = departments[holder].id
        if own {
            departments[holder].roles.removeAll { $0 == .security }
            let people = max(1, min(40, (headcount ?? 1000) / 250))
            departments.append(Department("security", "Security", roles: [.security], people: people))
            hand(over: from, to: "security", only: "notice")
        } else {
            departments[operations].roles.append(.security)
            hand(over: from, to: departments[operations].id, only: nil)
            if departments[holder].assets.isEmpty {
                departments.remove(at: holder)
            } else {
                departments[holder].roles.removeAll { $0 == .security }
            }
        }
    }

    private mutating func hand(over old: String, to new: String, only step: String?) {
        response?.chain.modifyEach { handOff in
            if handOff.by == old, step == nil || handOff.id == step { handOff.by = new }
        }
    }
}

extension CompanyPart {
    /// Whether an asset is such a part.
    func describes(_ asset: Asset) -> Bool {
        switch self {
        case .portal: asset.kind == .webApplication && asset.exposure == .internet
        case .build: asset.kind == .buildSystem
        case .machines: asset.kind == .ot
        case .tills: asset.kind == .paymentTerminal
        case .gateway: asset.kind == .networkDevice && asset.exposure == .internet
        case .hypervisors: asset.software.contains("hypervisor")
        }
    }

    /// Where it is likely to stand.
    var homes: Set<Role> {
        switch self {
        case .portal: [.customerService]
        case .build: [.development]
        case .machines: [.production, .operations]
        case .tills: [.business]
        case .gateway, .hypervisors: [.operations]
        }
    }
}
