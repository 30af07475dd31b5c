internal import DrillResults
internal import Scenarios

/// A lever and what it changes in its organization.
struct LeverChange: Sendable {
    var lever: Lever
    /// Nil where the company does not say.
    var cost: UpgradeCost? = nil
    /// Takes the control away in the lever's scope; nil where there is none today, and for the response.
    var remove: (@Sendable (inout Organization) -> Void)? = nil
    var apply: @Sendable (inout Organization) -> Void
}

extension LeverChange {
    /// The control with the path of its scope: what stands before the target in the lever's id.
    var place: Substring { lever.id.prefix(upTo: lever.id.lastIndex(of: "/") ?? lever.id.endIndex) }

    /// Whether doing both makes no sense: levels of one control in one scope, or a hand-off and all hand-offs.
    func excludes(_ other: LeverChange) -> Bool {
        guard lever.kind == other.lever.kind else { return false }
        return switch lever.kind {
        case .control: place == other.place
        case .handOff, .containment: isForAll || other.isForAll
        }
    }

    private var isForAll: Bool { lever.id.split(separator: "/").dropFirst().first == "all" }
}

extension [LeverChange] {
    /// All as one, in their order: a set is one changed graph, never a sum of singles.
    var together: LeverChange {
        if count == 1 { return self[0] }
        // No control: a set is left out for what its graph is, not for what it is called.
        let lever = Lever(
            id: map(\.lever.id).joined(separator: " + "), kind: .control, control: nil, family: "", title: "",
            scope: "", department: nil, now: "", target: "", action: "", effort: nil, mitigations: [], nist: [],
            twoWay: nil)
        return LeverChange(lever: lever) { organization in
            for change in self { change.apply(&organization) }
        }
    }
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
