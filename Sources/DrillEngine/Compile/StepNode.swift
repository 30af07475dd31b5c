internal import DrillKernel
internal import Scenarios

/// A step on an asset: tries, chance, pace, and when its door opens and closes.
struct StepNode {
    let step: Step
    /// The step's place in the story.
    let index: Int
    let place: AssetReference

    /// The node without parents, cuts, notices and whatever controls do to it.
    func node(in draft: inout GraphDraft) -> Node {
        let (scenario, parameters) = (draft.input.scenario, draft.input.parameters)
        let entity = draft.entity("step", of: step.id, drawn: step.drawn, at: place)
        var node = Node()
        node.tries = parameters.attempts(
            step.attempts, assetCount: draft.input.asset(place).count, otherwise: scenario.adversary.attempts)
        let estimate = parameters.estimate(step.probability)
        if estimate != Estimate(exactly: 1) {
            node.successShift = FixedPoint.shift(upTo: estimate.high)
            node.success = draft.slots.chance(
                .chance(scenario: scenario.id, step: step.id), estimate, for: place.organization, lowIsGood: true,
                shift: node.successShift, range: FigureRange(estimate))
        }
        node.successAddress = Address(entity, .success)
        node.pace = Lapse(
            quantile: parameters.distribution(step.duration).quantile(), address: Address(entity, .pace))
        if let starts = step.starts {
            node.starts = draft.clock(Clock(offset: Float(parameters.time(starts)), otherwise: 0))
        }
        if let closes = step.closes { node.closes = clock(of: closes, in: &draft) }
        return node
    }

    private func clock(of closing: Closing, in draft: inout GraphDraft) -> Int32 {
        let input = draft.input
        switch closing {
        case .at(let distribution):
            let entity = draft.entity("closing", of: step.id, drawn: .asset, at: place)
            let span = Lapse(
                quantile: input.parameters.distribution(distribution).quantile(), address: Address(entity, .closing))
            return draft.clock(Clock(alternatives: [.init(when: .always, span: span)]))
        case .control(let door):
            let from = Float(input.parameters.time(door.from))
            guard let control = input.control(door.control), !input.isExternal(place.organization) else {
                return draft.clock(Clock(offset: from))
            }
            let entity = draft.entity("delay", of: control.id, drawn: door.drawn, at: place)
            return draft.clock(Clock(offset: from), of: control, at: place, drawnAs: entity)
        }
    }
}

/// What controls do to a step's chance and pace.
struct Hindrance: GraphPiece {
    let node: Int32
    let step: Int
    let place: AssetReference

    var member: Int { place.organization }

    func make(in draft: inout GraphDraft) {
        let input = draft.input
        var success: [Modifier] = []
        var pace: [Modifier] = []
        for standing in draft.standing(input.effects(on: input.scenario.steps[step], at: place), at: place) {
            if let factor = standing.effect.success {
                let slot = draft.slots.chance(
                    standing.figure(.success), factor, for: place.organization, lowIsGood: true)
                success.append(Modifier(when: standing.when, value: slot))
            }
            if let duration = standing.effect.duration {
                let slot = draft.slots.figure(
                    standing.figure(.duration), duration, for: place.organization, lowIsGood: false)
                pace.append(Modifier(when: standing.when, value: slot))
            }
        }
        draft.description.nodes[Int(node)].successModifiers = success
        draft.description.nodes[Int(node)].pace.modifiers = pace
    }

    func note(in parts: inout ReplacedParts) { parts.nodes.insert(Int(node)) }
}
