internal import DrillResults
internal import Scenarios

extension LeverScope {
    /// A scope of an organization, by ids.
    init(_ scope: ControlScope, in organization: Organization) {
        switch scope {
        case .organization: self = .company
        case .department(let department): self = .department(organization.departments[department].id)
        case .asset(let department, let asset):
            let department = organization.departments[department]
            self = .asset(department.assets[asset].id, of: department.id)
        }
    }

    /// Where an organization has it; nil: not any more.
    func scope(in organization: Organization) -> ControlScope? {
        ControlScope.all(in: organization).first { LeverScope($0, in: organization) == self }
    }
}
