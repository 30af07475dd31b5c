internal import DrillKernel
internal import Scenarios

/// How often a control notices a try of a step on an asset, and how late it tells.
struct ControlNotice: GraphPiece {
    let watch: NoticeWatch
    /// The place among the notices of its node.
    let number: Int
    let effects: ControlEffects
    /// From the trace to the alert, as far as the scenario says it.
    let delay: Lapse

    var member: Int { watch.place.organization }

    func make(in draft: inout GraphDraft) {
        let (place, member) = (watch.place, watch.place.organization)
        var levels: [Int: (watch: LevelWatch, when: Condition)] = [:]
        var delays: [Modifier] = []
        var delayed: Int?
        for standing in draft.standing([effects], at: place) {
            guard let noticing = standing.effect.noticing else { continue }
            let chance = NamedFigure(name: standing.figure(.noticing), estimate: noticing)
            levels[standing.place, default: (levelWatch(in: draft.input), standing.when)].watch.chances.append(chance)
            // One delay for each level that is there.
            if let delay = standing.effect.noticeDelayHours, delayed != standing.place {
                delayed = standing.place
                let slot = draft.slots.figure(standing.figure(.delay), delay, for: member, lowIsGood: true)
                delays.append(Modifier(when: standing.when, value: slot))
            }
        }
        let hazards = levels.sorted { $0.key < $1.key }.map { hazard($0.value.watch, when: $0.value.when, in: &draft) }
        var delay = delay
        // The nearest scope that states hours.
        let hours = draft.levels(of: effects.control, at: place).lazy.compactMap(\.setting?.hours).first
        delay.calendar = draft.calendar(hours, of: member)
        // A scenario's own delay goes before the catalog's.
        if delay.quantile == .constant(0), !delays.isEmpty {
            delay.quantile = Self.catalogDelay
            delay.modifiers = delays + (watch.entry.by == .monitoring ? haste(in: &draft) : [])
        }
        draft.description.nodes[Int(watch.node)].notices[number].chance = .hazard(hazards)
        draft.description.nodes[Int(watch.node)].notices[number].delay = delay
    }

    private func levelWatch(in input: CompileInput) -> LevelWatch {
        LevelWatch(
            share: watch.share(in: input),
            sight: effects.control.sight.map {
                NamedFigure(name: .sight(control: effects.control.id), estimate: $0)
            })
    }

    /// How a level notices: where it sees the technique at all, which is one thing for all assets and tries.
    private func hazard(_ level: LevelWatch, when: Condition, in draft: inout GraphDraft) -> Modifier {
        var modifier = Modifier(when: when, value: draft.slots.hazard(level, for: watch.place.organization))
        if let sight = level.sight {
            let entity = draft.slots.entity(
                "sight", draft.input.organizations[watch.place.organization].id, effects.control.id,
                watch.technique(in: draft.input))
            modifier.sight = Condition(
                presence: draft.levels.presence(entity, in: &draft.description), low: draft.slots.impossible(),
                last: draft.slots.lastSeeingWord(level, sight))
        }
        return modifier
    }

    func note(in parts: inout ReplacedParts) { parts.nodes.insert(Int(watch.node)) }

    /// How the catalog's delays of alerts lie about their medians.
    private static let catalogDelay = QuantileFunction.makeLognormal(median: 1, p90: 5)

    /// What other controls make of how late monitoring's alerts come.
    private func haste(in draft: inout GraphDraft) -> [Modifier] {
        let step = draft.input.scenario.steps[watch.step]
        let hastening = draft.input.effects(on: step, at: watch.place).filter { effects in
            effects.contains { $0.noticeDelayFactor != nil }
        }
        var haste: [Modifier] = []
        for standing in draft.standing(hastening, at: watch.place) {
            guard let factor = standing.effect.noticeDelayFactor else { continue }
            let slot = draft.slots.figure(
                standing.figure(.haste), factor, for: watch.place.organization, lowIsGood: true)
            haste.append(Modifier(when: standing.when, value: slot))
        }
        return haste
    }
}
