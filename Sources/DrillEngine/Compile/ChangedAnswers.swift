internal import Scenarios

/// Where two states of an organization answer differently.
struct ChangedAnswers {
    /// A control's answer in one scope.
    struct Place {
        var control: String
        var scope: ControlScope
    }

    private(set) var controls: [Place] = []
    /// Whether hand-offs, containment or repair times differ.
    private(set) var isResponseChanged = false

    /// - Returns: nil where anything else differs, too, so that the graph may have another shape.
    init?(from old: Organization, to new: Organization) {
        var rest = new
        if old.controls != new.controls {
            compare(old.controls, new.controls, in: .organization)
            rest.controls = old.controls
        }
        if old.response != new.response {
            guard old.response?.chain.map(\.id) == new.response?.chain.map(\.id) else { return nil }
            isResponseChanged = true
            rest.response = old.response
        }
        guard old.departments.count == new.departments.count else { return nil }
        for (index, department) in old.departments.enumerated() where department != new.departments[index] {
            guard compare(department, new.departments[index], number: index) else { return nil }
            rest.departments[index] = department
        }
        guard rest == old else { return nil }
    }

    /// Whether only controls differ.
    private mutating func compare(_ old: Department, _ new: Department, number: Int) -> Bool {
        var rest = new
        compare(old.controls, new.controls, in: .department(number))
        rest.controls = old.controls
        guard old.assets.count == new.assets.count else { return false }
        for (index, asset) in old.assets.enumerated() where asset != new.assets[index] {
            compare(asset.controls, new.assets[index].controls, in: .asset(department: number, asset: index))
            rest.assets[index].controls = asset.controls
        }
        return rest == old
    }

    private mutating func compare(
        _ old: [String: Answer<ControlSetting>], _ new: [String: Answer<ControlSetting>], in scope: ControlScope
    ) {
        guard old != new else { return }
        let names = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
        controls += names.sorted().map { Place(control: $0, scope: scope) }
    }
}
