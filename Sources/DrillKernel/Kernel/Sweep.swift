/// Completions and alerts for given cuts: one pass over the nodes in evaluation order.
struct Sweep {
    let rows: Shared<CompiledGraph>
    var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    let workspace: Workspace
    let draws: Draws

    /// Everything from "never", for the cuts in the workspace.
    ///
    /// - Parameter first: also draw each node just before its first use. What never starts without cuts never starts
    ///   with them, so such nodes are not drawn at all.
    func run(first: Bool) {
        for index in graph.organizations.indices { workspace.detection[index] = Quad(repeating: .never) }
        graph.nodes.withUnsafeBufferPointer { nodes in
            graph.edges.withUnsafeBufferPointer { edges in
                for block in graph.blocks {
                    if block.isCyclic {
                        settle(block.range, nodes: nodes, edges: edges, first: first)
                    } else {
                        for index in block.range { pass(index, node: nodes[index], edges: edges, first: first) }
                    }
                }
            }
        }
    }

    /// The sweep after the first: cuts have come where there was none or a later one. Only what they stop, and what hangs
    /// on it, is swept; everything else keeps the times of the first pass.
    func tighten() {
        for index in graph.organizations.indices { workspace.detection[index] = Quad(repeating: .never) }
        graph.nodes.withUnsafeBufferPointer { nodes in
            graph.edges.withUnsafeBufferPointer { edges in
                for block in graph.blocks {
                    if block.isCyclic {
                        tighten(cycle: block.range, nodes, edges)
                    } else {
                        for index in block.range { tighten(index, node: nodes[index], edges: edges) }
                    }
                }
            }
        }
    }

    @inline(__always)
    private func tighten(_ index: Int, node: NodeRecord, edges: UnsafeBufferPointer<Int32>) {
        workspace.isMoved[index] = false
        if !workspace.isDrawn[index] { return }
        guard isTouched(index, node: node, edges: edges) else {
            for notice in node.notices.range { count(alertOf: notice) }
            return
        }
        let before = workspace.completion[index]
        pass(index, node: node, edges: edges, first: false)
        workspace.isMoved[index] = workspace.completion[index].zip(before) { $0 .!= $1 }.isAny
    }

    private func tighten(
        cycle: Range<Int>, _ nodes: UnsafeBufferPointer<NodeRecord>, _ edges: UnsafeBufferPointer<Int32>
    ) {
        for index in cycle { workspace.isMoved[index] = false }
        let isTouched = cycle.contains { self.isTouched($0, node: nodes[$0], edges: edges) }
        if isTouched { settle(cycle, nodes: nodes, edges: edges, first: false) }
        for index in cycle {
            workspace.isMoved[index] = isTouched
            if !isTouched { for notice in nodes[index].notices.range { count(alertOf: notice) } }
        }
    }

    /// Whether a parent has moved, or a cut comes before what the node has done in a trial.
    @inline(__always)
    private func isTouched(_ index: Int, node: NodeRecord, edges: UnsafeBufferPointer<Int32>) -> Bool {
        var edge = Int(node.parents.start)
        let end = Int(node.parents.end)
        while edge < end {
            if workspace.isMoved[Int(edges[edge])] { return true }
            edge += 1
        }
        if node.anyCuts.isEmpty { return false }
        // What happened before all cuts stays, whichever of the passages it came over.
        let cut = cut(node.anyCuts, workspace.cut)
        // No alert comes before the try that it tells of.
        func isLater(_ time: Quad<Times>) -> Bool {
            time.zip(cut) { ($0 .> $1) .& ($0 .< .infinity) }.isAny
        }
        if isLater(workspace.completion[index]) { return true }
        for notice in node.notices.range where isLater(workspace.alert[notice]) { return true }
        return false
    }

    @inline(__always)
    private func count(alertOf notice: Int) {
        let organization = graph.notices[notice].organization
        workspace.detection[organization] = earlier(workspace.detection[organization], workspace.alert[notice])
    }

    @inline(__always)
    private func pass(
        _ index: Int, node: NodeRecord, edges: UnsafeBufferPointer<Int32>, first: Bool
    ) {
        // Forgotten in the first pass: cuts let nothing start.
        if !first && !workspace.isDrawn[index] { return }
        let start = start(of: node, edges)
        if first {
            let starts = start.map { $0 .< .infinity }
            if !starts.isAny {
                forget(index, node)
                return
            }
            workspace.started[index] = starts.map(Self.ones)
            workspace.isDrawn[index] = true
            draws.drawNode(index, node)
        }
        let (raw, completion) = completion(of: node, index, start: start)
        workspace.completion[index] = completion
        if !node.notices.isEmpty { raiseAlerts(node, at: index, start: start, raw: raw, completion: completion) }
    }

    /// All ones where a condition holds.
    @inline(__always)
    static func ones(_ mask: Mask) -> SIMD8<Int32> {
        SIMD8<Int32>(repeating: 0).replacing(with: -1, where: mask)
    }

    /// Marks a node that no trial of the batch can start.
    private func forget(_ index: Int, _ node: NodeRecord) {
        let never = Quad(repeating: Times.never)
        workspace.isDrawn[index] = false
        workspace.completion[index] = never
        workspace.total[index] = never
        for notice in node.notices.range {
            workspace.forget(notice: notice)
            workspace.alert[notice] = never
        }
    }

    /// Sweeps a cycle from "never" until nothing changes.
    func settle(
        _ range: Range<Int>, nodes: UnsafeBufferPointer<NodeRecord>, edges: UnsafeBufferPointer<Int32>,
        first: Bool
    ) {
        for index in range {
            if first {
                workspace.started[index] = Quad(repeating: Self.ones(Mask(repeating: true)))
                workspace.isDrawn[index] = true
                draws.drawNode(index, nodes[index])
            }
            workspace.completion[index] = Quad(repeating: .never)
        }
        for index in range {
            // What only waits for others of the cycle is looked at when one of them has completed.
            workspace.judged[index] = nodes[index].waitsForCycleOnly ? 1 : 0
            workspace.settled[index] = 0
        }
        // Time of day of the loop: a node is looked at again only if a parent has changed since it was looked at last.
        var tick: Int32 = 1
        var changed = true
        while changed {
            changed = false
            for index in range {
                let node = nodes[index]
                let isDue = workspace.judged[index] == 0 || hasNews(node, edges, since: workspace.judged[index])
                guard isDue else { continue }
                tick &+= 1
                workspace.judged[index] = tick
                let time = completion(of: node, index, start: start(of: node, edges)).counted
                if time.zip(workspace.completion[index], { $0 .!= $1 }).isAny {
                    workspace.completion[index] = time
                    workspace.settled[index] = tick
                    changed = true
                }
            }
        }
        for index in range where !nodes[index].notices.isEmpty {
            let node = nodes[index]
            let start = start(of: node, edges)
            let (raw, completion) = completion(of: node, index, start: start)
            raiseAlerts(node, at: index, start: start, raw: raw, completion: completion)
        }
    }

    /// Whether a parent's completion has changed after a tick. Parents outside the cycle have older ticks, or none.
    @inline(__always)
    private func hasNews(_ node: NodeRecord, _ edges: UnsafeBufferPointer<Int32>, since tick: Int32) -> Bool {
        var edge = Int(node.parents.start)
        let end = Int(node.parents.end)
        while edge < end {
            if workspace.settled[Int(edges[edge])] >= tick { return true }
            edge += 1
        }
        return false
    }

    /// When its first try begins.
    @inline(__always)
    func start(of node: NodeRecord, _ edges: UnsafeBufferPointer<Int32>) -> Quad<Times> {
        let start = startIfAimed(node, edges)
        return node.aim < 0 ? start : start.zip(workspace.isAimed[node.aim]) { never($0, unless: $1) }
    }

    @inline(__always)
    private func startIfAimed(_ node: NodeRecord, _ edges: UnsafeBufferPointer<Int32>) -> Quad<Times> {
        if node.gate == .entry { return Quad(repeating: Times(repeating: 0)) }
        if node.parents.isEmpty && node.gate != .vote {
            return opened(node, Quad(repeating: Times(repeating: 0)))
        }
        switch node.gate {
        case .vote: return opened(node, kthEarliest(node, edges))
        case .all: return opened(node, latest(node.parents, edges))
        case .any, .entry: return opened(node, earliest(node.parents, edges))
        }
    }

    /// The earliest of some completions; at least one. Vector by vector, so that the running minimum stays in registers.
    @inline(__always)
    func earliest(_ parents: Slice32, _ edges: UnsafeBufferPointer<Int32>) -> Quad<Times> {
        let completion = workspace.completion.base
        var edge = Int(parents.start)
        let end = Int(parents.end)
        var place = completion + Int(edges[edge]) &* 4
        var (a, b, c, d) = (place[0], place[1], place[2], place[3])
        edge += 1
        while edge < end {
            place = completion + Int(edges[edge]) &* 4
            a = earlier(a, place[0])
            b = earlier(b, place[1])
            c = earlier(c, place[2])
            d = earlier(d, place[3])
            edge += 1
        }
        return Quad(a, b, c, d)
    }

    /// The latest of some completions; at least one.
    @inline(__always)
    private func latest(_ parents: Slice32, _ edges: UnsafeBufferPointer<Int32>) -> Quad<Times> {
        let completion = workspace.completion.base
        var edge = Int(parents.start)
        let end = Int(parents.end)
        var place = completion + Int(edges[edge]) &* 4
        var (a, b, c, d) = (place[0], place[1], place[2], place[3])
        edge += 1
        while edge < end {
            place = completion + Int(edges[edge]) &* 4
            a = later(a, place[0])
            b = later(b, place[1])
            c = later(c, place[2])
            d = later(d, place[3])
            edge += 1
        }
        return Quad(a, b, c, d)
    }

    @inline(__always)
    func opened(_ node: NodeRecord, _ time: Quad<Times>) -> Quad<Times> {
        node.starts < 0 ? time : later(time, workspace.clock[node.starts])
    }

    /// The time of the successful try, and the same where closing time, cut and horizon let it count.
    @inline(__always)
    func completion(
        of node: NodeRecord, _ index: Int, start: Quad<Times>
    ) -> (raw: Quad<Times>, counted: Quad<Times>) {
        let raw = start.zip(workspace.total[index]) { $0 + $1 }
        if node.gate == .entry { return (raw, raw) }
        let limit = limit(of: node)
        if !node.passages.isEmpty { return (raw, completionOverPassages(node, index, limit: limit)) }
        return (raw, raw.zip(limit) { Times.never.replacing(with: $0, where: $0 .<= $1) })
    }

    /// Until when a success counts, whichever way it was begun.
    @inline(__always)
    func limit(of node: NodeRecord) -> Quad<Times> {
        var limit = Quad(repeating: Times(repeating: graph.horizon))
        if node.closes >= 0 { limit = earlier(limit, workspace.clock[node.closes]) }
        if !node.cuts.isEmpty { limit = earlier(limit, cut(node.cuts)) }
        return limit
    }

    @inline(__always)
    func cut(_ cuts: Slice32) -> Quad<Times> { cut(cuts, workspace.cut) }

    /// The earliest of some cuts.
    @inline(__always)
    func cut(_ slice: Slice32, _ times: Lanes<Times>) -> Quad<Times> {
        let cuts = times.base
        var (a, b, c, d) = (Times.never, Times.never, Times.never, Times.never)
        for index in slice.range {
            let place = cuts + Int(graph.cuts[index]) &* 4
            a = earlier(a, place[0])
            b = earlier(b, place[1])
            c = earlier(c, place[2])
            d = earlier(d, place[3])
        }
        return Quad(a, b, c, d)
    }

    func raiseAlerts(
        _ node: NodeRecord, at place: Int, start: Quad<Times>, raw: Quad<Times>, completion: Quad<Times>
    ) {
        for index in node.notices.range {
            let notice = graph.notices[index]
            let base: Quad<Times>
            if notice.moment == .completion {
                base = completion.zip(workspace.noticeOffset[index]) { $0 + $1 }
            } else {
                base =
                    node.passages.isEmpty
                    ? tryNoticed(node, index, start: start, raw: raw)
                    : tryNoticedOverPassages(node, at: place, notice: index, completion: completion)
            }
            // Most tries are noticed by nobody in the whole batch.
            guard base.map({ $0 .< .infinity }).isAny else {
                workspace.alert[index] = Quad(repeating: .never)
                continue
            }
            let seen = notice.notBefore < 0 ? base : later(base, workspace.clock[notice.notBefore])
            let delay = workspace.noticeDelay[index]
            var alert: Quad<Times>
            if notice.delay.calendar < 0 {
                alert = seen.zip(delay) { $0 + $1 }
            } else {
                alert = graph.after(
                    seen, delay, calendar: notice.delay.calendar, phase: workspace.phase[notice.organization])
            }
            // `base` decides: a trace that was never left is not seen when the blindness ends.
            alert = alert.zip(base) { alert, base in
                let counts = (alert .<= graph.horizon) .& (base .< .infinity)
                return Times.never.replacing(with: alert, where: counts)
            }
            workspace.alert[index] = alert
            workspace.detection[notice.organization] = earlier(workspace.detection[notice.organization], alert)
        }
    }

    /// The start or end of the noticed try, if that try is made.
    @inline(__always)
    private func tryNoticed(
        _ node: NodeRecord, _ index: Int, start: Quad<Times>, raw: Quad<Times>
    ) -> Quad<Times> {
        var offset = workspace.noticeOffset[index]
        if node.closes >= 0 {
            let closing = workspace.clock[node.closes]
            let spoilt = raw.zip(closing) { $0 .> $1 }
            let closed = workspace.noticeOffsetClosed[index]
            offset = Quad(
                offset.a.replacing(with: closed.a, where: spoilt.a),
                offset.b.replacing(with: closed.b, where: spoilt.b),
                offset.c.replacing(with: closed.c, where: spoilt.c), offset.d.replacing(with: closed.d, where: spoilt.d)
            )
        }
        let base = start.zip(offset) { $0 + $1 }
        if node.cuts.isEmpty || node.gate == .entry { return base }
        return base.zip(cut(node.cuts)) { Times.never.replacing(with: $0, where: $0 .<= $1) }
    }
}

/// A time where all bits of a row are ones, never elsewhere.
@inline(__always)
func never(_ time: Times, unless row: SIMD8<Int32>) -> Times { Times.never.replacing(with: time, where: row.holds) }

extension CompiledGraph {
    /// `span` hours of a calendar after `time`; round the clock for calendar −1.
    @inline(__always)
    func after(_ time: Quad<Times>, _ span: Quad<Times>, calendar: Int32, phase: Quad<Times>) -> Quad<Times> {
        guard calendar >= 0 else { return time.zip(span) { $0 + $1 } }
        let hours = calendars[Int(calendar)]
        return Quad(
            hours.after(time.a, span.a, phase: phase.a), hours.after(time.b, span.b, phase: phase.b),
            hours.after(time.c, span.c, phase: phase.c), hours.after(time.d, span.d, phase: phase.d))
    }
}
