/// Nodes that begin over passages: each completed parent is a run of tries of its own, all with the same draws.
///
/// Of the parents of one passage, or of none, the earliest alone counts: its run has every success and every noticed try
/// no later than the others have. Vector by vector, so that all stays in registers.
extension Sweep {
    /// The earliest success of any run.
    ///
    /// - Parameter limit: Until when it counts, whichever passage it came over.
    func completionOverPassages(
        _ node: NodeRecord, _ index: Int, limit: Quad<Times>
    ) -> Quad<Times> {
        let total = workspace.total[index]
        return withRuns(of: node) { runs in
            func completion(_ vector: Int, total: Times, limit: Times) -> Times {
                var completion = runs.onOwnGround(vector, total: total, limit: limit)
                for place in node.passages.range {
                    let success = never(runs.start(over: place, vector) + total, unless: runs.isOpen(place, vector))
                    completion = earlier(completion, success.ifNot(after: runs.end(of: place, vector, limit)))
                }
                return runs.ifAimed(completion, vector)
            }
            return Quad(
                completion(0, total: total.a, limit: limit.a), completion(1, total: total.b, limit: limit.b),
                completion(2, total: total.c, limit: limit.c), completion(3, total: total.d, limit: limit.d))
        }
    }

    /// The start or end of the noticed try, of the run in which it is made first.
    ///
    /// A run's tries end with its success, with what cuts it, and with the success of any other. Where its passage is
    /// closed, or closing time spoils its success, it makes them all.
    func tryNoticedOverPassages(
        _ node: NodeRecord, at index: Int, notice: Int, completion: Quad<Times>
    ) -> Quad<Times> {
        let all = workspace.noticeOffsetClosed[notice]
        // Most tries are noticed by nobody in the whole batch.
        guard all.map({ $0 .< .infinity }).isAny else { return Quad(repeating: .never) }
        let (total, ended) = (workspace.total[index], workspace.noticeOffset[notice])
        let closing = node.closes < 0 ? Quad(repeating: Times.never) : workspace.clock[node.closes]
        let last = node.cuts.isEmpty ? completion : earlier(completion, cut(node.cuts))
        return withRuns(of: node) { runs in
            func noticed(
                _ vector: Int, total: Times, closing: Times, ended: Times, all: Times, last: Times
            ) -> Times {
                func time(_ start: Times, _ fails: Mask, until last: Times) -> Times {
                    (start + ended.replacing(with: all, where: fails)).ifNot(after: last)
                }
                var first = Times.never
                if runs.hasOwnGround {
                    let start = runs.startOnOwnGround(vector)
                    first = time(start, start + total .> closing, until: last)
                }
                for place in node.passages.range {
                    let start = runs.start(over: place, vector)
                    let fails = (start + total .> closing) .| .!runs.isOpen(place, vector).holds
                    first = earlier(first, time(start, fails, until: runs.end(of: place, vector, last)))
                }
                return runs.ifAimed(first, vector)
            }
            return Quad(
                noticed(0, total: total.a, closing: closing.a, ended: ended.a, all: all.a, last: last.a),
                noticed(1, total: total.b, closing: closing.b, ended: ended.b, all: all.b, last: last.b),
                noticed(2, total: total.c, closing: closing.c, ended: ended.c, all: all.c, last: last.c),
                noticed(3, total: total.d, closing: closing.d, ended: ended.d, all: all.d, last: last.d))
        }
    }

    @inline(__always)
    private func withRuns(of node: NodeRecord, _ body: (Runs) -> Quad<Times>) -> Quad<Times> {
        graph.passages.withUnsafeBufferPointer { passages in
            graph.edges.withUnsafeBufferPointer { edges in
                graph.cuts.withUnsafeBufferPointer { cuts in
                    body(Runs(node: node, workspace: workspace, passages: passages, edges: edges, cuts: cuts))
                }
            }
        }
    }
}

/// The runs of a node, by the passages over which they come.
private struct Runs {
    let node: NodeRecord
    let workspace: Workspace
    let passages: UnsafeBufferPointer<PassageRecord>
    let edges: UnsafeBufferPointer<Int32>
    let cuts: UnsafeBufferPointer<Int32>

    /// Whether there are parents with nothing between.
    @inline(__always) var hasOwnGround: Bool { node.parents.start < passages[Int(node.passages.start)].parents.start }

    @inline(__always)
    func startOnOwnGround(_ vector: Int) -> Times {
        start(from: node.parents.start, to: passages[Int(node.passages.start)].parents.start, vector)
    }

    @inline(__always)
    func onOwnGround(_ vector: Int, total: Times, limit: Times) -> Times {
        hasOwnGround ? (startOnOwnGround(vector) + total).ifNot(after: limit) : .never
    }

    @inline(__always)
    func start(over place: Int, _ vector: Int) -> Times {
        start(from: passages[place].parents.start, to: passages[place].parents.end, vector)
    }

    @inline(__always)
    private func start(from first: Int32, to end: Int32, _ vector: Int) -> Times {
        let completion = workspace.completion.base
        var time = Times.never
        var edge = Int(first)
        while edge < Int(end) {
            time = earlier(time, completion[Int(edges[edge]) &* 4 &+ vector])
            edge &+= 1
        }
        return node.starts < 0 ? time : later(time, workspace.clock.base[Int(node.starts) &* 4 &+ vector])
    }

    @inline(__always)
    func isOpen(_ place: Int, _ vector: Int) -> SIMD8<Int32> { workspace.isOpen.base[place &* 4 &+ vector] }

    /// What ends runs over a passage, as well as all others.
    @inline(__always)
    func end(of place: Int, _ vector: Int, _ last: Times) -> Times {
        var last = last
        var index = Int(passages[place].cuts.start)
        while index < Int(passages[place].cuts.end) {
            last = earlier(last, workspace.cut.base[Int(cuts[index]) &* 4 &+ vector])
            index &+= 1
        }
        return last
    }

    @inline(__always)
    func ifAimed(_ time: Times, _ vector: Int) -> Times {
        node.aim < 0 ? time : never(time, unless: workspace.isAimed.base[Int(node.aim) &* 4 &+ vector])
    }
}

extension SIMD8 where Scalar == Float {
    /// Never where it lies after another time.
    @inline(__always)
    func ifNot(after last: SIMD8<Float>) -> SIMD8<Float> {
        SIMD8<Float>.never.replacing(with: self, where: self .<= last)
    }
}
