extension Sweep {
    /// Up to so many earliest parents are kept in order; beyond, halving is cheaper.
    static var mostInserted: Int { 32 }

    /// The k-th earliest parent.
    func kthEarliest(_ node: NodeRecord, _ edges: UnsafeBufferPointer<Int32>) -> Quad<Times> {
        guard node.parents.count > 0 else { return Quad(repeating: Times(repeating: 0)) }
        return Int(node.k) <= Self.mostInserted ? inserted(node, edges) : halved(node, edges)
    }

    /// By inserting each parent into the k earliest so far.
    private func inserted(_ node: NodeRecord, _ edges: UnsafeBufferPointer<Int32>) -> Quad<Times> {
        let k = Int(node.k)
        for place in 0..<k { workspace.best[place] = Quad(repeating: .never) }
        for edge in node.parents.range {
            var value = workspace.completion[edges[edge]]
            for place in 0..<k {
                let held = workspace.best[place]
                workspace.best[place] = earlier(held, value)
                value = later(held, value)
            }
        }
        return workspace.best[k - 1]
    }

    /// By halving the range in which the time lies, 32 looks at each parent whatever k is: times are at least 0, so they
    /// are ordered as their bits are. The time found is one of the parents', or never.
    private func halved(_ node: NodeRecord, _ edges: UnsafeBufferPointer<Int32>) -> Quad<Times> {
        let needed = Words(repeating: UInt32(node.k))
        var low = Quad(repeating: Words(repeating: 0))
        var high = Quad(repeating: unsafeBitCast(Times.never, to: Words.self))
        for _ in 0..<32 {
            let middle = low.zip(high) { $0 &+ ($1 &- $0) &>> 1 }
            let time = middle.map { unsafeBitCast($0, to: Times.self) }
            var counts = Quad(repeating: Words(repeating: 0))
            for edge in node.parents.range {
                let isThere = workspace.completion[edges[edge]].zip(time) { $0 .<= $1 }
                counts = counts.zip(isThere) { $0.replacing(with: $0 &+ 1, where: $1) }
            }
            let isReached = counts.map { $0 .>= needed }
            high = high.zip(middle.zip(isReached) { (value: $0, isReached: $1) }) {
                $0.replacing(with: $1.value, where: $1.isReached)
            }
            low = low.zip(middle.zip(isReached) { (value: $0 &+ 1, isReached: $1) }) {
                $1.value.replacing(with: $0, where: $1.isReached)
            }
            // Where both have met, low stays behind high.
            low = low.zip(high) { $0.replacing(with: $1, where: $0 .> $1) }
        }
        return high.map { unsafeBitCast($0, to: Times.self) }
    }
}
