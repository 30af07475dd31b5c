internal import DrillKernel
internal import Scenarios

/// One repair item per asset that can go down, in restore order, and the outages that suppliers hand on.
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
        for member in input.participants {
            let ordered = input.assets(of: member).enumerated().sorted {
                let first = input.asset($0.element).restoreOrder ?? .max
                let second = input.asset($1.element).restoreOrder ?? .max
                return (first, $0.offset) < (second, $1.offset)
            }.map(\.element)
            let lost = backupLoss(of: member, in: &draft)
            for place in ordered { addRepair(of: place, withoutBackups: lost, in: &draft) }
        }
        for member in input.participants { addSupplierOutages(of: member, in: &draft) }
    }

    private mutating func addRepair(
        of place: AssetReference, withoutBackups lost: [Int32], in draft: inout GraphDraft
    ) {
        let destroying = nodes.nodes(on: place) { $0.impact.encrypts || $0.impact.destroys }
        let disrupting = nodes.nodes(on: place) { $0.impact.disrupts }
        guard !destroying.isEmpty || !disrupting.isEmpty else { return }
        var item = newItem(for: place)
        item.destroying = destroying
        item.disrupting = disrupting
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

    private mutating func addSupplierOutages(of member: Int, in draft: inout GraphDraft) {
        for link in input.organizations[member].suppliers where link.carriesOutage {
            guard let supplier = input.member(link.organization) else { continue }
            let items = input.assets(of: supplier).filter { input.comes(link, from: $0) }
                .compactMap { itemOfAsset[$0] }
            guard !items.isEmpty else { continue }
            // A link that ends nowhere in particular takes nothing down.
            for place in input.assets(of: member) where link.to == input.asset(place).id {
                let own = itemOfAsset[place] ?? append(newItem(for: place), for: place, in: &draft)
                draft.description.repairs[own].suppliers += items.map(Int32.init)
            }
        }
    }
}

extension ControlLevel {
    /// What an attacker gains elsewhere with which backups fall at this level.
    var backupFallsWith: [Gain] { effects.flatMap(\.backupFallsWith) }
}
