/// Nodes in an order in which parents come first, cycles kept together.
package struct EvaluationOrder {
    /// A stretch of the order.
    package struct Block: Sendable {
        /// Places in the order.
        package var range: Range<Int>
        /// Whether its nodes need each other and must be swept until nothing changes.
        package var isCyclic: Bool
    }

    /// Original indices in evaluation order.
    package private(set) var nodes: [Int32] = []
    /// Stretches of the order, one after the other; what lies in no cycle is in one with its neighbours.
    package private(set) var blocks: [Block] = []

    /// Tarjan's strongly connected components, without recursion; components come out parents first.
    ///
    /// - Parameter parents: By node, its parents; each may stand several times.
    package init(parents: [[Int32]]) {
        let count = parents.count
        var index = [Int32](repeating: -1, count: count)
        var low = [Int32](repeating: 0, count: count)
        var onStack = [Bool](repeating: false, count: count)
        var stack: [Int32] = []
        var next: Int32 = 0
        var frames: [(node: Int32, edge: Int)] = []
        nodes.reserveCapacity(count)

        for root in 0..<count where index[root] < 0 {
            frames.append((Int32(root), 0))
            while let frame = frames.last {
                let v = Int(frame.node)
                if frame.edge == 0 {
                    index[v] = next
                    low[v] = next
                    next += 1
                    stack.append(frame.node)
                    onStack[v] = true
                }
                if frame.edge < parents[v].count {
                    frames[frames.count - 1].edge += 1
                    let w = Int(parents[v][frame.edge])
                    if index[w] < 0 {
                        frames.append((Int32(w), 0))
                    } else if onStack[w] {
                        low[v] = min(low[v], index[w])
                    }
                    continue
                }
                frames.removeLast()
                if let caller = frames.last { low[Int(caller.node)] = min(low[Int(caller.node)], low[v]) }
                if low[v] == index[v] { close(component: v, stack: &stack, onStack: &onStack, parents: parents) }
            }
        }
    }

    private mutating func close(component root: Int, stack: inout [Int32], onStack: inout [Bool], parents: [[Int32]]) {
        var members: [Int32] = []
        while let member = stack.popLast() {
            onStack[Int(member)] = false
            members.append(member)
            if Int(member) == root { break }
        }
        members.sort()
        let isCyclic = members.count > 1 || parents[root].contains(Int32(root))
        let start = nodes.count
        nodes.append(contentsOf: members)
        if !isCyclic, let last = blocks.last, !last.isCyclic {
            blocks[blocks.count - 1].range = last.range.lowerBound..<nodes.count
        } else {
            blocks.append(Block(range: start..<nodes.count, isCyclic: isCyclic))
        }
    }
}
