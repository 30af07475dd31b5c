internal import DrillKernel
internal import Scenarios

/// Every number that is drawn once per world, under its name, and what these numbers rest on.
struct SlotTable {
    /// The recipes of all slots.
    private(set) var worlds: WorldTable
    /// Figures and answers on which the graph rests.
    private(set) var basis = BasisCount()
    /// Figures with a range, by name.
    private(set) var estimates: [FigureName: Estimate] = [:]
    /// Whether it is counted what the numbers rest on: not in changed graphs.
    var countsBasis = true
    private var names = EntityNames()

    init(preset: Preset) { worlds = WorldTable(preset: preset) }

    /// Two things that would share random numbers; nil: none do.
    var collision: String? { names.collision }

    /// The 64-bit name of a thing that is drawn.
    mutating func entity(_ kind: String, _ parts: String...) -> UInt64 { names.entity([kind] + parts) }

    /// A slot for a catalog or scenario figure, counted into what the results rest on.
    ///
    /// - Parameter member: Whose part of the graph asks for it.
    mutating func figure(
        _ name: FigureName, _ estimate: Estimate, for member: Int, lowIsGood: Bool
    ) -> Int32 {
        note(name, estimate, for: member)
        if let known = worlds.factor(named: .figure(name)) { return known }
        let entity = entity("figure", name.uniformText)
        return worlds.factor(.figure(name)) { draw in
            draw.value(of: estimate, entity: entity, lowIsGood: lowIsGood)
        }
    }

    /// The same as a fixed-point probability.
    ///
    /// - Parameter range: Of a scenario's figure.
    mutating func chance(
        _ name: FigureName, _ estimate: Estimate, for member: Int, lowIsGood: Bool, shift: Int32 = 0,
        range: FigureRange? = nil
    ) -> Int32 {
        note(name, estimate, for: member)
        if let known = worlds.threshold(named: .figure(name)) { return known }
        let entity = entity("figure", name.uniformText)
        return worlds.threshold(.figure(name), range: range) { draw in
            FixedPoint.threshold(draw.value(of: estimate, entity: entity, lowIsGood: lowIsGood), shift: shift)
        }
    }

    /// The chance 0: what never succeeds.
    mutating func impossible() -> Int32 { worlds.impossible() }

    /// A slot for the bound of an interval of presence words.
    mutating func bound(_ name: SlotName, _ recipe: @escaping WorldTable.ThresholdRecipe) -> Int32 {
        worlds.threshold(name, recipe)
    }

    /// Fills the slots of all worlds; those that have values keep them.
    func fill(_ values: inout [WorldValues], of input: CompileInput) {
        worlds.append(to: &values, seed: input.seed, columns: input.memo.columns)
    }

    /// Shares what there is with copies that are made from now on.
    mutating func seal() {
        worlds.seal()
        names.seal()
    }
}

// MARK: - Hazards

extension SlotTable {
    /// A slot for −ln(1 − φ·q^(1 − κ)): what a control's level notices of a try where it sees the technique at all.
    mutating func hazard(_ watch: LevelWatch, for member: Int) -> Int32 {
        note(watch, for: member)
        let slot = SlotName.hazard(watch.chances.map(\.name), share: watch.share.name, sight: watch.sight?.name)
        if let known = worlds.factor(named: slot) { return known }
        let value = value(of: watch)
        let share = entity("figure", watch.share.name.uniformText)
        return worlds.factor(slot, range: FigureRange(watch.share.estimate)) { draw in
            let (chance, sight) = value(draw)
            let seen = sight >= 1 ? 1 : DeterministicMath.pow(chance, 1 - sight)
            return Self.hazard(
                chance <= 0
                    ? 0 : seen * draw.value(of: watch.share.estimate, entity: share, lowIsGood: false))
        }
    }

    /// A slot for the last word with which a control's level sees a technique: below q^κ.
    mutating func lastSeeingWord(_ watch: LevelWatch, _ sight: NamedFigure) -> Int32 {
        let slot = SlotName.sight(watch.chances.map(\.name), sight.name)
        if let known = worlds.threshold(named: slot) { return known }
        let value = value(of: watch)
        return worlds.threshold(slot) { draw in
            let (chance, sight) = value(draw)
            let end = FixedPoint.threshold(chance <= 0 ? 0 : DeterministicMath.pow(chance, sight))
            return end == .max || end == 0 ? end : end - 1
        }
    }

    private mutating func note(_ watch: LevelWatch, for member: Int) {
        for chance in watch.chances { note(chance.name, chance.estimate, for: member) }
        if let sight = watch.sight { note(sight.name, sight.estimate, for: member) }
        if watch.share.estimate != Estimate(exactly: 1) { note(watch.share.name, watch.share.estimate, for: member) }
    }

    /// A level's chance of noticing, 1 − Π(1 − qₑ), and κ, in a world.
    private mutating func value(of watch: LevelWatch) -> @Sendable (WorldDraw) -> (chance: Double, sight: Double) {
        let chances = watch.chances.map { ($0.estimate, entity("figure", $0.name.uniformText)) }
        let sight = watch.sight.map { ($0.estimate, entity("figure", $0.name.uniformText)) }
        return { draw in
            let missed = chances.reduce(1.0) { missed, chance in
                missed * (1 - draw.value(of: chance.0, entity: chance.1, lowIsGood: false))
            }
            // The larger the part that is sight, the less do many tries help to notice.
            return (1 - missed, sight.map { draw.value(of: $0.0, entity: $0.1, lowIsGood: true) } ?? 0)
        }
    }

    /// The same for a chance that the scenario states itself.
    mutating func hazard(_ chance: NamedFigure, for member: Int) -> Int32 {
        note(chance.name, chance.estimate, for: member)
        let entity = entity("figure", chance.name.uniformText)
        return worlds.factor(.figure(chance.name), range: FigureRange(chance.estimate)) { draw in
            Self.hazard(draw.value(of: chance.estimate, entity: entity, lowIsGood: false))
        }
    }

    private static func hazard(_ chance: Double) -> Double {
        if chance <= 0 { return 0 }
        return chance >= 1 ? .infinity : -DeterministicMath.log(1 - chance)
    }
}

/// A figure and what it is called.
struct NamedFigure {
    var name: FigureName
    var estimate: Estimate
}

/// What a control's level notices of a step.
struct LevelWatch {
    /// Of its effects that concern the step.
    var chances: [NamedFigure] = []
    /// How far it goes for this step, as the scenario says.
    var share: NamedFigure
    /// Which part of it is sight; nil: none.
    var sight: NamedFigure?
}

// MARK: - What the numbers rest on

extension SlotTable {
    /// Counts a figure.
    ///
    /// - Parameter member: Whose part of the graph asks for it.
    mutating func note(_ name: FigureName, _ estimate: Estimate, for member: Int) {
        guard countsBasis else { return }
        // A bare number in a scenario is part of the story, not a figure with a source.
        if estimate.source != nil || estimate.low < estimate.high {
            basis.figures[name] = estimate.isJudgement
            basis.asked[member, default: []].insert(name)
        }
        if estimate.low < estimate.high { estimates[name] = estimate }
    }

    /// The numbers rest on what a company has not said.
    mutating func leaveOpen(_ answer: OpenAnswer) {
        if countsBasis { basis.answers.insert(answer) }
    }
}
