internal import DrillKernel
internal import Scenarios

/// Nodes that tell when an asset falls for want of others: after a grace time, or with a supplier's asset. That is known
/// only after repair, as what is up again in time takes nothing down.
///
/// What falls at once with something of its own organization is told by `Downs`. Only assets have such a node that an
/// objective asks for.
struct SharedOutages {
    private var nodeOfAsset: [AssetReference: Int32] = [:]

    init(_ repairs: Repairs, in draft: inout GraphDraft) {
        let input = draft.input
        let wanted = input.scenario.objectives.compactMap { objective in
            if case .down(let down) = objective.reached { down.on } else { nil }
        }
        guard !wanted.isEmpty else { return }
        let fallsLate = draft.description.itemsThatFallLate
        for (item, place) in repairs.assets.enumerated()
        where fallsLate[item] && input.isSettled(place.organization)
            && wanted.contains(where: { input.matches($0, place) })
        {
            var node = Node()
            node.outage = Int32(item)
            nodeOfAsset[place] = draft.add(node, as: .gate)
        }
    }

    /// The node that tells of an asset's outage through others; nil where it has none.
    func node(of place: AssetReference) -> Int32? { nodeOfAsset[place] }
}

extension GraphDescription {
    /// By repair item, whether it can fall later than something of its own organization, or with a supplier's.
    fileprivate var itemsThatFallLate: [Bool] {
        var late = repairs.map { _ in false }
        var changed = true
        while changed {
            changed = false
            for (index, item) in repairs.enumerated() where !late[index] {
                late[index] = item.needs.contains { need in
                    need.grace > 0 || late[Int(need.item)]
                        || repairs[Int(need.item)].organization != item.organization
                }
                changed = changed || late[index]
            }
        }
        return late
    }
}
