internal import DrillResults
internal import Scenarios

/// A lever and what it changes in its organization.
struct LeverChange: Sendable {
    var lever: Lever
    /// Nil where the company does not say.
    var cost: UpgradeCost? = nil
    var apply: @Sendable (inout Organization) -> Void
}

/// Where a control is set.
enum ControlScope: Sendable, Equatable {
    case organization
    /// By position.
    case department(Int)
    case asset(department: Int, asset: Int)

    /// All scopes of an organization: the whole, then departments, each followed by its assets.
    static func all(in organization: Organization) -> [ControlScope] {
        [.organization]
            + organization.departments.indices.flatMap { department in
                [.department(department)]
                    + organization.departments[department].assets.indices.map {
                        .asset(department: department, asset: $0)
                    }
            }
    }

    /// The settings of the scope.
    func controls(in organization: Organization) -> [String: Answer<ControlSetting>] {
        switch self {
        case .organization: organization.controls
        case .department(let department): organization.departments[department].controls
        case .asset(let department, let asset): organization.departments[department].assets[asset].controls
        }
    }

    func set(_ control: String, _ setting: ControlSetting, in organization: inout Organization) {
        switch self {
        case .organization: organization.controls[control] = .known(setting)
        case .department(let department): organization.departments[department].controls[control] = .known(setting)
        case .asset(let department, let asset):
            organization.departments[department].assets[asset].controls[control] = .known(setting)
        }
    }

    /// As people read it.
    func title(in organization: Organization) -> String {
        switch self {
        case .organization: "whole company"
        case .department(let department): organization.departments[department].name
        case .asset(let department, let asset): organization.departments[department].assets[asset].label
        }
    }

    /// Id of the department whose matter it is.
    func department(in organization: Organization) -> String? {
        switch self {
        case .organization: nil
        case .department(let department), .asset(let department, _): organization.departments[department].id
        }
    }

    /// What makes a lever's id unique: nothing for the whole company.
    func path(in organization: Organization) -> String {
        switch self {
        case .organization: ""
        case .department(let department): organization.departments[department].id + ": "
        case .asset(let department, let asset):
            "\(organization.departments[department].id)/\(organization.departments[department].assets[asset].id): "
        }
    }
}
