/// Finds the nodes of a changed graph that are drawn and wired as in a base graph, so that they come out alike for the
/// same cuts.
struct Alikeness {
    /// The nodes of a graph that comes with its tokens; slots as the base knows them.
    struct Side {
        let graph: CompiledGraph
        /// Tokens of the draws; nil: nothing is random.
        let tokens: [[UInt64]?]
        /// The base clock for each clock; −1: none.
        let clocks: [Int32]
        /// The base's calendar for each calendar; −1: none.
        let calendars: [Int32]
    }

    private let base: Side
    private let places: [[UInt64]: Int32]
    /// The cyclic block of each of its nodes.
    private let cycles: [Int32: Range<Int>]

    init(_ base: Side) {
        self.base = base
        let identity = base.graph.nodes.indices.map(Int32.init)
        var places: [[UInt64]: Int32] = [:]
        for index in base.graph.nodes.indices {
            guard let key = Self.key(index, of: base, parents: identity), places[key] == nil else { continue }
            places[key] = Int32(index)
        }
        self.places = places
        var cycles: [Int32: Range<Int>] = [:]
        for block in base.graph.blocks where block.isCyclic {
            for index in block.range { cycles[Int32(index)] = block.range }
        }
        self.cycles = cycles
    }

    /// For each node of a changed graph the base node that comes out alike; −1: none.
    ///
    /// - Parameter drawn: For each node the base node with the same draws; −1: none.
    func places(of changed: Side, drawn: [Int32]) -> [Int32] {
        var found = [Int32](repeating: -1, count: changed.graph.nodes.count)
        for block in changed.graph.blocks {
            if block.isCyclic {
                adopt(block.range, of: changed, drawn, &found)
            } else {
                for index in block.range {
                    if let key = Self.key(index, of: changed, parents: found) { found[index] = places[key] ?? -1 }
                }
            }
        }
        return found
    }

    /// A cycle is alike as a whole or not at all: its nodes in order against those of a base cycle.
    private func adopt(_ range: Range<Int>, of changed: Side, _ drawn: [Int32], _ found: inout [Int32]) {
        guard let anchor = range.first(where: { drawn[$0] >= 0 }), let cycle = cycles[drawn[anchor]],
            cycle.count == range.count
        else { return }
        for (index, place) in zip(range, cycle) { found[index] = Int32(place) }
        let identity = base.graph.nodes.indices.map(Int32.init)
        let isAlike = zip(range, cycle).allSatisfy { index, place in
            let key = Self.key(index, of: changed, parents: found)
            return key != nil && key == Self.key(place, of: base, parents: identity)
        }
        if !isAlike { for index in range { found[index] = -1 } }
    }

    /// All that a node's completion and alerts depend on, beside the cuts' times; nil where something of it is not in
    /// the base.
    private static func key(_ index: Int, of side: Side, parents: [Int32]) -> [UInt64]? {
        let graph = side.graph
        let node = graph.nodes[index]
        var key: [UInt64] = [UInt64(node.gate.rawValue), UInt64(bitPattern: Int64(node.k))]
        for edge in node.parents.range {
            let parent = parents[Int(graph.edges[edge])]
            guard parent >= 0 else { return nil }
            key.append(UInt64(parent))
        }
        key.append(.max)
        for cut in node.cuts.range { key.append(UInt64(graph.cuts[cut])) }
        key.append(.max)
        for clock in [node.starts, node.closes] {
            guard clock < 0 || side.clocks[Int(clock)] >= 0 else { return nil }
            key.append(clock < 0 ? .max : UInt64(side.clocks[Int(clock)]))
        }
        for place in node.notices.range {
            let notice = graph.notices[place]
            let clock = notice.notBefore
            let calendar = notice.delay.calendar
            guard clock < 0 || side.clocks[Int(clock)] >= 0, calendar < 0 || side.calendars[Int(calendar)] >= 0 else {
                return nil
            }
            key.append(clock < 0 ? .max : UInt64(side.clocks[Int(clock)]))
            key.append(calendar < 0 ? .max : UInt64(side.calendars[Int(calendar)]))
            key.append(UInt64(notice.organization))
        }
        if let tokens = side.tokens[index] {
            key += tokens
        } else {
            key += [.max, UInt64(bitPattern: Int64(node.tries)), UInt64(node.pace.sampler.a.bitPattern)]
        }
        return key
    }
}
