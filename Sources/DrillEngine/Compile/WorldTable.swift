internal import DrillKernel
internal import Scenarios

/// The numbers that differ between worlds: each slot has a recipe, and each world fills all slots.
struct WorldTable {
    typealias ThresholdRecipe = @Sendable (WorldDraw) -> UInt32
    typealias FactorRecipe = @Sendable (WorldDraw) -> Double

    let preset: Preset
    private var thresholdRecipes: [ThresholdRecipe] = []
    private var factorRecipes: [FactorRecipe] = []
    /// Names of slots whose recipe is a figure of catalog or scenario alone; nil for those that an organization's answers
    /// are part of.
    private var thresholdFigures: [String?] = []
    private var factorFigures: [String?] = []
    private var thresholdSlots = Layered<String, Int32>()
    private var factorSlots = Layered<String, Int32>()

    init(preset: Preset) { self.preset = preset }

    /// A slot for a fixed-point probability or the bound of a presence interval; the same name gives the same slot.
    mutating func threshold(
        _ name: String, ofAnswers: Bool = false, _ recipe: @escaping ThresholdRecipe
    ) -> Int32 {
        if let slot = thresholdSlots[name] { return slot }
        thresholdRecipes.append(recipe)
        thresholdFigures.append(ofAnswers ? nil : name)
        thresholdSlots[name] = Int32(thresholdRecipes.count - 1)
        return Int32(thresholdRecipes.count - 1)
    }

    /// A slot for a factor or hazard; the same name gives the same slot.
    mutating func factor(_ name: String, _ recipe: @escaping FactorRecipe) -> Int32 {
        if let slot = factorSlots[name] { return slot }
        factorRecipes.append(recipe)
        factorFigures.append(name)
        factorSlots[name] = Int32(factorRecipes.count - 1)
        return Int32(factorRecipes.count - 1)
    }

    /// The slot of a name that has one.
    func threshold(named name: String) -> Int32? { thresholdSlots[name] }
    func factor(named name: String) -> Int32? { factorSlots[name] }

    /// The chance 0: what never succeeds.
    mutating func impossible() -> Int32 { threshold("0") { _ in 0 } }

    /// Shares the slots with copies that are made from now on.
    mutating func seal() {
        thresholdSlots.seal()
        factorSlots.seal()
    }

    /// Fills the slots of all worlds; figures that `memo` knows are not drawn again.
    func values(worlds: Int, seed: UInt64, memo: CompileMemo) -> [WorldValues] {
        var values = Array(repeating: WorldValues(), count: worlds)
        append(to: &values, seed: seed, memo: memo)
        return values
    }

    /// Fills the slots that worlds do not have yet: those that were made last.
    func append(to values: inout [WorldValues], seed: UInt64, memo: CompileMemo) {
        guard let first = values.first else { return }
        let draws = values.indices.map { WorldDraw(world: UInt32($0), seed: seed, preset: preset) }
        for slot in thresholdRecipes.indices.dropFirst(first.thresholds.count) {
            let column = memo.thresholds(thresholdFigures[slot]) { draws.map(thresholdRecipes[slot]) }
            for world in values.indices { values[world].thresholds.append(column[world]) }
        }
        for slot in factorRecipes.indices.dropFirst(first.factors.count) {
            let column = memo.factors(factorFigures[slot]) { draws.map { Float(factorRecipes[slot]($0)) } }
            for world in values.indices { values[world].factors.append(column[world]) }
        }
    }

    /// The slots of all worlds with some uniform numbers held; `base` is what they are without.
    func values(_ base: [WorldValues], seed: UInt64, holding held: HeldUniforms) -> [WorldValues] {
        let draws = base.indices.map {
            WorldDraw(world: UInt32($0), seed: seed, preset: preset, held: held.values)
        }
        var values = base
        for (slot, recipe) in thresholdRecipes.enumerated() where held.concern(thresholdFigures[slot]) {
            for world in values.indices { values[world].thresholds[slot] = recipe(draws[world]) }
        }
        for (slot, recipe) in factorRecipes.enumerated() where held.concern(factorFigures[slot]) {
            for world in values.indices { values[world].factors[slot] = Float(recipe(draws[world])) }
        }
        return values
    }
}

/// Uniform numbers that are held at one point in all worlds.
struct HeldUniforms: Sendable, Equatable {
    /// By entity.
    private(set) var values: [UInt64: Double] = [:]
    /// Names of figures, up to `@`.
    private var figures: Set<String> = []
    /// Whether an organization's answer is among them.
    private var hasAnswers = false

    /// Holds a figure's number, which all levels of a control share.
    mutating func hold(figure name: String, at point: Double) {
        figures.insert(name.uniformName)
        values[EntityHash.of("figure\u{0}\(name.uniformName)")] = point
    }

    /// Holds the level or coverage of an unknown answer.
    ///
    /// - Parameter what: `level` or `coverage`.
    mutating func hold(_ what: String, ofAnswer key: String, at point: Double) {
        hasAnswers = true
        values[EntityHash.of(what, key)] = point
    }

    /// Whether a slot depends on them; its name is nil where an organization's answers are part of it.
    fileprivate func concern(_ name: String?) -> Bool {
        guard let name else { return hasAnswers }
        // A hazard is made of two figures.
        return name.split(separator: "*").contains { figures.contains(String($0).uniformName) }
    }
}

/// Probabilities as 32-bit fixed point.
enum FixedPoint {
    /// p × 2^32, rounded down; 1 and above is `UInt32.max`, which the kernel takes for certain.
    static func threshold(_ p: Double) -> UInt32 {
        if p >= 1 { return .max }
        if p <= 0 { return 0 }
        return UInt32(p * 4_294_967_296)
    }

    /// How far a chance up to this one is to be shifted, so that enough of its digits are left: ``Node/successShift``.
    static func shift(upTo p: Double) -> Int32 { p < 1.0 / 131_072 ? Node.smallShift : 0 }

    /// p × 2^(32 + shift), rounded down; as above.
    static func threshold(_ p: Double, shift: Int32) -> UInt32 {
        threshold(shift == 0 ? p : p * Double(UInt64(1) << UInt64(shift)))
    }
}

/// The random numbers of one world.
struct WorldDraw: Sendable {
    let world: UInt32
    let seed: UInt64
    let preset: Preset
    /// Numbers that are held at a point, 0 to 1, instead of drawn; by entity.
    var held: [UInt64: Double] = [:]

    /// A uniform number in (0, 1) that belongs to an entity.
    func uniform(_ entity: UInt64, _ purpose: Purpose) -> Double {
        if !held.isEmpty, let point = held[entity] { return point }
        let word = Philox.word(Address(entity, purpose), trial: world, seed: seed)
        return (Double(word) + 0.5) / 4_294_967_296
    }

    /// A figure in this world: PERT over low, likely, high, from the half of the range that the preset says.
    ///
    /// - Parameter lowIsGood: Whether low values favour the defender.
    func value(of estimate: Estimate, entity: UInt64, lowIsGood: Bool) -> Double {
        guard estimate.low < estimate.high else { return estimate.likely }
        var u = uniform(entity, .figure)
        switch preset {
        case .default: break
        case .optimistic: u = lowIsGood ? u / 2 : 0.5 + u / 2
        case .pessimistic: u = lowIsGood ? 0.5 + u / 2 : u / 2
        }
        return DeterministicMath.pertQuantile(u, low: estimate.low, likely: estimate.likely, high: estimate.high)
    }
}
