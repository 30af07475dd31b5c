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

    /// Fills the slots of all worlds; figures whose columns are known are not drawn again.
    func values(worlds: Int, seed: UInt64, columns: FigureColumns) -> [WorldValues] {
        var values = Array(repeating: WorldValues(), count: worlds)
        append(to: &values, seed: seed, columns: columns)
        return values
    }

    /// Fills the slots that worlds do not have yet: those that were made last.
    func append(to values: inout [WorldValues], seed: UInt64, columns: FigureColumns) {
        guard let first = values.first else { return }
        let draws = values.indices.map { WorldDraw(world: UInt32($0), seed: seed, preset: preset) }
        for slot in thresholds.dropFirst(first.thresholds.count) {
            let column = columns.thresholds(slot.name, slot.range) { draws.map(slot.recipe) }
            for world in values.indices { values[world].thresholds.append(column[world]) }
        }
        for slot in factors.dropFirst(first.factors.count) {
            let column = columns.factors(slot.name, slot.range) { draws.map { Float(slot.recipe($0)) } }
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

/// What a slot of the worlds holds.
enum SlotName: Hashable, Sendable {
    case never
    case figure(FigureName)
    /// A catalog's chance of noticing times the scenario's share.
    case hazard(FigureName, share: FigureName)
    /// A bound of the interval of presence words with which a level is there, by what scopes answer.
    case bound([ScopeAnswer], slice: Int, level: Int, isUpper: Bool)

    /// Whether an organization's answers are part of it.
    var isOfAnswers: Bool {
        if case .bound = self { true } else { false }
    }
}

/// All that one scope's answer about a control says about where which level is.
struct ScopeAnswer: Hashable, Sendable {
    var key: AnswerKey
    /// nil: unknown.
    var level: Int?
    var coverage: Double?
}

/// A scenario's figure, as far as it is drawn.
struct FigureRange: Hashable, Sendable {
    var low: Double
    var likely: Double
    var high: Double

    init(_ estimate: Estimate) {
        low = estimate.low
        likely = estimate.likely
        high = estimate.high
    }
}

/// Uniform numbers that are held at one point in all worlds.
struct HeldUniforms: Sendable, Equatable {
    /// An answer's number.
    enum Answer: String {
        case level, coverage
    }

    /// By entity.
    private(set) var values: [UInt64: Double] = [:]
    /// Without their levels.
    private var figures: Set<FigureName> = []
    /// Whether an organization's answer is among them.
    private var hasAnswers = false

    /// Holds a figure's number, which all levels of a control share.
    mutating func hold(_ figure: FigureName, at point: Double) {
        figures.insert(figure.uniform)
        values[EntityHash.of("figure\u{0}\(figure.uniformText)")] = point
    }

    /// Holds the level or coverage of an unknown answer.
    mutating func hold(_ what: Answer, of key: AnswerKey, at point: Double) {
        hasAnswers = true
        values[EntityHash.of(what.rawValue, key.text)] = point
    }

    /// Whether a slot depends on them.
    fileprivate func concern(_ name: SlotName) -> Bool {
        switch name {
        case .never: false
        case .figure(let figure): figures.contains(figure.uniform)
        case .hazard(let figure, let share): figures.contains(figure.uniform) || figures.contains(share.uniform)
        case .bound: hasAnswers
        }
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
