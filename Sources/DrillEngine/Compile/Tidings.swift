internal import DrillKernel
internal import Scenarios

/// Injects that tell an organization that it is attacked: alerts at their time.
struct Tidings {
    /// What each of them stands for, in the order in which their nodes stand.
    private(set) var meanings: [NoticeMeaning] = []

    init(_ nodes: NodeTable, in draft: inout GraphDraft) {
        let input = draft.input
        for (index, inject) in input.scenario.injects.enumerated() where inject.tells {
            for member in input.settled {
                guard var node = Self.node(inject, of: member, nodes, in: &draft) else { continue }
                var notice = Notice()
                notice.channel = Int32(Channel.allCases.firstIndex(of: .outsider) ?? 0)
                notice.organization = Int32(member)
                notice.moment = .completion
                node.notices = [notice]
                let number = draft.add(node, as: .inject(index, member: member))
                meanings.append(NoticeMeaning(node: number, channel: .outsider, control: nil))
            }
        }
    }

    /// nil: it never comes, or tells what is known already.
    private static func node(
        _ inject: Inject, of member: Int, _ nodes: NodeTable, in draft: inout GraphDraft
    ) -> Node? {
        let input = draft.input
        let delay = Float(input.parameters.time(inject.delay))
        var node = Node()
        switch inject.trigger {
        case .at(let time):
            node.starts = draft.clock(Clock(offset: Float(input.parameters.time(time)) + delay, otherwise: 0))
        case .reached(let id):
            guard let step = input.step(id) else { return nil }
            node.parents = nodes.nodes(of: step, in: member)
            node.pace = Lapse(quantile: .constant(delay))
            if node.parents.isEmpty { return nil }
        case .noticed, .decided: return nil
        }
        return node
    }
}
