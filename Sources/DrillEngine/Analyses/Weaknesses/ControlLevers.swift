internal import DrillResults
internal import Scenarios

/// The levers that controls are: each level above today's in each scope where the control is set, the same level where
/// it covers only a share, and keys kept apart where data is encrypted.
struct ControlLevers {
    let organization: Organization
    let catalog: Catalog

    var all: [CompanyLever] {
        catalog.controls.flatMap { control in
            ControlScope.all(in: organization).flatMap { scope -> [CompanyLever] in
                // Where nothing is set the wider scope holds; the whole company always says something, if only the
                // catalog's assumption.
                let isSet = scope.answer(to: control.id, in: organization) != nil
                return isSet || scope == .organization ? levers(control, scope) : []
            }
        }
    }

    private func levers(_ control: Control, _ scope: ControlScope) -> [CompanyLever] {
        let today = scope.standing(of: control, in: organization)
        var changes: [CompanyLever] = []
        if let level = today.level, level > 0 || !control.delays.isEmpty, today.coverage ?? 1 < 1 {
            changes.append(change(control, scope, today: today, to: level))
        }
        // Against an unknown answer only the strongest level is sure to be no step back.
        let above = (today.level ?? control.levels.count - 2) + 1
        for level in control.levels.indices where level >= above {
            changes.append(change(control, scope, today: today, to: level))
        }
        if let keys = keys(control, scope, today: today) { changes.append(keys) }
        return changes
    }

    private func change(_ control: Control, _ scope: ControlScope, today: ScopedAnswer, to level: Int) -> CompanyLever {
        var setting = today.setting ?? ControlSetting()
        setting.level = .known(control.levels[level].id)
        setting.coverage = .known(1)
        // A stated delay is today's; another level has the catalog's.
        if level != today.level { setting.delay = nil }
        let isWider = level == today.level
        let lever = lever(
            control, scope, today: today,
            to: isWider ? .everywhere(control.levels[level].id) : .level(control.levels[level].id),
            target: control.levels[level].title + (isWider ? ", everywhere" : ""),
            effort: effort(control, scope, from: today, to: level))
        var change = CompanyLever(lever: lever, cost: cost(control, scope, from: today, to: level)) { [setting] in
            scope.set(control.id, setting, in: &$0)
        }
        if today.level != 0 {
            var none = ControlSetting()
            none.level = .known(control.levels[0].id)
            change.remove = { [none] in scope.set(control.id, none, in: &$0) }
        }
        return change
    }

    /// Keys of encrypted data that lie on the same host, moved to a hardware module.
    private func keys(_ control: Control, _ scope: ControlScope, today: ScopedAnswer) -> CompanyLever? {
        guard control.levels.contains(where: { $0.effects.contains { !$0.protects.isEmpty } }),
            let level = today.level, level > 0, today.setting?.keys ?? .sameHost == .sameHost
        else { return nil }
        var setting = today.setting ?? ControlSetting()
        setting.keys = .hsm
        let lever = lever(
            control, scope, today: today, to: .keysApart,
            target: "\(control.levels[level].title), keys in a hardware module",
            effort: nil)
        return CompanyLever(lever: lever) { [setting] in scope.set(control.id, setting, in: &$0) }
    }

    private func lever(
        _ control: Control, _ scope: ControlScope, today: ScopedAnswer, to goal: LeverID.ControlTarget, target: String,
        effort: Effort?
    ) -> Lever {
        let place = scope.title(in: organization)
        let department = scope.department(in: organization)
        return Lever(
            id: .control(control.id, at: LeverScope(scope, in: organization), to: goal),
            family: control.family.rawValue, title: control.title, scope: place,
            department: department,
            departmentName: organization.departments.first { $0.id == department }?.name, now: today.words(control),
            target: target,
            action: "\(control.title), \(place): \(target).", effort: effort, mitigations: control.mitigations,
            nist: control.nist, twoWay: control.twoWay)
    }

    /// Person-days of all levels on the way; where only a share is missing, that share of the level's own.
    private func effort(_ control: Control, _ scope: ControlScope, from today: ScopedAnswer, to level: Int) -> Effort? {
        guard let way = way(control, from: today, to: level) else { return nil }
        let efforts = way.levels.map { terms.effort(control, to: $0, in: scope) }
        guard !efforts.contains(nil), !efforts.isEmpty else { return nil }
        let known = efforts.compactMap(\.self)
        return Effort(
            low: known.reduce(0) { $0 + $1.low } * way.share, likely: known.reduce(0) { $0 + $1.likely } * way.share,
            high: known.reduce(0) { $0 + $1.high } * way.share)
    }

    /// Money, likewise.
    private func cost(_ control: Control, _ scope: ControlScope, from today: ScopedAnswer, to level: Int)
        -> UpgradeCost?
    {
        way(control, from: today, to: level).flatMap { way in
            UpgradeCost.sum(way.levels.map { terms.cost(control, to: $0, in: scope) }, times: way.share)
        }
    }

    /// The levels on the way, and the share of them that is missing. From where nobody knows, the way's length is not
    /// known either.
    private func way(_ control: Control, from today: ScopedAnswer, to level: Int) -> (
        levels: [ControlLevel], share: Double
    )? {
        guard let start = today.level else { return nil }
        if level == start { return ([control.levels[level]], 1 - (today.coverage ?? 1)) }
        return (Array(control.levels[(start + 1)...level]), 1)
    }

    private var terms: UpgradeTerms { UpgradeTerms(organization: organization) }
}
