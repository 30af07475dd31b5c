package import DrillKernel
internal import Scenarios

/// Gates for readable data that left and for data that was altered, one per asset. Objectives and remarks read them.
///
/// Data leave as long as a step takes them: with the first record an asset's data is exposed, and how much of it has left
/// when the step is stopped is the part of the try that took place.
struct DataGates {
    private let nodes: NodeTable
    private let ways: Wiring
    private var exposing: [Int: [Exposure]] = [:]
    private var altering: [Int: [(asset: AssetReference, node: Int32)]] = [:]

    init(_ nodes: NodeTable, _ ways: Wiring, in draft: inout GraphDraft) {
        self.nodes = nodes
        self.ways = ways
        let input = draft.input
        for member in input.settled {
            for place in input.assets(of: member) where input.asset(place).data != nil {
                let taken = taken(at: place, share: 0, in: &draft)
                if !taken.isEmpty {
                    let node = draft.gate(.any, over: taken.map(\.readable), as: .exposure(place))
                    exposing[member, default: []].append(Exposure(asset: place, node: node, taken: taken))
                }
                let changing = nodes.nodes(on: place) { $0.impact.alters }
                if !changing.isEmpty {
                    altering[member, default: []].append((place, draft.gate(.any, over: changing)))
                }
            }
        }
    }

    /// Readable data left a member: one gate node per asset.
    func exposures(of member: Int) -> [Exposure] { exposing[member, default: []] }
    /// Data of a member was altered: one node per asset.
    func alterations(of member: Int) -> [(asset: AssetReference, node: Int32)] { altering[member, default: []] }

    /// So much of an asset's data left and can be read: one gate node per asset.
    ///
    /// - Parameter share: Of the records, 0 to 1; 0: the first one.
    func taken(
        of member: Int, share: Double, in draft: inout GraphDraft
    ) -> [(asset: AssetReference, node: Int32)] {
        exposures(of: member).map { exposure in
            if share == 0 { return (exposure.asset, exposure.node) }
            let taken = taken(at: exposure.asset, share: share, in: &draft)
            return (exposure.asset, draft.gate(.any, over: taken.map(\.readable)))
        }
    }

    private func taken(at place: AssetReference, share: Double, in draft: inout GraphDraft) -> [Exposure.Taken] {
        nodes.steps(on: place) { $0.impact.exposes }.map { whole, step in
            draft.description.nodes[Int(whole)].isMeasured = true
            let part = share < 1 ? self.part(share, of: whole, in: &draft) : whole
            return Exposure.Taken(
                readable: readable(part, of: whole, over: step.through, at: place, in: &draft), whole: whole)
        }
    }

    /// A node that completes after a part of the successful try of a step's node: drawn, wired and hindered as that is.
    private func part(_ share: Double, of whole: Int32, in draft: inout GraphDraft) -> Int32 {
        var node = draft.description.nodes[Int(whole)]
        node.notices = []
        node.isMeasured = false
        node.portion = Float(share)
        let number = draft.add(node, as: .part(of: whole))
        if case .step(let step, let place) = draft.meanings[Int(whole)] {
            draft.make(Hindrance(node: number, step: step, place: place))
        }
        for (passage, way) in ways.guards(of: whole) {
            draft.make(PassageGuards(node: number, passage: passage, way: way))
        }
        return number
    }

    /// When data that a step took can be read: at once where no encryption stands in its way, else once the key fell
    /// too, in either order.
    private func readable(
        _ taken: Int32, of whole: Int32, over way: Way?, at place: AssetReference, in draft: inout GraphDraft
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

/// Readable data of an asset left.
package struct Exposure: Sendable {
    /// Whose data.
    package var asset: AssetReference
    /// Completes with the first readable record.
    package var node: Int32
    /// By whom it is taken.
    var taken: [Taken]

    /// A step that takes data.
    struct Taken: Sendable, Equatable {
        /// Completes once what it takes can be read.
        var readable: Int32
        /// The step's node, of which it can be asked how much of the try took place.
        var whole: Int32
    }

    /// So many of an asset's records have left, whole ones: with the first, at least one.
    package func left(of records: Int, _ batch: Batch, _ trial: Int) -> Int {
        let part = part(batch, trial)
        return part.map { max(Int((Double(records) * Double($0)).rounded()), min(records, 1)) } ?? 0
    }

    /// The part of the records that have left, 0 to 1; nil: none.
    private func part(_ batch: Batch, _ trial: Int) -> Float? {
        guard batch.completion(Int(node), trial: trial) < .infinity else { return nil }
        var most: Float = 0
        for way in taken where batch.completion(Int(way.readable), trial: trial) < .infinity {
            let isWhole = batch.completion(Int(way.whole), trial: trial) < .infinity
            most = max(most, isWhole ? 1 : batch.part(Int(way.whole), trial: trial))
        }
        return most
    }
}

extension ControlLevel {
    /// Whether it keeps data unreadable for who comes at it in this way.
    func protects(against way: Way) -> Bool { effects.contains { $0.protects.contains(way) } }
}
