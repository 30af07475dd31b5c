internal import Scenarios

/// What building the graphs of one scenario works out again and again: which effects concern which steps, and figures
/// in all worlds. Valid for one scenario, catalog, technique table, seed, preset and number of worlds; of no influence on
/// what comes out.
package final class CompileMemo {
    /// A step on a kind of asset, or the way to it.
    struct EffectKey: Hashable {
        var step: String
        var kind: AssetKind
        var relation: Relation?
        var link: LinkKind?
        var isInside = false
        var isOpen = false
    }

    private var effects: [EffectKey: [ControlEffects]] = [:]
    let columns: FigureColumns

    /// - Parameter columns: Those of others with the same seed, preset and number of worlds, for figures that they share.
    package init(columns: FigureColumns = FigureColumns()) { self.columns = columns }

    func effects(_ key: EffectKey, _ work: () -> [ControlEffects]) -> [ControlEffects] {
        if let known = effects[key] { return known }
        let found = work()
        effects[key] = found
        return found
    }
}

/// A control, and which effects of its levels concern a step on a kind of asset, or the way to it.
final class ControlEffects {
    /// An effect, numbered so that the same effect of another level shares its uniform number, and with its place in the
    /// level, as another effect's figure may have that number for another step.
    typealias Numbered = (number: Int, index: Int, effect: Effect)

    let control: Control
    /// By level.
    let levels: [[Numbered]]

    /// Whether it guards the way, rather than hinder the step.
    private let isOnWay: Bool

    /// Nil where no effect concerns it.
    init?(_ control: Control, isOnWay: Bool = false, _ concerns: (Effect) -> Bool) {
        self.isOnWay = isOnWay
        levels = control.levels.map { level in
            level.effects.enumerated().filter { concerns($1) }.enumerated().map { ($0, $1.offset, $1.element) }
        }
        guard levels.contains(where: { !$0.isEmpty }) else { return nil }
        self.control = control
    }

    /// Whether some level has an effect as asked.
    func contains(where isMeant: (Effect) -> Bool) -> Bool {
        levels.contains { $0.contains { isMeant($0.effect) } }
    }

    /// What a figure of an effect is called.
    func figure(_ meaning: EffectFigure.Meaning, of effect: Numbered, level: Int) -> FigureName {
        .effect(
            EffectFigure(
                control: control.id, isOnWay: isOnWay, number: effect.number, meaning: meaning,
                level: control.levels[level].id, index: effect.index))
    }
}
