internal import DrillKernel
internal import Scenarios

/// Gate nodes for objectives, over steps and readable data, and what counts as a foothold. They come last of all nodes.
struct Objectives {
    private let input: CompileInput
    private let nodes: NodeTable
    private let data: DataGates
    /// By participant, in the scenario's order; nil where too few nodes could reach it.
    private(set) var gates: [[Int32?]] = []

    init(_ nodes: NodeTable, _ data: DataGates, in draft: inout GraphDraft) {
        input = draft.input
        self.nodes = nodes
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
        case .exposed(let data):
            parents = self.data.exposures(of: member).filter { input.asset($0.asset).data?.dataClass == data }
                .map(\.node)
        case .down(let down):
            atLeast = down.atLeast
            parents = input.assets(of: member).filter { input.matches(down.on, $0) }.compactMap { place in
                let harming = nodes.nodes(on: place) {
                    $0.impact.encrypts || $0.impact.destroys || $0.impact.disrupts
                }
                return harming.isEmpty ? nil : draft.gate(.any, over: harming)
            }
        }
        guard parents.count >= atLeast else { return nil }
        return draft.gate(atLeast == 1 ? .any : .vote(atLeast), over: parents, as: .objective(number))
    }
}
