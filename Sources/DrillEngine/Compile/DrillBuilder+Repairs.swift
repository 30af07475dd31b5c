internal import DrillKernel
internal import Scenarios

extension DrillBuilder {
    /// One repair item per asset that can go down, in restore order, and the outages that suppliers hand on.
    mutating func addRepairs() {
        for member in members.indices where !members[member].isExternal {
            let ordered = assets(of: member).enumerated().sorted {
                let first = asset($0.element).restoreOrder ?? .max
                let second = asset($1.element).restoreOrder ?? .max
                return (first, $0.offset) < (second, $1.offset)
            }.map(\.element)
            let lost = backupLoss(member)
            for place in ordered { addRepair(place, lost) }
        }
        for member in members.indices where !members[member].isExternal { addSupplierOutages(member) }
    }

    private mutating func addRepair(_ place: AssetReference, _ lost: [Int32]) {
        asking = place.organization
        let destroying = nodes(on: place) { $0.impact.encrypts || $0.impact.destroys }.map(\.node)
        let disrupting = nodes(on: place) { $0.impact.disrupts }.map(\.node)
        guard !destroying.isEmpty || !disrupting.isEmpty else { return }
        var item = newItem(place)
        item.destroying = destroying
        item.disrupting = disrupting
        item.backupLoss = lost
        item.release = release(place)
        append(item, place)
        begin(.repair(item: description.repairs.count - 1, place))
    }

    /// How long repair takes, with backups and without.
    mutating func makeRepair(_ item: Int, _ place: AssetReference) {
        let address = Address(entity("repair", organization(place).id, asset(place).id), .repair)
        let base = repairTime(place, address)
        var (restore, rebuild) = (base, base)
        restore.modifiers += repairFactors(place, hasBackups: true)
        rebuild.modifiers += repairFactors(place, hasBackups: false)
        description.repairs[item].restore = restore
        description.repairs[item].rebuild = rebuild
    }

    private func newItem(_ place: AssetReference) -> RepairItem {
        var item = RepairItem()
        item.organization = Int32(place.organization)
        item.group =
            groupOfDepartment[DepartmentKey(member: place.organization, department: place.department)] ?? -1
        return item
    }

    private mutating func append(_ item: RepairItem, _ place: AssetReference) {
        itemOfAsset[place] = description.repairs.count
        description.repairs.append(item)
        repairAssets.append(place)
    }

    private mutating func repairTime(_ place: AssetReference, _ address: Address) -> Lapse {
        if let own = asset(place).repair { return Lapse(quantile: own.quantile(), address: address) }
        let organization = organization(place)
        if let answer = organization.response?.repair {
            return answered(
                answer, catalog.response.repair, "\(organization.id)/response/repair", address, hours: nil)
        }
        assume("\(organization.id)/response/repair")
        return unknownTime(catalog.response.repair, "repair", organization.id, address)
    }

    /// What backups do to repair; once they are lost, every control counts as its weakest level.
    private mutating func repairFactors(_ place: AssetReference, hasBackups: Bool) -> [Modifier] {
        let weakest = [LevelPresence(level: 0, when: .always, setting: nil)]
        var modifiers: [Modifier] = []
        for control in catalog.controls
        where control.levels.contains(where: { $0.effects.contains { $0.repair != nil } }) {
            for presence in hasBackups ? levels(of: control, at: place) : weakest {
                let level = control.levels[presence.level]
                for (number, effect) in level.effects.enumerated() {
                    guard let repair = effect.repair,
                        effect.on.kinds.isEmpty || effect.on.kinds.contains(asset(place).kind)
                    else { continue }
                    let name = FigureName.repair(control: control.id, number: number, level: level.id)
                    let slot = figure(name, repair, lowIsGood: true)
                    modifiers.append(Modifier(when: presence.when, value: slot))
                }
            }
        }
        return modifiers
    }

    /// Nodes with which the organization's backups are lost: destroyed themselves, or fallen with what they hang on.
    private mutating func backupLoss(_ member: Int) -> [Int32] {
        let backups = assets(of: member).filter { asset($0).kind == .backup }
        var lost = backups.flatMap { place in
            nodes(on: place) { $0.impact.encrypts || $0.impact.destroys }.map(\.node)
        }
        guard let place = backups.first ?? assets(of: member).first else { return lost }
        for control in catalog.controls {
            let fallsWith = control.levels.map { level in level.effects.flatMap(\.backupFallsWith) }
            let gains = Set(fallsWith.joined())
            guard !gains.isEmpty else { continue }
            let gaining = assets(of: member).filter(keepsAccounts).flatMap { place in
                nodes(on: place) { !gains.isDisjoint(with: $0.gains) }.map(\.node)
            }
            guard !gaining.isEmpty else { continue }
            var node = Node()
            node.parents = gaining
            let number = add(node, .gate)
            begin(.backups(node: number, place, control))
            lost.append(number)
        }
        return lost
    }

    /// The presence of levels at which backups do not fall with the accounts that a control keeps from them.
    mutating func separations(of control: Control, at place: AssetReference) -> [Modifier] {
        levels(of: control, at: place).compactMap { presence in
            let fallsWith = control.levels[presence.level].effects.flatMap(\.backupFallsWith)
            return fallsWith.isEmpty ? Modifier(when: presence.when, value: worlds.impossible()) : nil
        }
    }

    /// Assets whose fall hands over accounts that rule backups: identity providers, and whatever holds administrators'
    /// credentials.
    private func keepsAccounts(_ place: AssetReference) -> Bool {
        asset(place).kind == .identityProvider || asset(place).holds.contains(.adminCredentials)
    }

    /// The decision that lets an asset's repair begin before containment.
    private func release(_ place: AssetReference) -> Int32 {
        for (number, decision) in scenario.decisions.enumerated() {
            let chosen = options[decision.id] ?? decision.default
            guard let option = decision.options.first(where: { $0.id == chosen }),
                let index = interventionOfDecision[DecisionKey(member: place.organization, decision: number)]
            else { continue }
            for case .restore(let selector) in option.does where matches(selector, place) { return index }
        }
        return -1
    }

    private mutating func addSupplierOutages(_ member: Int) {
        for link in members[member].organization.suppliers where link.carriesOutage {
            guard let supplier = memberIndex[link.organization] else { continue }
            let items = assets(of: supplier).filter { comes(link, from: $0) }
                .compactMap { itemOfAsset[$0] }
            guard !items.isEmpty else { continue }
            // A link that ends nowhere in particular takes nothing down.
            for place in assets(of: member) where link.to == asset(place).id {
                if itemOfAsset[place] == nil { append(newItem(place), place) }
                guard let own = itemOfAsset[place] else { continue }
                description.repairs[own].suppliers += items.map(Int32.init)
            }
        }
    }
}
