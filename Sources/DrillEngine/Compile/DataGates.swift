internal import DrillKernel
internal import Scenarios

/// Gates for readable data that left and for data that was altered, one per asset. Objectives and remarks read them.
struct DataGates {
    private var exposing: [Int: [(asset: AssetReference, node: Int32)]] = [:]
    private var altering: [Int: [(asset: AssetReference, node: Int32)]] = [:]

    init(_ nodes: NodeTable, in draft: inout GraphDraft) {
        let input = draft.input
        for member in input.settled {
            for place in input.assets(of: member) where input.asset(place).data != nil {
                let taking = nodes.steps(on: place) { $0.impact.exposes }
                if !taking.isEmpty {
                    let parents = taking.map { taken, step in
                        Self.readable(taken, over: step.through, at: place, nodes, in: &draft)
                    }
                    let node = draft.gate(.any, over: parents, as: .exposure(place))
                    exposing[member, default: []].append((place, node))
                }
                let changing = nodes.nodes(on: place) { $0.impact.alters }
                if !changing.isEmpty {
                    altering[member, default: []].append((place, draft.gate(.any, over: changing)))
                }
            }
        }
    }

    /// Readable data left a member: one gate node per asset.
    func exposures(of member: Int) -> [(asset: AssetReference, node: Int32)] { exposing[member, default: []] }
    /// Data of a member was altered: one node per asset.
    func alterations(of member: Int) -> [(asset: AssetReference, node: Int32)] { altering[member, default: []] }

    /// When data that a step took can be read: at once where no encryption stands in its way, else once the key fell
    /// too, in either order.
    private static func readable(
        _ taken: Int32, over way: Way?, at place: AssetReference, _ nodes: NodeTable, in draft: inout GraphDraft
    ) -> Int32 {
        guard let way else { return taken }
        let encryption = draft.input.catalog.controls.filter { $0.family == .encryption }
        // Whether or not it can help, it is part of what was asked.
        for control in encryption { _ = draft.levels(of: control, at: place) }
        let canProtect = encryption.contains { control in control.levels.contains { $0.protects(against: way) } }
        guard canProtect else { return taken }
        var node = Node()
        node.parents = [taken]
        let plain = draft.add(node, as: .gate)
        let keys = draft.add(Node(), as: .gate)
        draft.make(ReadableData(place: place, way: way, plain: plain, keys: keys, nodes: nodes))
        return draft.gate(.any, over: [plain, draft.gate(.all, over: [taken, keys])])
    }
}

extension ControlLevel {
    /// Whether it keeps data unreadable for who comes at it in this way.
    func protects(against way: Way) -> Bool { effects.contains { $0.protects.contains(way) } }
}
