/// How a changed graph lies over its base graph, node by node in evaluation order: what it takes to correct a finished
/// batch of the base instead of sweeping everything again.
struct Overlay {
    /// A node that is drawn or wired otherwise.
    struct Change {
        var node: Int
        /// Whether it is to be swept even where it draws the same.
        var isRewired: Bool
    }

    /// In evaluation order.
    let changes: [Change]
    let children: Children

    /// - Parameters:
    ///   - base: A graph.
    ///   - changed: Another with the same horizon.
    ///   - drawsAlike: Whether the nodes at a position draw the same.
    ///   - clocksAlike: Whether a clock of the base and one of the changed graph show the same; −1: none.
    /// - Returns: nil where rows of a workspace would not mean the same in both.
    init?(
        _ base: CompiledGraph, _ changed: CompiledGraph, children: Children, drawsAlike: (Int) -> Bool,
        clocksAlike: (Int32, Int32) -> Bool
    ) {
        guard base.hasRowsLike(changed) else { return nil }
        let phasesAlike = zip(base.organizations, changed.organizations).map {
            $0.phase == $1.phase && $0.phaseAddress == $1.phaseAddress
        }
        func noticesAlike(_ one: NoticeRecord, _ two: NoticeRecord) -> Bool {
            guard one.organization == two.organization, clocksAlike(one.notBefore, two.notBefore) else { return false }
            let (first, second) = (one.delay.calendar, two.delay.calendar)
            if first < 0 || second < 0 { return first == second }
            return base.calendars[Int(first)] == changed.calendars[Int(second)] && phasesAlike[Int(one.organization)]
        }
        func isRewired(_ one: NodeRecord, _ two: NodeRecord) -> Bool {
            !(one.gate == two.gate && one.k == two.k
                && base.edges[one.parents.range].elementsEqual(changed.edges[two.parents.range])
                && base.cuts[one.anyCuts.range].elementsEqual(changed.cuts[two.anyCuts.range])
                && base.hasPassagesLike(changed, at: one, and: two)
                && clocksAlike(one.starts, two.starts) && clocksAlike(one.closes, two.closes)
                && zip(one.notices.range, two.notices.range).allSatisfy {
                    noticesAlike(base.notices[$0], changed.notices[$1])
                })
        }
        var changes: [Change] = []
        var isWiredAlike = true
        for index in base.nodes.indices {
            let isRewired = isRewired(base.nodes[index], changed.nodes[index])
            if isRewired {
                isWiredAlike = false
                // At what the attacker aims may be something else.
                if base.aims.asks(index) { return nil }
            }
            if isRewired || !drawsAlike(index) { changes.append(Change(node: index, isRewired: isRewired)) }
        }
        self.changes = changes
        self.children = isWiredAlike ? children : Children(changed)
    }

    init(changes: [Change], children: Children) {
        self.changes = changes
        self.children = children
    }
}

/// Who waits for a node's completion, by position; late nodes wait for repair.
final class Children: Sendable {
    let starts: [Int32]
    let list: [Int32]

    init(_ graph: CompiledGraph) {
        var counts = [Int32](repeating: 0, count: graph.nodes.count + 1)
        // Node by node: the arena may hold edges of nodes that have been replaced.
        for node in graph.nodes where !node.isLate {
            for edge in node.parents.range { counts[Int(graph.edges[edge]) + 1] += 1 }
        }
        for index in graph.nodes.indices { counts[index + 1] += counts[index] }
        starts = counts
        var list = [Int32](repeating: 0, count: Int(counts[graph.nodes.count]))
        for (index, node) in graph.nodes.enumerated() where !node.isLate {
            for edge in node.parents.range {
                let parent = Int(graph.edges[edge])
                list[Int(counts[parent])] = Int32(index)
                counts[parent] += 1
            }
        }
        self.list = list
    }
}

extension CompiledGraph {
    /// Whether rows of a workspace stand for the same nodes, notices and cuts.
    fileprivate func hasRowsLike(_ other: CompiledGraph) -> Bool {
        nodes.count == other.nodes.count && notices.count == other.notices.count && horizon == other.horizon
            && organizations.count == other.organizations.count && interventions.count == other.interventions.count
            && groups.map(\.organization) == other.groups.map(\.organization)
            && blocks.count == other.blocks.count
            && zip(blocks, other.blocks).allSatisfy { $0.range == $1.range && $0.isCyclic == $1.isCyclic }
            && measuredCount == other.measuredCount && aims.isLike(other.aims)
            && zip(nodes, other.nodes).allSatisfy {
                $0.notices == $1.notices && $0.passages == $1.passages && $0.measured == $1.measured && $0.aim == $1.aim
                    && $0.outage == $1.outage && $0.isLate == $1.isLate
            }
    }

    /// Whether two nodes' passages come from as many parents each, and end with as many cuts.
    func hasPassagesLike(_ other: CompiledGraph, at one: NodeRecord, and two: NodeRecord) -> Bool {
        one.cuts.count == two.cuts.count && one.passages.count == two.passages.count
            && zip(one.passages.range, two.passages.range).allSatisfy { first, second in
                passages[first].parents.count == other.passages[second].parents.count
                    && passages[first].cuts.count == other.passages[second].cuts.count
            }
    }
}
