internal import DrillKernel
internal import Scenarios

/// Who answers an attack: each member's hand-offs with its hours of the week, and the departments of those that take part,
/// each of which is contained as one.
struct ResponseTeams {
    /// One entry per containment group: member and department.
    private(set) var groups: [(organization: Int, department: Int)] = []
    private var groupOfDepartment: [Place: Int32] = [:]

    private struct Place: Hashable {
        var member: Int
        var department: Int
    }

    init(in draft: inout GraphDraft) {
        for member in draft.input.organizations.indices {
            addOrganization(member, in: &draft)
            if !draft.input.isExternal(member) { draft.make(HandOffs(member: member)) }
        }
        for member in draft.input.participants { addGroups(member, in: &draft) }
    }

    /// The containment group of an asset; nil for members that do not take part.
    func group(of place: AssetReference) -> Int32? {
        groupOfDepartment[Place(member: place.organization, department: place.department)]
    }

    private func addOrganization(_ member: Int, in draft: inout GraphDraft) {
        let scenario = draft.input.scenario
        var entry = ResponseOrganization()
        if !draft.input.isExternal(member) {
            let clock = draft.input.clocks[member]
            entry.phase = clock.phase
            // Zero hour is one moment in the world.
            if clock.isDrawn { entry.phaseAddress = Address(draft.slots.entity("zero-hour", scenario.id), .zeroHour) }
        }
        draft.description.organizations.append(entry)
    }

    private mutating func addGroups(_ member: Int, in draft: inout GraphDraft) {
        let first = groups.count
        for number in draft.input.organizations[member].departments.indices {
            groupOfDepartment[Place(member: member, department: number)] = Int32(groups.count)
            draft.description.groups.append(ContainmentGroup(organization: Int32(member), span: Lapse()))
            groups.append((member, number))
        }
        draft.make(Containment(member: member, groups: first..<groups.count))
    }
}
