internal import Scenarios

/// What building the graphs of one scenario works out again and again: which effects concern which steps, and figures
/// in all worlds. Valid for one scenario, catalog, technique table, seed, preset and number of worlds; of no influence on
/// what comes out.
package final class CompileMemo {
    /// An effect's level, and the step on an asset, or the way to it.
    struct EffectKey: Hashable {
        var control: String
        var level: String
        var step: String
        var kind: AssetKind
        var relation: Relation?
        var link: LinkKind?
    }

    typealias Effects = [(number: Int, index: Int, effect: Effect)]

    private var effects: [EffectKey: Effects] = [:]
    private var thresholds: [String: [UInt32]] = [:]
    private var factors: [String: [Float]] = [:]

    package init() {}

    func effects(_ key: EffectKey, _ work: () -> Effects) -> Effects {
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
