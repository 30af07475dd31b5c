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
        let share = watch.share(in: draft.input)
        var hazards: [Modifier] = []
        var delays: [Modifier] = []
        var delayed: Int?
        for standing in draft.standing([effects], at: place) {
            guard let noticing = standing.effect.noticing else { continue }
            let chance = NamedFigure(name: standing.figure(.noticing), estimate: noticing)
            let slot = draft.slots.hazard(chance, share: share, for: member)
            hazards.append(Modifier(when: standing.when, value: slot))
            // One delay for each level that is there.
            if let delay = standing.effect.noticeDelayHours, delayed != standing.place {
                delayed = standing.place
                let slot = draft.slots.figure(standing.figure(.delay), delay, for: member, lowIsGood: true)
                delays.append(Modifier(when: standing.when, value: slot))
            }
        }
        var delay = delay
        // The nearest scope that states hours.
        let hours = draft.levels(of: effects.control, at: place).lazy.compactMap(\.setting?.hours).first
        delay.calendar = draft.calendar(hours)
        // A scenario's own delay goes before the catalog's.
        if delay.quantile == .constant(0), !delays.isEmpty {
            delay.quantile = Self.catalogDelay
            delay.modifiers = delays + (watch.entry.by == .monitoring ? haste(in: &draft) : [])
        }
        draft.description.nodes[Int(watch.node)].notices[number].chance = .hazard(hazards)
        draft.description.nodes[Int(watch.node)].notices[number].delay = delay
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
