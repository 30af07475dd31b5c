/// What an observer reads of a batch.
package struct OutcomePlaces: Sendable, Equatable {
    /// Whose earliest alert.
    package var organization: Int
    /// Completions, by node of the description.
    package var nodes: [Int32]
    /// Containments and interventions.
    package var cuts: [Int]
    /// Outages, own and shared.
    package var items: [Int]
    /// Parts of tries, by node of the description; measured ones.
    package var parts: [Int32]

    package init(organization: Int, nodes: [Int32], cuts: [Int], items: [Int], parts: [Int32] = []) {
        self.organization = organization
        self.nodes = nodes
        self.cuts = cuts
        self.items = items
        self.parts = parts
    }
}

extension Batch {
    /// Active trials in which anything at these places differs from what a base graph's batch has at its own, place by
    /// place; bit b: trial `firstTrial + b`. There must be equally many of each kind.
    package func differences(_ places: OutcomePlaces, from base: Batch, _ other: OutcomePlaces) -> UInt32 {
        precondition(
            places.nodes.count == other.nodes.count && places.cuts.count == other.cuts.count
                && places.items.count == other.items.count && places.parts.count == other.parts.count)
        var mask = Quad(repeating: Mask(repeating: false))
        func compare(_ one: Quad<Times>, _ two: Quad<Times>) {
            mask = one.zip(two) { $0 .!= $1 }.zip(mask) { $0 .| $1 }
        }
        compare(workspace.detection[places.organization], base.workspace.detection[other.organization])
        for (node, second) in zip(places.nodes, other.nodes) {
            compare(
                workspace.completion[graph.position[Int(node)]],
                base.workspace.completion[base.graph.position[Int(second)]])
        }
        for (cut, second) in zip(places.cuts, other.cuts) { compare(workspace.cut[cut], base.workspace.cut[second]) }
        for (item, second) in zip(places.items, other.items) {
            let from = workspace.outageFrom[item]
            compare(from, base.workspace.outageFrom[second])
            compare(workspace.sharedFrom[item], base.workspace.sharedFrom[second])
            // An outage that does not begin has no end.
            let end = workspace.outageTo[item].zip(base.workspace.outageTo[second]) { $0 .!= $1 }
            mask = end.zip(from) { $0 .& ($1 .< .infinity) }.zip(mask) { $0 .| $1 }
            let shared = workspace.sharedTo[item].zip(base.workspace.sharedTo[second]) { $0 .!= $1 }
            mask = shared.zip(workspace.sharedFrom[item]) { $0 .& ($1 .< .infinity) }.zip(mask) { $0 .| $1 }
        }
        var differing = mask.bits & active
        for (node, second) in zip(places.parts, other.parts) {
            // Whole where both complete.
            var open = active & ~differing & ~(completing(Int(node)) & base.completing(Int(second)))
            while open != 0 {
                let trial = open.trailingZeroBitCount
                open &= open - 1
                if part(Int(node), trial: trial) != base.part(Int(second), trial: trial) {
                    differing |= 1 << UInt32(trial)
                }
            }
        }
        return differing
    }

    /// Active trials in which a node (index of the description) completes; bit b: trial `firstTrial + b`.
    package func completing(_ node: Int) -> UInt32 {
        workspace.completion[graph.position[node]].map { $0 .< .infinity }.bits & active
    }

    /// Active trials in which a node is aimed at, as bits; all where nothing is chosen.
    package func aiming(at node: Int) -> UInt32 {
        let aim = graph.nodes[Int(graph.position[node])].aim
        return aim < 0 ? active : workspace.isAimed[aim].map(\.holds).bits & active
    }
}

extension Quad where Vector == Mask {
    /// Bit b: trial b of the batch.
    fileprivate var bits: UInt32 {
        guard isAny else { return 0 }
        // Of each lane its own bit; trial b is lane b / 4 of vector b % 4.
        let lanes = SIMD8<Int32>(1, 1 << 4, 1 << 8, 1 << 12, 1 << 16, 1 << 20, 1 << 24, 1 << 28)
        func sum(_ mask: Mask) -> UInt32 {
            UInt32(bitPattern: SIMD8<Int32>(repeating: 0).replacing(with: lanes, where: mask).wrappedSum())
        }
        return sum(a) | sum(b) << 1 | sum(c) << 2 | sum(d) << 3
    }
}
