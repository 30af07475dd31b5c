internal import DrillKernel
internal import Scenarios

/// The numbers that differ between worlds: each slot has a recipe, and each world fills all slots.
struct WorldTable {
    typealias ThresholdRecipe = @Sendable (WorldDraw) -> UInt32
    typealias FactorRecipe = @Sendable (WorldDraw) -> Double

    let preset: Preset
    private var thresholds: [Slot<UInt32>] = []
    private var factors: [Slot<Double>] = []
    private var thresholdSlots = Layered<SlotName, Int32>()
    private var factorSlots = Layered<SlotName, Int32>()

    private struct Slot<Value>: Sendable {
        var name: SlotName
        /// Of the scenario's figure in it, as a scenario may stand twice in an exercise, with other parameters.
        var range: FigureRange?
        var recipe: @Sendable (WorldDraw) -> Value
    }

    init(preset: Preset) { self.preset = preset }

    /// A slot for a fixed-point probability or the bound of a presence interval; the same name gives the same slot.
    mutating func threshold(
        _ name: SlotName, range: FigureRange? = nil, _ recipe: @escaping ThresholdRecipe
    ) -> Int32 {
        if let slot = thresholdSlots[name] { return slot }
        thresholds.append(Slot(name: name, range: range, recipe: recipe))
        thresholdSlots[name] = Int32(thresholds.count - 1)
        return Int32(thresholds.count - 1)
    }

    /// A slot for a factor or hazard; the same name gives the same slot.
    mutating func factor(_ name: SlotName, range: FigureRange? = nil, _ recipe: @escaping FactorRecipe) -> Int32 {
        if let slot = factorSlots[name] { return slot }
        factors.append(Slot(name: name, range: range, recipe: recipe))
        factorSlots[name] = Int32(factors.count - 1)
        return Int32(factors.count - 1)
    }

    /// The slot of a name that has one.
    func threshold(named name: SlotName) -> Int32? { thresholdSlots[name] }
    func factor(named name: SlotName) -> Int32? { factorSlots[name] }

    /// The chance 0: what never succeeds.
    mutating func impossible() -> Int32 { threshold(.never) { _ in 0 } }

    /// Shares the slots with copies that are made from now on.
    mutating func seal() {
        thresholdSlots.seal()
        factorSlots.seal()
    }

    /// Fills the slots that worlds do not have yet: those that were made last.
    func append(to values: inout [WorldValues], seed: UInt64, columns: FigureColumns) {
        guard let first = values.first else { return }
        let draws = values.indices.map { WorldDraw(world: UInt32($0), seed: seed, preset: preset) }
        for slot in thresholds.dropFirst(first.thresholds.count) {
            let column = columns.thresholds(of: slot.name, range: slot.range) { draws.map(slot.recipe) }
            for world in values.indices { values[world].thresholds.append(column[world]) }
        }
        for slot in factors.dropFirst(first.factors.count) {
            let column = columns.factors(of: slot.name, range: slot.range) { draws.map { Float(slot.recipe($0)) } }
            for world in values.indices { values[world].factors.append(column[world]) }
        }
    }

    /// The slots of all worlds with some uniform numbers held; `base` is what they are without.
    func values(_ base: [WorldValues], seed: UInt64, holding held: HeldUniforms) -> [WorldValues] {
        let draws = base.indices.map {
            WorldDraw(world: UInt32($0), seed: seed, preset: preset, held: held.values)
        }
        var values = base
        for (index, slot) in thresholds.enumerated() where held.concern(slot.name) {
            for world in values.indices { values[world].thresholds[index] = slot.recipe(draws[world]) }
        }
        for (index, slot) in factors.enumerated() where held.concern(slot.name) {
            for world in values.indices { values[world].factors[index] = Float(slot.recipe(draws[world])) }
        }
        return values
    }
}
