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
    /// A slot for −ln(1 − chance × share): a control's chance to notice, times how far it goes for a step.
    mutating func hazard(_ chance: NamedFigure, share: NamedFigure, for member: Int) -> Int32 {
        note(chance.name, chance.estimate, for: member)
        if share.estimate != Estimate(exactly: 1) { note(share.name, share.estimate, for: member) }
        let slot = SlotName.hazard(chance.name, share: share.name)
        if let known = worlds.factor(named: slot) { return known }
        let entities = (entity("figure", chance.name.uniformText), entity("figure", share.name.uniformText))
        return worlds.factor(slot, range: FigureRange(share.estimate)) { draw in
            Self.hazard(
                draw.value(of: chance.estimate, entity: entities.0, lowIsGood: false)
                    * draw.value(of: share.estimate, entity: entities.1, lowIsGood: false))
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
