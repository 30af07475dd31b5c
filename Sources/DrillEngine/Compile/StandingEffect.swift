internal import DrillKernel
internal import Scenarios

/// An effect of a level that stands at an asset, in the trials in which it is there.
struct StandingEffect {
    let effects: ControlEffects
    let numbered: ControlEffects.Numbered
    let presence: LevelPresence

    var effect: Effect { numbered.effect }
    var when: Condition { presence.when }

    /// What a figure of the effect is called.
    func figure(_ meaning: EffectFigure.Meaning) -> FigureName {
        effects.figure(meaning, of: numbered, level: presence.level)
    }
}

extension DrillBuilder {
    /// The effects that controls have at an asset by the levels that stand there: control by control, the nearest scope's
    /// level first, in the order of the catalog.
    mutating func standing(_ controls: [ControlEffects], at place: AssetReference) -> [StandingEffect] {
        var found: [StandingEffect] = []
        for effects in controls {
            for presence in levels(of: effects.control, at: place) {
                for numbered in effects.levels[presence.level] {
                    found.append(StandingEffect(effects: effects, numbered: numbered, presence: presence))
                }
            }
        }
        return found
    }
}
