extension Simulator {
    /// Simulates with this graph the trials that a base graph's batch holds, drawing and sweeping only what can come out
    /// otherwise.
    ///
    /// - Parameters:
    ///   - base: A finished batch of the base graph, of the same seed and world, in a workspace made for reruns.
    ///   - sharing: What this graph shares with the base graph.
    ///   - workspace: This graph's, not the base batch's.
    ///   - observe: Called with the finished batch, unless no trial of it can differ from the base's.
    /// - Returns: Whether a trial may differ.
    @discardableResult
    public func rerun(
        _ base: Batch, world: Int, sharing: DrawSharing, workspace: Workspace, observe: (Batch) -> Void
    ) -> Bool {
        precondition(base.workspace.keepsFirst, "the base's workspace must be made for reruns")
        let reuse = DrawReuse(base: base.workspace, baseGraph: base.graph, sharing: sharing)
        let draws = draws(
            batch: UInt32(base.firstTrial / Self.batchSize), world: world, workspace: workspace, reuse: reuse)
        if sharing.isAligned, !mayDiffer(draws, reuse) { return false }
        let passes = Rerun(graph: graph, workspace: workspace, draws: draws, reuse: reuse).settle()
        observe(
            Batch(
                graph: graph, workspace: workspace, firstTrial: base.firstTrial, active: base.active, passes: passes))
        return true
    }

    /// Whether what is drawn otherwise comes out otherwise in a trial in which it counts.
    ///
    /// A node counts where it starts when nothing is cut; by induction in evaluation order that is the same in both
    /// graphs as long as nothing before it came out otherwise.
    private func mayDiffer(_ draws: Draws, _ reuse: DrawReuse) -> Bool {
        guard reuse.sharing.changedNodes.contains(where: { reuse.base.isDrawn[$0] }) else { return false }
        draws.drawShared()
        return reuse.sharing.changedNodes.contains { index in
            guard reuse.base.isDrawn[index] else { return false }
            let node = graph.nodes[index]
            draws.drawNode(index, node)
            return differs(node, index, draws.workspace, reuse.base)
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

/// One batch of a changed graph, made from a base graph's.
///
/// Nodes that are drawn and wired alike have the base's completions and alerts, in the first pass always and later as
/// long as every cut is the base's to the last bit: only the others are swept. Where a cut moves, everything is.
private struct Rerun {
    let graph: CompiledGraph
    let workspace: Workspace
    let draws: Draws
    let reuse: DrawReuse

    /// As `Simulator.settle`.
    func settle() -> Int {
        let sweep = Sweep(graph: graph, workspace: workspace, draws: draws)
        let response = ResponseStage(graph: graph, workspace: workspace)
        draws.drawShared()
        if graph.hasCuts || !graph.organizations.isEmpty { draws.drawResponse() }
        response.reset()
        let isPartial = reuse.sharing.isPartial
        if isPartial {
            adopt(reuse.base.firstCompletion, reuse.base.firstAlert)
            sweep.run(reuse.sharing.affected, first: true)
        } else {
            sweep.run(first: true)
        }
        var passes = 1
        var isWhole = !isPartial
        while response.update() {
            if isPartial && passes == 1 && hasCutsOfBase {
                adopt(reuse.base.completion, reuse.base.alert)
                sweep.run(reuse.sharing.affected, first: false)
            } else {
                if !isWhole {
                    completeDraws()
                    isWhole = true
                }
                if passes == 1 { sweep.tighten() } else { sweep.run(first: false) }
            }
            passes += 1
            precondition(passes < 10_000, "the passes do not settle")
        }
        if !graph.repairs.isEmpty { RepairStage(graph: graph, workspace: workspace).run() }
        return passes
    }

    private var hasCutsOfBase: Bool {
        let cuts = graph.groups.count + graph.interventions.count
        for cut in 0..<cuts where workspace.cut[cut].zip(reuse.base.cut[cut], { $0 .!= $1 }).isAny { return false }
        return true
    }

    /// Takes over what the nodes that are alike have in the base, and what their alerts come to.
    private func adopt(_ completion: Lanes<Times>, _ alert: Lanes<Times>) {
        let sharing = reuse.sharing
        for index in graph.organizations.indices { workspace.detection[index] = Quad(repeating: .never) }
        sharing.alike.withUnsafeBufferPointer { alike in
            for index in alike.indices where alike[index] >= 0 {
                workspace.completion[index] = completion[alike[index]]
            }
        }
        for pair in sharing.alikeNotices {
            let time = alert[pair.base]
            workspace.alert[pair.own] = time
            workspace.detection[pair.organization] = earlier(workspace.detection[pair.organization], time)
        }
    }

    /// Draws of the nodes that are alike, for a sweep over everything.
    private func completeDraws() {
        for index in graph.nodes.indices {
            let place = Int(reuse.sharing.alike[index])
            guard place >= 0 else { continue }
            workspace.isDrawn[index] = reuse.base.isDrawn[place]
            reuse.copyDraws(index, graph.nodes[index], from: place, to: workspace)
        }
    }
}
