internal import Scenarios

extension CompileInput {
    /// The controls of which any level's effects concern a step on an asset, in the catalog's order.
    func effects(on step: Step, at place: AssetReference) -> [ControlEffects] {
        let asset = asset(place)
        // Of the asset only its kind counts.
        return memo.effects(CompileMemo.EffectKey(step: step.id, kind: asset.kind)) {
            catalog.controls.compactMap { control in
                ControlEffects(control) {
                    $0.on.concerns(step, on: asset, adversary: scenario.adversary, techniques: techniques)
                }
            }
        }
    }

    /// The controls of which any level's effects concern a way, in the catalog's order.
    func effects(on way: GuardedWay) -> [ControlEffects] {
        let (step, target) = (scenario.steps[way.step], asset(way.target))
        // Who signs in to what faces the internet does not come through the company's own network.
        let isOpen = way.link == nil && target.isOpenToSignIn(for: step)
        let key = CompileMemo.EffectKey(
            step: step.id, kind: target.kind, relation: way.relation, link: way.link, isInside: way.isInside,
            isOpen: isOpen)
        return memo.effects(key) {
            isOpen
                ? []
                : catalog.controls.compactMap { control in
                    ControlEffects(control, isOnWay: true) {
                        (!way.isInside || $0.on.inside)
                            && $0.on.guards(
                                way.relation, link: way.link, to: step, on: target, adversary: scenario.adversary,
                                techniques: techniques)
                    }
                }
        }
    }

    /// Whether some level of some control makes a way harder.
    func canBeGuarded(_ way: GuardedWay) -> Bool {
        effects(on: way).contains { $0.contains { $0.success != nil } }
    }
}

extension Asset {
    /// Whether a step may come to it from the internet with what its user signs in with: past all firewalls between the
    /// company's own assets.
    func isOpenToSignIn(for step: Step) -> Bool {
        let isReached = exposure == .internet || kind == .cloudTenant || kind == .saas
        return isReached && (step.through == .identity || step.through == .application)
    }
}
