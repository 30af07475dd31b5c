internal import DrillKernel
internal import Scenarios

/// Gate nodes for objectives, over steps and readable data, and what counts as a foothold. They come last of all nodes.
struct Objectives {
    private let input: CompileInput
    private let nodes: NodeTable
    private let data: DataGates
    private let downs: Downs
    private let outages: SharedOutages
    /// By participant, in the scenario's order; nil where too few nodes could reach it.
    private(set) var gates: [[Int32?]] = []

    init(
        _ nodes: NodeTable, _ data: DataGates, downs: Downs, outages: SharedOutages, in draft: inout GraphDraft
    ) {
        input = draft.input
        self.nodes = nodes
        self.downs = downs
        self.outages = outages
        self.data = data
        gates = input.participants.map { member in
            input.scenario.objectives.indices.map { number in
                draft.input.isSettled(member) ? gate(for: number, of: member, in: &draft) : nil
            }
        }
    }

    /// Nodes of a member's steps that compromise something.
    func footholds(of member: Int) -> [Int32] {
        guard !input.isExternal(member) else { return [] }
        return input.scenario.steps.indices.filter { isFoothold(input.scenario.steps[$0]) }.flatMap {
            nodes.nodes(of: $0, in: member)
        }
    }

    /// Reconnaissance and preparation touch nobody yet.
    private func isFoothold(_ step: Step) -> Bool {
        guard let id = step.technique, let technique = input.techniques[id] else { return true }
        return !technique.tactics.allSatisfy { $0 == "reconnaissance" || $0 == "resource-development" }
    }

    private func gate(for number: Int, of member: Int, in draft: inout GraphDraft) -> Int32? {
        let parents: [Int32]
        var atLeast = 1
        switch input.scenario.objectives[number].reached {
        case .step(let reached):
            atLeast = reached.atLeast
            guard let step = input.step(reached.step) else { return nil }
            var selector = AssetSelector()
            selector.data = reached.data
            selector.kind = reached.kind
            parents = nodes.places(of: step, in: member).filter { input.matches(selector, $0) }
                .compactMap { nodes.node(of: step, on: $0) }
        case .exposed(let exposed):
            parents = self.data.taken(of: member, share: exposed.share, in: &draft)
                .filter { input.asset($0.asset).data?.dataClass == exposed.data }.map(\.node)
        case .down(let down):
            atLeast = down.atLeast
            parents = input.assets(of: member).filter { input.matches(down.on, $0) }.compactMap { place in
                let downing = downs.nodes(downing: place) + (outages.node(of: place).map { [$0] } ?? [])
                return downing.isEmpty ? nil : draft.gate(.any, over: downing)
            }
        }
        guard parents.count >= atLeast else { return nil }
        return draft.gate(atLeast == 1 ? .any : .vote(atLeast), over: parents, as: .objective(number))
    }
}
