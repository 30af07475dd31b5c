/// Draws that a base graph's finished batch holds for a changed graph's batch of the same trials.
///
/// A class, as graphs and tables in it would else be counted each time that it is looked at.
final class DrawReuse {
    let base: Workspace
    private let baseRows: Shared<CompiledGraph>
    private let tables: Shared<DrawSharing>

    init(base: Workspace, baseRows: Shared<CompiledGraph>, sharing: Shared<DrawSharing>) {
        self.base = base
        self.baseRows = baseRows
        tables = sharing
    }

    /// Whether it is what a batch of this base asks for.
    func serves(_ batch: Batch, sharing: Shared<DrawSharing>) -> Bool {
        base === batch.workspace && baseRows === batch.rows && tables === sharing
    }

    var baseGraph: CompiledGraph {
        @inline(__always) _read { yield baseRows.value }
    }
    var sharing: DrawSharing {
        @inline(__always) _read { yield tables.value }
    }

    /// Copies one quantity if it is drawn alike; whether it was.
    @inline(__always)
    func copy<Vector>(_ from: Lanes<Vector>, places: [Int32], at index: Int, to lanes: Lanes<Vector>) -> Bool {
        let place = places[index]
        guard place >= 0 else { return false }
        lanes[index] = from[place]
        return true
    }

    /// Copies a node's draws if the base drew the same; whether it did.
    @inline(__always)
    func copyNode(_ index: Int, _ node: NodeRecord, to workspace: Workspace) -> Bool {
        let place = Int(sharing.nodes[index])
        guard place >= 0, base.isDrawn[place] else { return false }
        copyDraws(index, node, from: place, to: workspace)
        return true
    }

    @inline(__always)
    func copyDraws(_ index: Int, _ node: NodeRecord, from place: Int, to workspace: Workspace) {
        workspace.total[index] = base.total[place]
        let same = baseGraph.nodes[place]
        for (passage, other) in zip(node.passages.range, same.passages.range) {
            workspace.isOpen[passage] = base.isOpen[other]
        }
        if node.measured >= 0 {
            workspace.triesMade[node.measured] = base.triesMade[same.measured]
            workspace.pace[node.measured] = base.pace[same.measured]
        }
        var other = Int(same.notices.start)
        for notice in node.notices.range {
            workspace.noticeOffset[notice] = base.noticeOffset[other]
            workspace.noticeOffsetClosed[notice] = base.noticeOffsetClosed[other]
            workspace.noticeDelay[notice] = base.noticeDelay[other]
            other &+= 1
        }
    }
}
