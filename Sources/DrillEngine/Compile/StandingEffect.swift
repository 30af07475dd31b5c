internal import DrillKernel
internal import Scenarios

/// An effect of a level that stands at an asset, in the trials in which it is there.
struct StandingEffect {
    let effects: ControlEffects
    let numbered: ControlEffects.Numbered
    let presence: LevelPresence
    /// The presence's place among those of the control.
    let place: Int

    var effect: Effect { numbered.effect }
    var when: Condition { presence.when }

    /// What a figure of the effect is called.
    func figure(_ meaning: EffectFigure.Meaning) -> FigureName {
        effects.figure(meaning, of: numbered, level: presence.level)
    }

    /// What its figure on repair is called.
    var repairFigure: FigureName {
        .repair(
            control: effects.control.id, number: numbered.index, level: effects.control.levels[presence.level].id)
    }
}

extension GraphDraft {
    /// The effects that controls have at an asset by the levels that stand there: control by control, the nearest scope's
    /// level first, in the order of the catalog.
    mutating func standing(_ controls: [ControlEffects], at place: AssetReference) -> [StandingEffect] {
        controls.flatMap { effects in effects.standing(levels(of: effects.control, at: place)) }
    }
}

extension ControlEffects {
    /// The effects of levels that are there.
    func standing(_ presences: [LevelPresence]) -> [StandingEffect] {
        presences.enumerated().flatMap { place, presence in
            levels[presence.level].map {
                StandingEffect(effects: self, numbered: $0, presence: presence, place: place)
            }
        }
    }

    /// The effects of the weakest level, in every trial.
    var weakest: [StandingEffect] { standing([LevelPresence(level: 0, when: .always, setting: nil)]) }
}
