internal import DrillKernel
internal import Scenarios

/// A way to an asset for a step.
struct GuardedWay {
    var target: AssetReference
    var step: Int
    var relation: Relation
    var link: LinkKind?
    /// Whether it leads from another asset of the same department.
    var isInside = false
}

/// What guards a passage to a node.
struct PassageGuards: GraphPiece {
    let node: Int32
    /// By position among the node's.
    let passage: Int
    let way: GuardedWay

    var member: Int { way.target.organization }

    func make(in draft: inout GraphDraft) {
        var guards: [Modifier] = []
        for standing in draft.standing(draft.input.effects(on: way), at: way.target) {
            guard let success = standing.effect.success else { continue }
            let slot = draft.slots.chance(
                standing.figure(.success), success, for: way.target.organization, lowIsGood: true)
            guards.append(Modifier(when: standing.when, value: slot))
        }
        draft.description.nodes[Int(node)].passages[passage].modifiers = guards
    }

    func note(in parts: inout ReplacedParts) { parts.nodes.insert(Int(node)) }
}
