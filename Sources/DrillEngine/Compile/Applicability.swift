internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Whether the story can happen to each participant at all, and if not, why.
struct Applicability {
    /// Gates by participant, in the scenario's order; nil where the objective cannot apply.
    let objectives: [[Int32?]]
    /// By participant; nil: the story can happen there, or its part is given.
    let obstacles: [Inapplicable?]

    init(_ objectives: Objectives, _ nodes: NodeTable, in draft: GraphDraft) {
        let possible = draft.possibleNodes()
        let reachable = objectives.gates.map { gates in
            gates.map { gate in gate.flatMap { possible[Int($0)] ? $0 : nil } }
        }
        self.objectives = reachable
        obstacles = draft.input.participants.map { member in
            reachable[member].contains { $0 != nil } || !draft.input.isSettled(member)
                ? nil : draft.input.obstacle(for: member, nodes, possible: possible)
        }
    }
}

extension GraphDraft {
    /// Nodes that could complete if every try succeeded.
    fileprivate func possibleNodes() -> [Bool] {
        var possible = [Bool](repeating: false, count: description.nodes.count)
        var changed = true
        while changed {
            changed = false
            for (index, node) in description.nodes.enumerated() where !possible[index] {
                if node.outage >= 0 {
                    possible[index] = description.causes(of: index).contains { possible[Int($0)] }
                    changed = changed || possible[index]
                    continue
                }
                let open = node.parents.count { possible[Int($0)] }
                let holds =
                    switch node.gate {
                    case .entry: true
                    case .any: node.parents.isEmpty ? !meanings[index].isCombination : open > 0
                    case .all: open == node.parents.count
                    case .vote(let k): open >= k
                    }
                if holds {
                    possible[index] = true
                    changed = true
                }
            }
        }
        return possible
    }
}

extension CompileInput {
    /// The first step that keeps the story from happening to a member.
    fileprivate func obstacle(for member: Int, _ nodes: NodeTable, possible: [Bool]) -> Inapplicable {
        for (index, step) in scenario.steps.enumerated() where step.at == .target {
            let own = nodes.nodes(of: index, in: member)
            if own.isEmpty { return .noAsset(step: step.title, wanted: step.on.conditions) }
            if own.contains(where: { possible[Int($0)] }) { continue }
            let links = (step.requires?.references ?? []).filter { $0.via == .supplier }.compactMap(\.link)
            let has = organizations[member].suppliers.map(\.link)
            if let missing = links.first(where: { !has.contains($0) }) {
                return .noLink(kind: missing.rawValue, step: step.title)
            }
            return .noWay(step: step.title)
        }
        return .noGoal(objectives: scenario.objectives.map(\.title))
    }
}

extension NodeMeaning {
    /// Whether it only combines others: without any it never completes.
    fileprivate var isCombination: Bool {
        switch self {
        case .gate, .objective: true
        case .step, .way, .part, .inject, .exposure: false
        }
    }
}

extension AssetSelector {
    /// The conditions, as results carry them.
    fileprivate var conditions: [AssetCondition] {
        var all: [AssetCondition] = []
        if !kind.isEmpty { all.append(.kind(kind.map(\.rawValue))) }
        if !exposure.isEmpty { all.append(.exposure(exposure.map(\.rawValue))) }
        if !software.isEmpty { all.append(.software(software)) }
        if !holds.isEmpty { all.append(.holding(holds.map(\.rawValue))) }
        if !data.isEmpty { all.append(.data(data.map(\.rawValue))) }
        if !hosted.isEmpty { all.append(.hosting(hosted.map(\.rawValue))) }
        if copiesTravel { all.append(.copiesTravel) }
        if !role.isEmpty { all.append(.owner(role.map(\.rawValue))) }
        if entitled { all.append(.entitled) }
        if let link { all.append(.link(link.rawValue)) }
        return all
    }
}
