/// Where a control is set.
package enum ControlScope: Sendable, Hashable {
    case organization
    /// By position.
    case department(Int)
    case asset(department: Int, asset: Int)

    /// All scopes of an organization: the whole, then departments, each followed by its assets.
    package static func all(in organization: Organization) -> [ControlScope] {
        [.organization]
            + organization.departments.indices.flatMap { department in
                [.department(department)]
                    + organization.departments[department].assets.indices.map {
                        .asset(department: department, asset: $0)
                    }
            }
    }

    /// The settings of the scope.
    package func controls(in organization: Organization) -> [String: Answer<ControlSetting>] {
        switch self {
        case .organization: organization.controls
        case .department(let department): organization.departments[department].controls
        case .asset(let department, let asset): organization.departments[department].assets[asset].controls
        }
    }

    /// What the scope says of a control; nil: nothing.
    package func answer(to control: String, in organization: Organization) -> Answer<ControlSetting>? {
        switch self {
        case .organization: organization.controls[control]
        case .department(let department): organization.departments[department].controls[control]
        case .asset(let department, let asset): organization.departments[department].assets[asset].controls[control]
        }
    }

    /// Puts an answer in the place of the one that there is.
    package func set(_ control: String, _ setting: ControlSetting, in organization: inout Organization) {
        switch self {
        case .organization: organization.controls[control] = .known(setting)
        case .department(let department): organization.departments[department].controls[control] = .known(setting)
        case .asset(let department, let asset):
            organization.departments[department].assets[asset].controls[control] = .known(setting)
        }
    }

    /// As people read it.
    package func title(in organization: Organization) -> String {
        switch self {
        case .organization: "whole company"
        case .department(let department): organization.departments[department].name
        case .asset(let department, let asset): organization.departments[department].assets[asset].label
        }
    }

    /// Id of the department whose matter it is.
    package func department(in organization: Organization) -> String? {
        switch self {
        case .organization: nil
        case .department(let department), .asset(let department, _): organization.departments[department].id
        }
    }

    /// The scope and those that hold where it says nothing: the nearest first, the whole company last.
    package var andWider: [ControlScope] {
        switch self {
        case .organization: [.organization]
        case .department: [self, .organization]
        case .asset(let department, _): [self, .department(department), .organization]
        }
    }

    /// Id of the department or the asset; nil for the whole company.
    package func id(in organization: Organization) -> String? {
        switch self {
        case .organization: nil
        case .department(let department): organization.departments[department].id
        case .asset(let department, let asset): organization.departments[department].assets[asset].id
        }
    }
}

extension Asset {
    /// The name that people read.
    package var label: String { name ?? id }
}
