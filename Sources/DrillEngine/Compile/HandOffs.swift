internal import DrillKernel
internal import Scenarios

/// A member's hand-offs, from an alert to those who contain.
struct HandOffs: GraphPiece {
    let member: Int

    var answering: Int? { member }

    func make(in draft: inout GraphDraft) {
        draft.description.organizations[member].chain = chain(in: &draft)
    }

    private func chain(in draft: inout GraphDraft) -> [Lapse] {
        let organization = draft.input.organizations[member].id
        let otherwise = draft.input.catalog.response.handOff
        guard let stages = draft.input.organizations[member].response?.chain, !stages.isEmpty else {
            let key = ResponseKey(organization: organization, part: .chain)
            let entity = draft.slots.entity("hand-off", organization, "notice")
            return [draft.unstated(otherwise, key, for: member, at: Address(entity, .handOff))]
        }
        return stages.map { stage in
            let entity = draft.slots.entity("hand-off", organization, stage.id)
            let key = ResponseKey(organization: organization, part: .handOff(stage.id))
            return draft.answered(
                stage.duration, key, otherwise: otherwise, for: member, at: Address(entity, .handOff),
                within: stage.hours)
        }
    }

    func note(in parts: inout ReplacedParts) { parts.organizations.insert(member) }
}

/// How long containing each of a member's departments takes.
struct Containment: GraphPiece {
    let member: Int
    /// One for each department, in their order.
    let groups: Range<Int>

    var answering: Int? { member }

    func make(in draft: inout GraphDraft) {
        let organization = draft.input.organizations[member]
        let stated = organization.response?.containment
        let otherwise = draft.input.catalog.response.containment
        for (group, department) in zip(groups, organization.departments) {
            let address = Address(draft.slots.entity("containment", organization.id, department.id), .containment)
            let span: Lapse
            if let answer = stated?[department.id] ?? stated?["default"] {
                let key = ResponseKey(organization: organization.id, part: .containment(department: department.id))
                span = draft.answered(answer, key, otherwise: otherwise, for: member, at: address)
            } else {
                let key = ResponseKey(organization: organization.id, part: .containment(department: nil))
                span = draft.unstated(otherwise, key, for: member, at: address)
            }
            draft.description.groups[group].span = span
        }
    }

    func note(in parts: inout ReplacedParts) { parts.groups.formUnion(groups) }
}
