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
        let key = CompileMemo.EffectKey(step: step.id, kind: target.kind, relation: way.relation, link: way.link)
        return memo.effects(key) {
            catalog.controls.compactMap { control in
                ControlEffects(control, isOnWay: true) {
                    $0.on.guards(
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
