/// One batch of a changed graph, made from a base graph's finished batch: only nodes that come out otherwise are swept.
///
/// Begins with the base's completions, alerts and cuts, and sweeps what is drawn or wired otherwise, what hangs on a
/// completion that moved, and what a moved cut may touch, until nothing moves any more. That is where passes from "never"
/// would end: a cut acts only on what comes later than itself, so for the same draws there is one settled state.
///
/// The workspace holds the base's batch before and after.
struct Correction {
    private let rows: Shared<CompiledGraph>
    private let workspace: Workspace
    private let base: Workspace
    private let draws: Draws
    private let sweep: Sweep
    private let response: ResponseStage
    private let baseRows: Shared<CompiledGraph>
    private let tables: Shared<DrawSharing>
    private let overlay: Overlay
    /// Whether an alert has been looked at since the earliest ones were counted.
    private var hasNewAlerts = false
    private var hasMovedCuts = false

    init(
        rows: Shared<CompiledGraph>, workspace: Workspace, base: Batch, draws: Draws, sharing: Shared<DrawSharing>,
        overlay: Overlay
    ) {
        self.rows = rows
        self.workspace = workspace
        self.base = base.workspace
        baseRows = base.rows
        self.draws = draws
        tables = sharing
        self.overlay = overlay
        sweep = Sweep(rows: rows, workspace: workspace, draws: draws)
        response = ResponseStage(rows: rows, workspace: workspace)
    }

    private var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    private var baseGraph: CompiledGraph {
        @inline(__always) _read { yield baseRows.value }
    }
    private var sharing: DrawSharing {
        @inline(__always) _read { yield tables.value }
    }

    /// Settles the changed graph's batch.
    ///
    /// - Parameter held: Cuts that stay at the base's times.
    /// - Returns: Passes; nil: no trial can differ, and nothing was settled.
    mutating func settle(holding held: Range<Int>) -> Int? {
        if sharing.isAligned, !overlay.changes.contains(where: { base.isDrawn[$0.node] }) { return nil }
        if !sharing.isSharedInPlace { draws.drawShared() }
        let isAnyDue = drawChanged()
        if sharing.isAligned && !isAnyDue { return nil }
        if !sharing.isResponseInPlace { draws.drawResponse() }
        return graph.nodes.withUnsafeBufferPointer { nodes in
            graph.edges.withUnsafeBufferPointer { edges in settle(nodes, edges, holding: held) }
        }
    }

    private mutating func settle(
        _ nodes: UnsafeBufferPointer<NodeRecord>, _ edges: UnsafeBufferPointer<Int32>, holding held: Range<Int>
    ) -> Int {
        var passes = 0
        let cuts = graph.groups.count + graph.interventions.count
        while true {
            run(nodes, edges)
            passes += 1
            precondition(passes < 10_000, "the passes do not settle")
            if hasNewAlerts { countAlerts() }
            workspace.formerCut.copy(workspace.cut, count: cuts)
            // The base's containment answers the base's alerts, and so the same ones here.
            let isFirst = passes == 1 && sharing.isAnsweredAlike
            guard response.update(holding: held, unless: { isFirst && !isNoticedOtherwise($0) }) else { break }
            hasMovedCuts = true
            markBehindCuts(nodes, count: cuts)
        }
        if !graph.repairs.isEmpty { RepairStage(rows: rows, workspace: workspace).run() }
        sweep.runLate()
        return passes
    }

    /// Gives the workspace back as it was, outages and what hangs on them aside: these are worked out anew each time.
    func undo() {
        let touched = workspace.touched
        for place in 0..<touched.count {
            let index = Int(touched[place])
            workspace.isTouched[index] = false
            workspace.isDrawn[index] = base.isDrawn[index]
            workspace.completion[index] = base.completion[index]
            workspace.total[index] = base.total[index]
            for notice in graph.nodes[index].notices.range {
                workspace.alert[notice] = base.alert[notice]
                workspace.noticeOffset[notice] = base.noticeOffset[notice]
                workspace.noticeOffsetClosed[notice] = base.noticeOffsetClosed[notice]
                workspace.noticeDelay[notice] = base.noticeDelay[notice]
            }
            for passage in graph.nodes[index].passages.range { workspace.isOpen[passage] = base.isOpen[passage] }
            let measured = graph.nodes[index].measured
            if measured >= 0 {
                workspace.triesMade[measured] = base.triesMade[measured]
                workspace.pace[measured] = base.pace[measured]
            }
        }
        touched.removeAll()
        workspace.detection.copy(base.detection, count: graph.organizations.count)
        workspace.chainEnd.copy(base.chainEnd, count: graph.organizations.count)
        if !sharing.isSharedInPlace { workspace.holdShared(base, of: baseGraph) }
        if !sharing.isResponseInPlace { workspace.holdResponse(base, of: baseGraph) }
        if hasMovedCuts { workspace.cut.copy(base.cut, count: graph.groups.count + graph.interventions.count) }
    }

    // MARK: - What is due

    private enum Due {
        static let no: UInt8 = 0
        /// A cut before which the node may have done something has moved.
        static let behindCut: UInt8 = 1
        /// It is drawn or wired otherwise, or a parent has moved.
        static let yes: UInt8 = 2
    }

    /// Draws the changed nodes and marks those that come out otherwise in a trial in which they start; whether any does.
    private func drawChanged() -> Bool {
        var isAny = false
        for change in overlay.changes {
            let index = change.node
            if graph.nodes[index].isLate {
                isAny = isAny || change.isRewired
                continue
            }
            var isDue = change.isRewired
            if base.isDrawn[index] {
                touch(index)
                let node = graph.nodes[index]
                draws.drawNode(index, node)
                isDue = isDue || differs(node, index)
            }
            guard isDue else { continue }
            workspace.due[index] = Due.yes
            isAny = true
        }
        return isAny
    }

    /// Whether what a node draws differs from the base in a trial in which it starts when nothing is cut.
    private func differs(_ node: NodeRecord, _ index: Int) -> Bool {
        let started = base.started[index].map(\.holds)
        func differs(_ one: Lanes<Times>, _ other: Lanes<Times>, at place: Int) -> Bool {
            one[place].zip(other[place]) { $0 .!= $1 }.zip(started) { $0 .& $1 }.isAny
        }
        if differs(workspace.total, base.total, at: index) { return true }
        if node.measured >= 0 {
            let row = Int(node.measured)
            if differs(workspace.triesMade, base.triesMade, at: row) || differs(workspace.pace, base.pace, at: row) {
                return true
            }
        }
        let opensOtherwise = node.passages.range.contains { passage in
            workspace.isOpen[passage].zip(base.isOpen[passage]) { $0 .!= $1 }.zip(started) { $0 .& $1 }.isAny
        }
        if opensOtherwise { return true }
        return node.notices.range.contains { notice in
            differs(workspace.noticeOffset, base.noticeOffset, at: notice)
                || differs(workspace.noticeOffsetClosed, base.noticeOffsetClosed, at: notice)
                || differs(workspace.noticeDelay, base.noticeDelay, at: notice)
        }
    }

    private func markBehindCuts(_ nodes: UnsafeBufferPointer<NodeRecord>, count: Int) {
        for cut in 0..<count {
            workspace.isCutMoved[cut] = workspace.cut[cut].zip(workspace.formerCut[cut]) { $0 .!= $1 }.isAny
        }
        for index in nodes.indices where !nodes[index].anyCuts.isEmpty && workspace.isDrawn[index] {
            if nodes[index].anyCuts.range.contains(where: { workspace.isCutMoved[Int(graph.cuts[$0])] }) {
                workspace.due[index] = Due.behindCut
            }
        }
    }

    private func markChildren(of index: Int, outside cycle: Range<Int>) {
        for place in overlay.children.starts[index]..<overlay.children.starts[index + 1] {
            let child = Int(overlay.children.list[Int(place)])
            if !cycle.contains(child) { workspace.due[child] = Due.yes }
        }
    }

    /// Remembers a node, so that it can be given back.
    @inline(__always)
    private func touch(_ index: Int) {
        if workspace.isTouched[index] { return }
        workspace.isTouched[index] = true
        workspace.touched.append(Int32(index))
    }

    // MARK: - Sweeping what is due

    private mutating func run(_ nodes: UnsafeBufferPointer<NodeRecord>, _ edges: UnsafeBufferPointer<Int32>) {
        for block in graph.blocks {
            if block.isCyclic {
                run(cycle: block.range, nodes, edges)
            } else {
                for index in block.range where workspace.due[index] != Due.no {
                    run(index, node: nodes[index], edges: edges)
                }
            }
        }
    }

    private mutating func run(_ index: Int, node: NodeRecord, edges: UnsafeBufferPointer<Int32>) {
        let due = workspace.due[index]
        workspace.due[index] = Due.no
        let start = sweep.start(of: node, edges)
        if !workspace.isDrawn[index] {
            if !start.map({ $0 .< .infinity }).isAny { return }
            touch(index)
            workspace.isDrawn[index] = true
            draws.drawNode(index, node)
        } else if due == Due.behindCut && !isReached(index, node, start: start) {
            return
        }
        touch(index)
        let former = workspace.completion[index]
        let (raw, completion) = sweep.completion(of: node, index, start: start)
        workspace.completion[index] = completion
        if !node.notices.isEmpty {
            sweep.raiseAlerts(node, at: index, start: start, raw: raw, completion: completion)
            hasNewAlerts = true
        }
        if completion.zip(former, { $0 .!= $1 }).isAny { markChildren(of: index, outside: 0..<0) }
    }

    /// A cycle is settled from "never" as a whole.
    private mutating func run(
        cycle: Range<Int>, _ nodes: UnsafeBufferPointer<NodeRecord>, _ edges: UnsafeBufferPointer<Int32>
    ) {
        var isDue = false
        for index in cycle where workspace.due[index] != Due.no {
            isDue =
                isDue || workspace.due[index] == Due.yes
                || isReached(index, nodes[index], start: sweep.start(of: nodes[index], edges))
            workspace.due[index] = Due.no
        }
        guard isDue else { return }
        for index in cycle {
            touch(index)
            workspace.former[index] = workspace.completion[index]
            if !nodes[index].notices.isEmpty { hasNewAlerts = true }
        }
        sweep.settle(cycle, nodes: nodes, edges: edges, first: false)
        for index in cycle where workspace.completion[index].zip(workspace.former[index], { $0 .!= $1 }).isAny {
            markChildren(of: index, outside: cycle)
        }
    }

    /// Whether in some trial a cut that has moved lay or lies before the end of what the node does.
    private func isReached(_ index: Int, _ node: NodeRecord, start: Quad<Times>) -> Bool {
        if node.gate == .entry { return false }
        // One of several cuts may have moved without being the earliest of all.
        if node.anyCuts != node.cuts { return true }
        let first = sweep.cut(node.cuts, workspace.formerCut).zip(sweep.cut(node.cuts)) { former, cut in
            Times.never.replacing(with: earlier(former, cut), where: former .!= cut)
        }
        // Where closing time spoils the success, tries go on.
        let mayGoOn = node.closes >= 0 && !node.notices.isEmpty
        let end = mayGoOn ? Quad(repeating: .never) : start.zip(workspace.total[index]) { $0 + $1 }
        let isReached = end.zip(first) { $0 .> $1 }
        return isReached.zip(start) { $0 .& ($1 .< .infinity) }.isAny
    }

    private func isNoticedOtherwise(_ organization: Int) -> Bool {
        workspace.detection[organization].zip(base.detection[organization]) { $0 .!= $1 }.isAny
    }

    private mutating func countAlerts() {
        hasNewAlerts = false
        for index in graph.organizations.indices { workspace.detection[index] = Quad(repeating: .never) }
        for index in graph.notices.indices {
            let organization = graph.notices[index].organization
            workspace.detection[organization] = earlier(workspace.detection[organization], workspace.alert[index])
        }
    }
}
