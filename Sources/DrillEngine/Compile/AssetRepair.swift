internal import DrillKernel
internal import Scenarios

/// How long an asset's repair takes, with backups and without.
struct AssetRepair: GraphPiece {
    let item: Int
    let place: AssetReference

    var member: Int { place.organization }

    var answering: Int? { place.organization }

    func make(in draft: inout GraphDraft) {
        let input = draft.input
        let entity = draft.slots.entity("repair", input.organizations[place.organization].id, input.asset(place).id)
        let base = time(at: Address(entity, .repair), in: &draft)
        var (restore, rebuild) = (base, base)
        restore.modifiers += factors(of: draft.standing(input.repairing, at: place), in: &draft)
        // Once backups are lost, every control counts as its weakest level.
        rebuild.modifiers += factors(of: input.repairing.flatMap(\.weakest), in: &draft)
        draft.description.repairs[item].restore = restore
        draft.description.repairs[item].rebuild = rebuild
    }

    func note(in parts: inout ReplacedParts) { parts.repairs.insert(item) }

    private func time(at address: Address, in draft: inout GraphDraft) -> Lapse {
        let input = draft.input
        if let own = input.asset(place).repair { return Lapse(quantile: own.quantile(), address: address) }
        let organization = input.organizations[place.organization]
        let (otherwise, member) = (input.catalog.response.repair, place.organization)
        let key = ResponseKey(organization: organization.id, part: .repair)
        guard let answer = organization.response?.repair else {
            return draft.unstated(otherwise, key, for: member, at: address)
        }
        return draft.answered(answer, key, otherwise: otherwise, for: member, at: address)
    }

    private func factors(of effects: [StandingEffect], in draft: inout GraphDraft) -> [Modifier] {
        let kind = draft.input.asset(place).kind
        var factors: [Modifier] = []
        for standing in effects {
            let kinds = standing.effect.on.kinds
            guard let repair = standing.effect.repair, kinds.isEmpty || kinds.contains(kind) else { continue }
            let slot = draft.slots.figure(
                standing.repairFigure, repair, for: place.organization, lowIsGood: true)
            factors.append(Modifier(when: standing.when, value: slot))
        }
        return factors
    }
}

/// How a control keeps backups apart from the accounts that they hang on: the levels at which they do not fall with them.
struct BackupSeparation: GraphPiece {
    let node: Int32
    let place: AssetReference
    let control: Control

    var member: Int { place.organization }

    func make(in draft: inout GraphDraft) {
        var separations: [Modifier] = []
        for presence in draft.levels(of: control, at: place)
        where control.levels[presence.level].backupFallsWith.isEmpty {
            separations.append(Modifier(when: presence.when, value: draft.slots.impossible()))
        }
        draft.description.nodes[Int(node)].successModifiers = separations
    }

    func note(in parts: inout ReplacedParts) { parts.nodes.insert(Int(node)) }
}
