/// Draws that a base graph's finished batch holds for a changed graph's batch of the same trials.
struct DrawReuse {
    let base: Workspace
    let baseGraph: CompiledGraph
    let sharing: DrawSharing

    /// Copies one quantity if it is drawn alike; whether it was.
    @inline(__always)
    func copy<Vector>(_ from: Lanes<Vector>, _ places: [Int32], _ index: Int, to lanes: Lanes<Vector>) -> Bool {
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
        workspace.total[index] = base.total[place]
        var other = Int(baseGraph.nodes[place].notices.start)
        for notice in node.notices.range {
            workspace.noticeOffset[notice] = base.noticeOffset[other]
            workspace.noticeOffsetClosed[notice] = base.noticeOffsetClosed[other]
            workspace.noticeDelay[notice] = base.noticeDelay[other]
            other &+= 1
        }
        return true
    }
}

extension Simulator {
    /// Simulates with this graph the trials that a base graph's batch holds, drawing only what the graphs do not share.
    ///
    /// - Parameters:
    ///   - base: A finished batch of the base graph, of the same seed and world.
    ///   - sharing: What this graph shares with the base graph.
    ///   - workspace: This graph's, not the base batch's.
    ///   - observe: Called with the finished batch, unless no trial of it can differ from the base's.
    /// - Returns: Whether a trial may differ.
    @discardableResult
    public func rerun(
        _ base: Batch, world: Int, sharing: DrawSharing, workspace: Workspace, observe: (Batch) -> Void
    ) -> Bool {
        let reuse = DrawReuse(base: base.workspace, baseGraph: base.graph, sharing: sharing)
        let batch = UInt32(base.firstTrial / Self.batchSize)
        if sharing.isAligned, !mayDiffer(batch: batch, world: world, workspace: workspace, reuse: reuse) {
            return false
        }
        let passes = settle(batch: batch, world: world, workspace: workspace, reuse: reuse)
        observe(
            Batch(
                graph: graph, workspace: workspace, firstTrial: base.firstTrial, active: base.active, passes: passes))
        return true
    }

    /// Whether what is drawn otherwise comes out otherwise in a trial in which it counts.
    ///
    /// A node counts where it starts when nothing is cut; by induction in evaluation order that is the same in both
    /// graphs as long as nothing before it came out otherwise.
    private func mayDiffer(batch: UInt32, world: Int, workspace: Workspace, reuse: DrawReuse) -> Bool {
        let draws = Draws(
            graph: graph, workspace: workspace, world: graph.worlds[world],
            generator: LaneGenerator(seed: seed, batch: batch), reuse: reuse)
        guard reuse.sharing.changedNodes.contains(where: { reuse.base.isDrawn[$0] }) else { return false }
        draws.drawShared()
        return reuse.sharing.changedNodes.contains { index in
            guard reuse.base.isDrawn[index] else { return false }
            let node = graph.nodes[index]
            draws.drawNode(index, node)
            return differs(node, index, workspace, reuse.base)
        }
    }

    private func differs(_ node: NodeRecord, _ index: Int, _ workspace: Workspace, _ base: Workspace) -> Bool {
        let started = base.started[index].map { $0 .!= 0 }
        func differs(_ one: Lanes<Times>, _ other: Lanes<Times>, _ place: Int) -> Bool {
            one[place].zip(other[place]) { $0 .!= $1 }.zip(started) { $0 .& $1 }.isAny
        }
        if differs(workspace.total, base.total, index) { return true }
        return node.notices.range.contains { notice in
            differs(workspace.noticeOffset, base.noticeOffset, notice)
                || differs(workspace.noticeOffsetClosed, base.noticeOffsetClosed, notice)
                || differs(workspace.noticeDelay, base.noticeDelay, notice)
        }
    }
}
