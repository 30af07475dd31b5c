internal import DrillResults
internal import Scenarios

/// A control's target in a scope.
struct ControlLeverStanding {
    /// Catalog id of the control.
    let control: String
    let scope: LeverScope
    let target: LeverID.ControlTarget
    let organization: Organization
    let catalog: Catalog

    var finding: Finding {
        guard let control = catalog.controls.first(where: { $0.id == control }), let scope = nearest else {
            return .gone
        }
        let today = scope.standing(of: control, in: organization)
        let words = today.words(control)
        var weakest = ControlSetting()
        weakest.level = .known(control.levels[0].id)
        if target == .keysApart {
            weakest = today.setting ?? ControlSetting()
            weakest.keys = .sameHost
        }
        guard let reached = isReached(control, today) else { return Finding(level: .unknown, now: words) }
        return Finding(level: reached ? .reached : .below, now: words) { [weakest] in
            scope.set(control.id, weakest, in: &$0)
        }
    }

    /// Nil where nobody knows.
    private func isReached(_ control: Control, _ today: ScopedAnswer) -> Bool? {
        guard let level = today.level, let coverage = today.coverage else { return nil }
        switch target {
        case .keysApart: return level > 0 && ![nil, .sameHost].contains(today.setting?.keys)
        case .level(let id), .everywhere(let id):
            guard let target = control.levels.firstIndex(where: { $0.id == id }) else { return false }
            return level >= target && coverage >= 1
        }
    }

    /// Where the control is set now: the lever's scope, or the next wider one where it says nothing (any more).
    private var nearest: ControlScope? {
        guard let own = scope.scope(in: organization) else { return nil }
        return own.andWider.first { $0.answer(to: control, in: organization) != nil } ?? .organization
    }
}
