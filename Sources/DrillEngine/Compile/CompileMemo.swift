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
    }

    private var effects: [EffectKey: [ControlEffects]] = [:]
    private var thresholds: [String: [UInt32]] = [:]
    private var factors: [String: [Float]] = [:]

    package init() {}

    func effects(_ key: EffectKey, _ work: () -> [ControlEffects]) -> [ControlEffects] {
        if let known = effects[key] { return known }
        let found = work()
        effects[key] = found
        return found
    }

    /// A column of world values; without a name it is worked out each time.
    func thresholds(_ name: String?, _ work: () -> [UInt32]) -> [UInt32] {
        guard let name else { return work() }
        if let known = thresholds[name] { return known }
        let column = work()
        thresholds[name] = column
        return column
    }

    func factors(_ name: String?, _ work: () -> [Float]) -> [Float] {
        guard let name else { return work() }
        if let known = factors[name] { return known }
        let column = work()
        factors[name] = column
        return column
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

    /// Nil where no effect concerns it.
    init?(_ control: Control, _ concerns: (EffectScope) -> Bool) {
        levels = control.levels.map { level in
            level.effects.enumerated().filter { concerns($1.on) }.enumerated().map { ($0, $1.offset, $1.element) }
        }
        guard levels.contains(where: { !$0.isEmpty }) else { return nil }
        self.control = control
    }
}
