internal import DrillKernel
internal import Scenarios

/// One repair item per asset that can be down, in restore order, what is needed before what needs it; and what each needs,
/// at home and of suppliers.
struct Repairs {
    /// One entry per repair item.
    private(set) var assets: [AssetReference] = []
    private let input: CompileInput
    private let nodes: NodeTable
    private let teams: ResponseTeams
    private let decisions: Decisions
    private var itemOfAsset: [AssetReference: Int] = [:]

    init(_ nodes: NodeTable, by teams: ResponseTeams, _ decisions: Decisions, in draft: inout GraphDraft) {
        input = draft.input
        self.nodes = nodes
        self.teams = teams
        self.decisions = decisions
        let falling = falling()
        for member in input.participants {
            draft.description.organizations[member].crews = input.crews(of: member)
            let lost = backupLoss(of: member, in: &draft)
            for place in order(of: member) where falling.contains(place) {
                addItem(for: place, withoutBackups: lost, in: &draft)
            }
        }
        for member in input.participants { addNeeds(of: member, in: &draft) }
    }

    /// Assets that may be down: attacked, or for want of what they need.
    private func falling() -> Set<AssetReference> {
        let all = input.participants.flatMap { input.assets(of: $0) }
        var falling = Set(all.filter { !nodes.nodes(on: $0) { $0.impact.harms }.isEmpty })
        var changed = true
        while changed {
            changed = false
            for place in all
            where !falling.contains(place) && needs(of: place).contains(where: { falling.contains($0.asset) }) {
                falling.insert(place)
                changed = true
            }
        }
        return falling
    }

    /// What an asset cannot do without: at home, and over links that carry outage.
    private func needs(of place: AssetReference) -> [(asset: AssetReference, grace: Double)] {
        let asset = input.asset(place)
        let own = input.assets(of: place.organization)
        let home = asset.dependsOn.compactMap { dependency in
            own.first { input.asset($0).id == dependency.asset }.map { ($0, dependency.grace.hours(in: .hours)) }
        }
        // A link that ends nowhere in particular takes nothing down.
        let links = input.organization(of: place).suppliers.filter { $0.carriesOutage && $0.to == asset.id }
        return home
            + links.flatMap { link in
                let supplier = input.member(link.organization)
                return (supplier.map { input.assets(of: $0) } ?? []).filter { input.comes(link, from: $0) }
                    .map { ($0, 0.0) }
            }
    }

    /// In restore order, what is needed before what needs it.
    private func order(of member: Int) -> [AssetReference] {
        var waiting = input.assets(of: member).enumerated().sorted {
            let first = input.asset($0.element).restoreOrder ?? .max
            let second = input.asset($1.element).restoreOrder ?? .max
            return (first, $0.offset) < (second, $1.offset)
        }.map(\.element)
        var order: [AssetReference] = []
        while !waiting.isEmpty {
            let next = waiting.firstIndex { place in
                needs(of: place).allSatisfy { $0.asset.organization != member || !waiting.contains($0.asset) }
            }
            // Circles have been refused by validation.
            order.append(waiting.remove(at: next ?? 0))
        }
        return order
    }

    private mutating func addItem(
        for place: AssetReference, withoutBackups lost: [Int32], in draft: inout GraphDraft
    ) {
        var item = newItem(for: place)
        item.destroying = nodes.nodes(on: place) { $0.impact.encrypts || $0.impact.destroys }
        item.disrupting = nodes.nodes(on: place) { $0.impact.disrupts }
        guard !item.destroying.isEmpty || !item.disrupting.isEmpty else {
            _ = append(item, for: place, in: &draft)
            return
        }
        item.backupLoss = lost
        item.release = decisions.release(of: place) ?? -1
        draft.make(AssetRepair(item: append(item, for: place, in: &draft), place: place))
    }

    private func newItem(for place: AssetReference) -> RepairItem {
        var item = RepairItem()
        item.organization = Int32(place.organization)
        item.group = teams.group(of: place) ?? -1
        return item
    }

    /// - Returns: The item's place among all.
    private mutating func append(
        _ item: RepairItem, for place: AssetReference, in draft: inout GraphDraft
    ) -> Int {
        let number = draft.description.repairs.count
        itemOfAsset[place] = number
        draft.description.repairs.append(item)
        assets.append(place)
        return number
    }

    /// Nodes with which the organization's backups are lost: destroyed themselves, or fallen with what they hang on.
    private func backupLoss(of member: Int, in draft: inout GraphDraft) -> [Int32] {
        let all = input.assets(of: member)
        let backups = all.filter { input.asset($0).kind == .backup }
        var lost = backups.flatMap { place in nodes.nodes(on: place) { $0.impact.encrypts || $0.impact.destroys } }
        guard let place = backups.first ?? all.first else { return lost }
        for control in input.catalog.controls {
            let gains = Set(control.levels.flatMap(\.backupFallsWith))
            guard !gains.isEmpty else { continue }
            let gaining = all.filter(keepsAccounts).flatMap { place in
                nodes.nodes(on: place) { !gains.isDisjoint(with: $0.gains) }
            }
            guard !gaining.isEmpty else { continue }
            var node = Node()
            node.parents = gaining
            let number = draft.add(node, as: .gate)
            draft.make(BackupSeparation(node: number, place: place, control: control))
            lost.append(number)
        }
        return lost
    }

    /// Assets whose fall hands over accounts that rule backups: identity providers, and whatever holds administrators'
    /// credentials.
    private func keepsAccounts(_ place: AssetReference) -> Bool {
        input.asset(place).kind == .identityProvider || input.asset(place).holds.contains(.adminCredentials)
    }

    private func addNeeds(of member: Int, in draft: inout GraphDraft) {
        for place in input.assets(of: member) {
            guard let item = itemOfAsset[place] else { continue }
            draft.description.repairs[item].needs = needs(of: place).compactMap { need in
                itemOfAsset[need.asset].map { RepairItem.Need(item: Int32($0), grace: Float(need.grace)) }
            }
        }
    }
}

extension CompileInput {
    /// How many restores go on at a time: as stated, else one, and one more each from 250, 1,000, 5,000 and 20,000 people on.
    /// A judgement.
    fileprivate func crews(of member: Int) -> Int {
        let organization = organizations[member]
        if let crews = organization.crews { return crews }
        let people = organization.headcount ?? organization.departments.compactMap(\.headcount).reduce(0, +)
        return 1 + [250, 1_000, 5_000, 20_000].count { people >= $0 }
    }
}

extension ControlLevel {
    /// What an attacker gains elsewhere with which backups fall at this level.
    var backupFallsWith: [Gain] { effects.flatMap(\.backupFallsWith) }
}
