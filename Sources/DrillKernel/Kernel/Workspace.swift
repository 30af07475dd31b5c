/// The memory of one task: everything that a batch of 32 trials changes. Allocated once, used for every batch.
///
/// A quantity of index i occupies the four vectors 4i…4i+3; trial b of the batch is lane b / 4 of vector b % 4.
package final class Workspace {
    /// Completion times by evaluation position.
    let completion: Lanes<Times>
    /// Trials in which the node starts if nothing is cut, all ones where it does; every trial of a cycle's nodes.
    let started: Lanes<SIMD8<Int32>>
    /// Whether the node was drawn: it starts in some trial of the batch if nothing is cut.
    let isDrawn: Row<Bool>
    /// Whether its completion is another than in the first pass; set and used by the second.
    let isMoved: Row<Bool>
    /// In a cycle: when the node was looked at last, and when its completion changed last.
    let judged: Row<Int32>
    let settled: Row<Int32>
    /// From start to success: tries needed × pace; never where no try succeeds.
    let total: Lanes<Times>
    /// From start to the try that is noticed, if a success ends the tries.
    let noticeOffset: Lanes<Times>
    /// The same if the closing time spoilt the success, so that the tries go on.
    let noticeOffsetClosed: Lanes<Times>
    let noticeDelay: Lanes<Times>
    /// Trials in which a passage is open, all ones where it is.
    let isOpen: Lanes<SIMD8<Int32>>
    /// Of nodes that are measured: at which try they would succeed, and how long one takes.
    let triesMade: Lanes<Times>
    let pace: Lanes<Times>
    /// Trials in which the attacker aims at a node, all ones where he does; by row of those that may be left alone.
    let isAimed: Lanes<SIMD8<Int32>>
    /// The same for every node while the choice is made, and the keys of what is chosen among.
    let canBegin: Lanes<SIMD8<Int32>>
    let aimKey: Lanes<Times>
    let isChosen: Lanes<SIMD8<Int32>>
    let alert: Lanes<Times>
    let presence: Lanes<Words>
    let clock: Lanes<Times>
    let phase: Lanes<Times>
    let detection: Lanes<Times>
    let chainSpan: Lanes<Times>
    let chainEnd: Lanes<Times>
    let groupSpan: Lanes<Times>
    let waitSpan: Lanes<Times>
    let cut: Lanes<Times>
    let restoreSpan: Lanes<Times>
    let rebuildSpan: Lanes<Times>
    let outageFrom: Lanes<Times>
    let outageTo: Lanes<Times>
    let sharedFrom: Lanes<Times>
    let sharedTo: Lanes<Times>
    /// For votes: the k earliest so far.
    let best: Lanes<Times>
    let crew: Lanes<Times>
    /// For corrections: cuts and completions before the last change, which cuts that moved, what is due to be swept, and
    /// which nodes are not as in the batch held.
    let formerCut: Lanes<Times>
    let former: Lanes<Times>
    let isCutMoved: Row<Bool>
    let due: Row<UInt8>
    let isTouched: Row<Bool>
    let touched: Stack
    /// What the batch hangs on, if its graph is a part.
    var given: GivenBatch?
    /// Batches begun.
    private var batches = 0
    /// Another workspace's batch that this one holds.
    private var held: (workspace: Workspace, batch: Int)?

    /// Makes room for one batch of a graph.
    package convenience init(for graph: CompiledGraph) { self.init(forAnyOf: [graph]) }

    /// Makes room for one batch of any of some graphs, one after the other.
    package init(forAnyOf graphs: [CompiledGraph]) {
        func most(_ count: (CompiledGraph) -> Int) -> Int { graphs.map(count).max() ?? 0 }
        let nodes = most(\.nodes.count)
        completion = Lanes(nodes)
        started = Lanes(nodes)
        isDrawn = Row(nodes, false)
        isMoved = Row(nodes, false)
        judged = Row(nodes, 0)
        settled = Row(nodes, 0)
        total = Lanes(nodes)
        let notices = most(\.notices.count)
        noticeOffset = Lanes(notices)
        noticeOffsetClosed = Lanes(notices)
        noticeDelay = Lanes(notices)
        alert = Lanes(notices)
        isOpen = Lanes(most(\.passages.count))
        let measured = most(\.measuredCount)
        triesMade = Lanes(measured)
        pace = Lanes(measured)
        isAimed = Lanes(most(\.aims.nodes.count))
        canBegin = Lanes(most { $0.aims.isEmpty ? 0 : $0.nodes.count })
        aimKey = Lanes(most(\.aims.mostCandidates))
        isChosen = Lanes(most(\.aims.mostCandidates))
        former = Lanes(nodes)
        due = Row(nodes, 0)
        isTouched = Row(nodes, false)
        touched = Stack(nodes)
        presence = Lanes(most(\.presences.count))
        clock = Lanes(most(\.clocks.count))
        let organizations = most(\.organizations.count)
        phase = Lanes(organizations)
        detection = Lanes(organizations)
        chainSpan = Lanes(most(\.chain.count))
        chainEnd = Lanes(organizations)
        groupSpan = Lanes(most(\.groups.count))
        waitSpan = Lanes(most(\.waits.count))
        let cuts = most { $0.groups.count + $0.interventions.count }
        cut = Lanes(cuts)
        formerCut = Lanes(cuts)
        isCutMoved = Row(cuts, false)
        let repairs = most(\.repairs.count)
        restoreSpan = Lanes(repairs)
        rebuildSpan = Lanes(repairs)
        outageFrom = Lanes(repairs)
        outageTo = Lanes(repairs)
        sharedFrom = Lanes(repairs)
        sharedTo = Lanes(repairs)
        best = Lanes(most { min(Int($0.nodes.map(\.k).max() ?? 1), Sweep.mostInserted) })
        crew = Lanes(most(\.crewCount))
    }

    /// What a changed graph's batches take over from a base's, made once for all of them.
    private var reuse: DrawReuse?

    /// The draws that a base's finished batch holds for a changed graph's.
    func reuse(of base: Batch, sharing: Shared<DrawSharing>) -> DrawReuse {
        if let reuse, reuse.serves(base, sharing: sharing) { return reuse }
        let made = DrawReuse(base: base.workspace, baseRows: base.rows, sharing: sharing)
        reuse = made
        return made
    }

    /// Before a batch is settled.
    func begin() {
        batches &+= 1
        held = nil
    }

    /// Draws of a notice that no try of the batch gives.
    func forget(notice: Int) {
        let never = Quad(repeating: Times.never)
        noticeOffset[notice] = never
        noticeOffsetClosed[notice] = never
        noticeDelay[notice] = never
    }

    /// Takes over another workspace's finished batch, unless it holds it already.
    func hold(_ other: Workspace, of graph: CompiledGraph) {
        if let held, held.workspace === other, held.batch == other.batches { return }
        held = (other, other.batches)
        let (nodes, notices) = (graph.nodes.count, graph.notices.count)
        for index in 0..<nodes { isDrawn[index] = other.isDrawn[index] }
        completion.copy(other.completion, count: nodes)
        total.copy(other.total, count: nodes)
        noticeOffset.copy(other.noticeOffset, count: notices)
        noticeOffsetClosed.copy(other.noticeOffsetClosed, count: notices)
        noticeDelay.copy(other.noticeDelay, count: notices)
        alert.copy(other.alert, count: notices)
        isOpen.copy(other.isOpen, count: graph.passages.count)
        triesMade.copy(other.triesMade, count: graph.measuredCount)
        pace.copy(other.pace, count: graph.measuredCount)
        detection.copy(other.detection, count: graph.organizations.count)
        chainEnd.copy(other.chainEnd, count: graph.organizations.count)
        cut.copy(other.cut, count: graph.groups.count + graph.interventions.count)
        holdShared(other, of: graph)
        holdResponse(other, of: graph)
    }

    /// What nodes share.
    func holdShared(_ other: Workspace, of graph: CompiledGraph) {
        isAimed.copy(other.isAimed, count: graph.aims.nodes.count)
        presence.copy(other.presence, count: graph.presences.count)
        clock.copy(other.clock, count: graph.clocks.count)
        phase.copy(other.phase, count: graph.organizations.count)
    }

    /// What the response takes.
    func holdResponse(_ other: Workspace, of graph: CompiledGraph) {
        chainSpan.copy(other.chainSpan, count: graph.chain.count)
        groupSpan.copy(other.groupSpan, count: graph.groups.count)
        waitSpan.copy(other.waitSpan, count: graph.waits.count)
        restoreSpan.copy(other.restoreSpan, count: graph.repairs.count)
        rebuildSpan.copy(other.rebuildSpan, count: graph.repairs.count)
    }
}

/// Node positions, at most as many as there is room for.
final class Stack {
    private let room: Row<Int32>
    private(set) var count = 0

    init(_ capacity: Int) { room = Row(capacity, 0) }

    @inline(__always)
    subscript(place: Int) -> Int32 { room[place] }

    @inline(__always)
    func append(_ index: Int32) {
        room[count] = index
        count &+= 1
    }

    func removeAll() { count = 0 }
}

/// A plain value for each of `count` quantities, shared by all trials of the batch.
final class Row<Value> {
    private let base: UnsafeMutablePointer<Value>
    private let count: Int

    init(_ count: Int, _ value: Value) {
        self.count = count
        base = .allocate(capacity: max(1, count))
        base.initialize(repeating: value, count: max(1, count))
    }

    deinit {
        base.deinitialize(count: max(1, count))
        base.deallocate()
    }

    @inline(__always)
    subscript(index: Int) -> Value {
        get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }
}

/// Four vectors for each of `count` quantities, zeroed.
final class Lanes<Vector: SIMD> {
    let base: UnsafeMutablePointer<Vector>
    let count: Int

    init(_ count: Int) {
        self.count = count
        base = .allocate(capacity: max(1, count * 4))
        base.initialize(repeating: Vector(), count: max(1, count * 4))
    }

    deinit { base.deallocate() }

    /// The four vectors of quantity `index`.
    @inline(__always)
    subscript(index: Int) -> Quad<Vector> {
        get {
            assert(index >= 0 && index < count)
            let p = base + index &* 4
            return Quad(p[0], p[1], p[2], p[3])
        }
        set {
            assert(index >= 0 && index < count)
            let p = base + index &* 4
            p[0] = newValue.a
            p[1] = newValue.b
            p[2] = newValue.c
            p[3] = newValue.d
        }
    }

    @inline(__always)
    subscript(index: Int32) -> Quad<Vector> {
        get { self[Int(index)] }
        set { self[Int(index)] = newValue }
    }

    /// Copies the first quantities of another batch, as they are.
    @inline(__always)
    func copy(_ other: Lanes<Vector>, count: Int) {
        precondition(count <= self.count && count <= other.count, "the workspace is too small")
        base.update(from: other.base, count: count &* 4)
    }

    /// The value of one trial of the batch.
    @inline(__always)
    func value(_ index: Int, trial: Int) -> Vector.Scalar { base[index &* 4 &+ trial & 3][trial &>> 2] }
}
